/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "show.h"

static void show_scale(struct page *page, uint32_t index)
{
    static const char *const kinds[] = {"", "levels", "a number", "yes or no", "a choice"};
    const char *unit = rapport_model_scale_unit(page->model, index);
    char buffer[NUMBER_SIZE];
    output_format(&page->out, "  %s: %s%s", show_id(page, RAPPORT_OF_SCALE, index),
                  kinds[rapport_model_scale_kind(page->model, index)], *unit ? " in " : "");
    output_label(&page->out, unit);
    output_put(&page->out, "\n");
    for (uint32_t step = 1; step <= rapport_model_count_steps(page->model, index); step++) {
        double points = 0;
        rapport_model_get_step(page->model, index, step, &points);
        output_format(&page->out, "  %7s  ", number_short(buffer, points));
        output_label(&page->out, show_label(page, RAPPORT_OF_SCALE, index, step, RAPPORT_TITLE));
        output_put(&page->out, "\n");
    }
}

static void show_gate(struct page *page, uint32_t index)
{
    static const char *const measures[] = {"", "net-benefit", "burden-overload", "balance", "skill-coverage"};
    static const char *const views[] = {" in any view", " in all views", " in the joint view"};
    char threshold[NUMBER_SIZE], cap[NUMBER_SIZE];
    rapport_gate gate = {.struct_size = sizeof gate};
    rapport_model_get_gate(page->model, index, &gate);
    int of_node = gate.node != RAPPORT_NONE, viewed = of_node || gate.measure == RAPPORT_NET_BENEFIT;
    output_put(&page->out, "  ");
    output_label(&page->out, show_title(page, RAPPORT_OF_GATE, index));
    output_format(&page->out, ": if %s is %s %s%s, ",
                  of_node ? show_id(page, RAPPORT_OF_NODE, gate.node) : measures[gate.measure], gate.above ? "above" : "below",
                  number_short(threshold, gate.threshold), viewed ? views[gate.view] : "");
    if (gate.effect == RAPPORT_CAP)
        output_format(&page->out, "the score is at most %s\n", number_short(cap, gate.cap));
    else
        output_put(&page->out, gate.effect == RAPPORT_FAIL ? "the score is 0\n" : "it is flagged\n");
}

static void show_demands(struct page *page, const rapport_band *band)
{
    const struct {
        uint32_t demand;
        const char *words;
        double least;
    } demands[] = {{RAPPORT_EVERY_GROUP, "every group has at least ", band->every_group},
                   {RAPPORT_WEAKEST_PARTY, "every party says at least ", band->weakest_party},
                   {RAPPORT_NEEDS_BALANCE, "the balance is at least ", band->balance},
                   {RAPPORT_NEEDS_COVERAGE, "the coverage is at least ", band->coverage}};
    char text[256], buffer[NUMBER_SIZE];
    int length = 0;
    for (int i = 0; i < 4; i++)
        if (band->demands & demands[i].demand)
            length += snprintf(text + length, sizeof text - (size_t)length, "%s%s%s", length ? ", " : "if ", demands[i].words,
                               number_short(buffer, demands[i].least));
    if (band->demands & RAPPORT_NO_UNDECIDED_GATES)
        snprintf(text + length, sizeof text - (size_t)length, "%sno gate is undecided", length ? ", " : "if ");
    output_wrap(&page->out, "           ", "           ", text);
}

static void show_band(struct page *page, uint32_t index)
{
    char buffer[NUMBER_SIZE];
    rapport_band band = {.struct_size = sizeof band};
    rapport_model_get_band(page->model, index, &band);
    output_format(&page->out, "  from %3s  ", number_short(buffer, band.from));
    output_label(&page->out, show_title(page, RAPPORT_OF_BAND, index));
    output_format(&page->out, " [%s]\n", show_id(page, RAPPORT_OF_BAND, index));
    if (band.demands)
        show_demands(page, &band);
}

void show_rules(struct page *page)
{
    const rapport_model *model = page->model;
    output_put(&page->out, "\nScales\n");
    for (uint32_t i = 0; i < rapport_model_count_scales(model); i++)
        show_scale(page, i);
    if (rapport_model_count_gates(model) > 0)
        output_put(&page->out, "\nGates\n");
    for (uint32_t i = 0; i < rapport_model_count_gates(model); i++)
        show_gate(page, i);
    output_put(&page->out, "\nBands\n");
    for (uint32_t i = 0; i < rapport_model_count_bands(model); i++)
        show_band(page, i);
    uint32_t overlays = rapport_model_count_overlays(model);
    for (uint32_t i = 0; i < overlays; i++)
        output_format(&page->out, "%s%s", i ? ", " : "\nOverlays\n  ", show_id(page, RAPPORT_OF_OVERLAY, i));
    output_put(&page->out, overlays ? "\n" : "");
}
