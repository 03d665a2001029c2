/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Gates, bands and overlays of a model. */
#include "io/model_read.h"

#include <float.h>

#include "base/error.h"

static bool is_good(const rapport__reading *r, uint32_t before)
{
    return r->count == before && !r->out_of_memory;
}

/* The id of a gate or band; what it is called in a list. */
static void read_list_id(rapport__reading *r, rapport__names *names, rapport__json_value object, rapport__json_value value,
                         const char **id)
{
    if (rapport__read_id(r, value, id))
        rapport__names_add(r, names, value, (rapport__name){*id, object, names->count});
}

/* The node that a text or key names; its draft number may be RAPPORT_NONE. */
static const rapport__node_read *find_node(rapport__model_reading *m, rapport__json_value value, bool at_key)
{
    const char *id = at_key ? rapport__json_key(m->r->doc, value, NULL) : rapport__json_text(m->r->doc, value, NULL);
    const rapport__name *name = rapport__names_find(&m->nodes, id);
    if (name)
        return &m->node_list[name->number];
    rapport__report_unknown(m->r, &m->nodes, value, at_key, "group or criterion");
    return NULL;
}

enum { GATE_ID, EFFECT, GATE_TITLE, GATE_DESCRIPTION, NODE, MEASURE, VIEW, BELOW, ABOVE, CAP, GATE_KEYS };

static const char *const gate_keys[GATE_KEYS] = {"id",      "effect", "title", "description", "node",
                                                 "measure", "view",   "below", "above",       "cap"};

typedef struct gate_values {
    rapport__json_value value, at[GATE_KEYS];
    const char *id;
    const rapport__node_read *node;
    int32_t effect, measure, view;
    double threshold, cap;
} gate_values;

static void read_effect(rapport__reading *r, gate_values *g)
{
    static const char *const effects[] = {"fail", "cap", "flag"}; /* RAPPORT_FAIL - 1 and so on */
    bool known = WORD(r, g->at[EFFECT], effects, &g->effect);
    g->effect++;
    rapport__read_number(r, g->at[CAP], 0, 100, &g->cap);
    if (known && g->effect == RAPPORT_CAP && g->at[CAP] == RAPPORT_NONE)
        LACKS(r, g->value, "\"cap\" is missing: the effect \"cap\" needs one", "cap");
    else if (known && g->effect != RAPPORT_CAP && g->at[CAP] != RAPPORT_NONE)
        REPORT_KEY(r, RAPPORT_BAD_DOCUMENT, g->at[CAP], "only a gate with the effect \"cap\" has a cap");
}

static void read_node_gate(rapport__model_reading *m, gate_values *g)
{
    rapport__reading *r = m->r;
    if (rapport__is_type(r, g->at[NODE], RAPPORT__JSON_STRING))
        g->node = find_node(m, g->at[NODE], false);
    if (g->at[ABOVE] != RAPPORT_NONE)
        REPORT_KEY(r, RAPPORT_BAD_DOCUMENT, g->at[ABOVE], "a gate on a node takes \"below\", not \"above\"");
    else if (g->at[BELOW] == RAPPORT_NONE)
        LACKS(r, g->value, "\"below\" is missing", "below");
    rapport__read_number(r, g->at[BELOW], 0, 100, &g->threshold);
}

static void read_measure_gate(rapport__reading *r, gate_values *g)
{
    static const char *const measures[] = {"net-benefit", "burden-overload", "balance", "skill-coverage"};
    bool known = WORD(r, g->at[MEASURE], measures, &g->measure); /* RAPPORT_NET_BENEFIT - 1 and so on */
    g->measure++;
    if ((g->at[BELOW] == RAPPORT_NONE) == (g->at[ABOVE] == RAPPORT_NONE))
        LACKS(r, g->value, "a gate on a measure needs exactly one of \"below\" and \"above\"", "below", "above");
    rapport__read_number(r, g->at[BELOW], -DBL_MAX, DBL_MAX, &g->threshold);
    rapport__read_number(r, g->at[ABOVE], -DBL_MAX, DBL_MAX, &g->threshold);
    if (known && g->measure != RAPPORT_NET_BENEFIT && g->at[VIEW] != RAPPORT_NONE)
        REPORT_KEY(r, RAPPORT_BAD_DOCUMENT, g->at[VIEW], "only the measure \"net-benefit\" is seen per party and has a view");
    else if (g->view == RAPPORT_JOINT_VIEW)
        REPORT(r, RAPPORT_BAD_VALUE, g->at[VIEW], "a measure is seen by \"any\" or \"all\" parties, not \"joint\"");
}

static void read_gate(rapport__model_reading *m, gate_values *g)
{
    static const char *const views[] = {"any", "all", "joint"}; /* RAPPORT_ANY_VIEW and so on */
    rapport__reading *r = m->r;
    uint32_t before = r->count, number = RAPPORT_NONE;
    rapport_status status;
    if (!MEMBERS(r, g->value, gate_keys, GATE_TITLE, g->at))
        return;
    read_list_id(r, &m->gates, g->value, g->at[GATE_ID], &g->id);
    read_effect(r, g);
    WORD(r, g->at[VIEW], views, &g->view);
    if ((g->at[NODE] == RAPPORT_NONE) == (g->at[MEASURE] == RAPPORT_NONE))
        LACKS(r, g->value, "a gate needs exactly one of \"node\" and \"measure\"", "node", "measure");
    else if (g->at[NODE] != RAPPORT_NONE)
        read_node_gate(m, g);
    else
        read_measure_gate(r, g);
    if (is_good(r, before) && (!g->node || g->node->number != RAPPORT_NONE)) {
        status = g->node ? rapport_draft_add_gate(m->draft, g->id, g->node->number, g->view, g->threshold, g->effect, g->cap,
                                                  &number, &r->told)
                         : rapport_draft_add_measure_gate(m->draft, g->id, g->measure, g->view, g->at[ABOVE] != RAPPORT_NONE,
                                                          g->threshold, g->effect, g->cap, &number, &r->told);
        if (!rapport__built(r, g->value, status))
            number = RAPPORT_NONE;
    }
    rapport__read_part_label(m, g->at[GATE_TITLE], RAPPORT_OF_GATE, number, 0, RAPPORT_TITLE);
    rapport__read_part_label(m, g->at[GATE_DESCRIPTION], RAPPORT_OF_GATE, number, 0, RAPPORT_DESCRIPTION);
}

void rapport__read_gates(rapport__model_reading *m, rapport__json_value value)
{
    rapport__reading *r = m->r;
    if (!rapport__is_type(r, value, RAPPORT__JSON_ARRAY))
        return;
    for (rapport__json_value gate = rapport__json_first(r->doc, value); gate != RAPPORT_NONE;
         gate = rapport__json_next(r->doc, gate)) {
        gate_values g = {.value = gate};
        read_gate(m, &g);
    }
}

enum { DEMANDS = 5 };

static const char *const demand_keys[DEMANDS] = {"every_group", "weakest_party", "balance", "coverage", "no_undecided_gates"};

/* Reads what a band requires; `number` RAPPORT_NONE: only checks it. */
static void read_demands(rapport__model_reading *m, rapport__json_value value, uint32_t number)
{
    static const double most[DEMANDS] = {100, 100, 1, 1, 0};
    rapport__reading *r = m->r;
    rapport__json_value at[DEMANDS];
    if (value == RAPPORT_NONE || !MEMBERS(r, value, demand_keys, 0, at))
        return;
    for (uint32_t i = 0; i < DEMANDS; i++) {
        double least = 0;
        bool wanted = false;
        if (i == DEMANDS - 1)
            rapport__read_boolean(r, at[i], &wanted);
        else
            wanted = rapport__read_number(r, at[i], 0, most[i], &least);
        if (wanted && number != RAPPORT_NONE) /* RAPPORT_EVERY_GROUP is 1, the next one 2, and so on */
            rapport__built(r, at[i], rapport_draft_add_demand(m->draft, number, 1u << i, least, &r->told));
    }
}

enum { BAND_ID, FROM, BAND_TITLE, BAND_DESCRIPTION, REQUIRES, BAND_KEYS };

static const char *const band_keys[BAND_KEYS] = {"id", "from", "title", "description", "requires"};

/* `last` is where the band before begins, less than 0 if that is not known. */
static void read_band(rapport__model_reading *m, rapport__json_value value, double *last)
{
    rapport__reading *r = m->r;
    rapport__json_value at[BAND_KEYS];
    const char *id = NULL;
    uint32_t before = r->count, number = RAPPORT_NONE;
    bool first = !rapport__json_index(r->doc, value);
    double from = -1;
    if (!MEMBERS(r, value, band_keys, BAND_TITLE, at)) {
        *last = -1;
        return;
    }
    read_list_id(r, &m->bands, value, at[BAND_ID], &id);
    rapport__read_number(r, at[FROM], 0, 100, &from);
    if (first && from > 0)
        REPORT(r, RAPPORT_BAD_VALUE, at[FROM], "the first band must begin at 0");
    if (!first && from >= 0 && from <= *last)
        REPORT(r, RAPPORT_BAD_VALUE, at[FROM], "a band must begin above the one before it");
    if (first && at[REQUIRES] != RAPPORT_NONE)
        REPORT_KEY(r, RAPPORT_BAD_DOCUMENT, at[REQUIRES], "the first band can require nothing: there is none below it");
    *last = from;
    if (is_good(r, before) && !m->bands_broken &&
        !rapport__built(r, at[FROM], rapport_draft_add_band(m->draft, id, from, &number, &r->told)))
        number = RAPPORT_NONE;
    m->bands_broken = m->bands_broken || number == RAPPORT_NONE;
    read_demands(m, at[REQUIRES], number);
    rapport__read_part_label(m, at[BAND_TITLE], RAPPORT_OF_BAND, number, 0, RAPPORT_TITLE);
    rapport__read_part_label(m, at[BAND_DESCRIPTION], RAPPORT_OF_BAND, number, 0, RAPPORT_DESCRIPTION);
}

void rapport__read_bands(rapport__model_reading *m, rapport__json_value value)
{
    rapport__reading *r = m->r;
    double last = -1;
    if (!rapport__is_type(r, value, RAPPORT__JSON_ARRAY))
        return;
    if (!rapport__json_count(r->doc, value))
        REPORT(r, RAPPORT_BAD_VALUE, value, "there must be at least one band");
    for (rapport__json_value band = rapport__json_first(r->doc, value); band != RAPPORT_NONE;
         band = rapport__json_next(r->doc, band))
        read_band(m, band, &last);
}

/* A node's weight times the overlay's factor must still be a weight. */
static void read_factor(rapport__model_reading *m, rapport__json_value member, const rapport__node_read *node, uint32_t overlay)
{
    rapport__reading *r = m->r;
    double factor, product;
    if (!rapport__read_weight(r, member, true, &factor))
        return;
    product = node->weight * factor;
    if (product != 0 && !(product >= 1e-12 && product <= 1e12))
        REPORT(r, RAPPORT_BAD_VALUE, member, "the weight times this factor must be 0 or lie in 1e-12 to 1e12");
    else if (node->number != RAPPORT_NONE && overlay != RAPPORT_NONE)
        rapport__built(r, member, rapport_draft_set_overlay_weight(m->draft, overlay, node->number, factor, &r->told));
}

static void read_changes(rapport__model_reading *m, rapport__json_value value, uint32_t overlay, bool weights)
{
    rapport__reading *r = m->r;
    double target;
    if (!rapport__is_type(r, value, RAPPORT__JSON_OBJECT))
        return;
    for (rapport__json_value member = rapport__json_first(r->doc, value); member != RAPPORT_NONE;
         member = rapport__json_next(r->doc, member)) {
        const rapport__node_read *node;
        if (rapport__read_extra(r, member) || !(node = find_node(m, member, true)))
            continue;
        if (weights)
            read_factor(m, member, node, overlay);
        else if (rapport__read_number(r, member, 0, 100, &target) && node->number != RAPPORT_NONE && overlay != RAPPORT_NONE)
            rapport__built(r, member, rapport_draft_set_overlay_target(m->draft, overlay, node->number, target, &r->told));
    }
}

enum { OVERLAY_TITLE, OVERLAY_DESCRIPTION, WEIGHTS, TARGETS, OVERLAY_KEYS };

static const char *const overlay_keys[OVERLAY_KEYS] = {"title", "description", "weights", "targets"};

static void read_overlay(rapport__model_reading *m, rapport__json_value value)
{
    rapport__reading *r = m->r;
    rapport__json_value at[OVERLAY_KEYS];
    const char *id;
    uint32_t number = RAPPORT_NONE;
    if (rapport__read_key_id(r, value, &id)) {
        rapport__names_add(r, &m->overlays, value, (rapport__name){id, value, m->overlays.count});
        if (!rapport__built(r, value, rapport_draft_add_overlay(m->draft, id, &number, &r->told)))
            number = RAPPORT_NONE;
    }
    if (!MEMBERS(r, value, overlay_keys, 0, at))
        return;
    read_changes(m, at[WEIGHTS], number, true);
    read_changes(m, at[TARGETS], number, false);
    rapport__read_part_label(m, at[OVERLAY_TITLE], RAPPORT_OF_OVERLAY, number, 0, RAPPORT_TITLE);
    rapport__read_part_label(m, at[OVERLAY_DESCRIPTION], RAPPORT_OF_OVERLAY, number, 0, RAPPORT_DESCRIPTION);
}

void rapport__read_overlays(rapport__model_reading *m, rapport__json_value value)
{
    rapport__reading *r = m->r;
    if (!rapport__is_type(r, value, RAPPORT__JSON_OBJECT))
        return;
    for (rapport__json_value member = rapport__json_first(r->doc, value); member != RAPPORT_NONE;
         member = rapport__json_next(r->doc, member))
        if (!rapport__read_extra(r, member))
            read_overlay(m, member);
}
