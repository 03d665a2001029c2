/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Gates, bands and overlays of a canonical document. */
#include "model/canonical.h"

void rapport__canonical_gate(rapport__canonical *c, uint32_t index)
{
    static const char *const effects[] = {"", "fail", "cap", "flag"}, *const views[] = {"any", "all", "joint"};
    static const char *const measures[] = {"", "net-benefit", "burden-overload", "balance", "skill-coverage"};
    const rapport_gate *gate = &c->content->gates[index].is;
    rapport__canonical_open(c);
    if (gate->above)
        rapport__canonical_number(c, "above", gate->threshold);
    else
        rapport__canonical_number(c, "below", gate->threshold);
    if (gate->effect == RAPPORT_CAP)
        rapport__canonical_number(c, "cap", gate->cap);
    rapport__canonical_label(c, "description", RAPPORT_OF_GATE, index, 0, RAPPORT_DESCRIPTION);
    rapport__canonical_text(c, "effect", effects[gate->effect]);
    rapport__canonical_text(c, "id", c->content->gates[index].id);
    if (gate->measure)
        rapport__canonical_text(c, "measure", measures[gate->measure]);
    else
        rapport__canonical_text(c, "node", c->content->nodes[gate->node].id);
    rapport__canonical_label(c, "title", RAPPORT_OF_GATE, index, 0, RAPPORT_TITLE);
    if (gate->view != RAPPORT_ANY_VIEW)
        rapport__canonical_text(c, "view", views[gate->view]);
    rapport__canonical_close(c);
}

void rapport__canonical_band(rapport__canonical *c, uint32_t index)
{
    const rapport_band *band = &c->content->bands[index].is;
    rapport__canonical_open(c);
    rapport__canonical_label(c, "description", RAPPORT_OF_BAND, index, 0, RAPPORT_DESCRIPTION);
    rapport__canonical_number(c, "from", band->from);
    rapport__canonical_text(c, "id", c->content->bands[index].id);
    if (band->demands) {
        size_t length = rapport__canonical_enter(c, "requires");
        rapport__json_put_key(&c->json, "requires");
        rapport__canonical_open(c);
        if (band->demands & RAPPORT_NEEDS_BALANCE)
            rapport__canonical_number(c, "balance", band->balance);
        if (band->demands & RAPPORT_NEEDS_COVERAGE)
            rapport__canonical_number(c, "coverage", band->coverage);
        if (band->demands & RAPPORT_EVERY_GROUP)
            rapport__canonical_number(c, "every_group", band->every_group);
        if (band->demands & RAPPORT_NO_UNDECIDED_GATES)
            rapport__canonical_true(c, "no_undecided_gates");
        if (band->demands & RAPPORT_WEAKEST_PARTY)
            rapport__canonical_number(c, "weakest_party", band->weakest_party);
        rapport__canonical_close(c);
        rapport__canonical_leave(c, length);
    }
    rapport__canonical_label(c, "title", RAPPORT_OF_BAND, index, 0, RAPPORT_TITLE);
    rapport__canonical_close(c);
}

static const char *change_name(rapport__canonical *c, uint32_t index, const void *changes)
{
    return c->content->nodes[((const rapport__change *)changes)[index].node].id;
}

static void put_change(rapport__canonical *c, uint32_t index, const void *changes)
{
    rapport__canonical_number(c, change_name(c, index, changes), ((const rapport__change *)changes)[index].value);
}

void rapport__canonical_overlay(rapport__canonical *c, uint32_t index)
{
    const rapport__overlay *overlay = &c->content->overlays[index];
    size_t length = rapport__canonical_enter(c, overlay->id);
    rapport__json_put_key(&c->json, overlay->id);
    rapport__canonical_open(c);
    rapport__canonical_label(c, "description", RAPPORT_OF_OVERLAY, index, 0, RAPPORT_DESCRIPTION);
    if (overlay->target_count)
        rapport__canonical_map(c, "targets", overlay->target_count, change_name, put_change, overlay->targets);
    rapport__canonical_label(c, "title", RAPPORT_OF_OVERLAY, index, 0, RAPPORT_TITLE);
    if (overlay->weight_count)
        rapport__canonical_map(c, "weights", overlay->weight_count, change_name, put_change, overlay->weights);
    rapport__canonical_close(c);
    rapport__canonical_leave(c, length);
}
