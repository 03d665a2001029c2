/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Gates, bands and overlays of a draft. */
#include "model/draft.h"

#include <math.h>

#include "base/sum.h"

static rapport_status need_effect(const char *id, int32_t effect, double cap, rapport_error *error)
{
    if (effect != RAPPORT_FAIL && effect != RAPPORT_CAP && effect != RAPPORT_FLAG)
        return REFUSE(error, RAPPORT_BAD_VALUE, AT("gates", id, "effect"), "there is no such effect");
    if (effect == RAPPORT_CAP)
        return rapport__need_range(error, AT("gates", id, "cap"), cap, 0, 100);
    if (cap != 0)
        return REFUSE(error, RAPPORT_BAD_VALUE, AT("gates", id, "cap"), "only a gate with the effect cap has a cap");
    return RAPPORT_OK;
}

static rapport_status add_gate(rapport_draft *draft, const char *id, rapport_gate is, uint32_t *index, rapport_error *error)
{
    rapport__content *content = &draft->content;
    const rapport_allocator *mem = rapport__draft_memory(draft);
    const char *copy;
    rapport_status status = rapport__need_new_id(draft, &draft->gate_index, "gates", id, &copy, error);
    if (status || (status = need_effect(id, is.effect, is.cap, error)))
        return status;
    if (content->gate_count == RAPPORT_MAX_GATES)
        return REFUSE(error, RAPPORT_LIMIT, AT("gates", id, NULL), "a model has at most 20000 gates");
    if (rapport__reserve(mem, &content->gates, &content->gate_capacity, content->gate_count + 1, sizeof *content->gates) ||
        rapport__index_add(&draft->gate_index, mem, copy, content->gate_count))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    is.cap = is.effect == RAPPORT_CAP ? is.cap + 0.0 : is.effect == RAPPORT_FAIL ? 0 : 100;
    is.threshold += 0.0;
    if (index)
        *index = content->gate_count;
    content->gates[content->gate_count++] = (rapport__gate){copy, is};
    return RAPPORT_OK;
}

rapport_status rapport_draft_add_gate(rapport_draft *draft, const char *id, uint32_t node, int32_t view, double below,
                                      int32_t effect, double cap, uint32_t *gate, rapport_error *error)
{
    rapport_gate is = {.effect = effect, .node = node, .view = view, .threshold = below, .cap = cap};
    rapport_status status;
    if (node == RAPPORT_ROOT || node >= draft->content.node_count)
        return REFUSE(error, RAPPORT_BAD_ARGUMENT, AT("gates", id, "node"), "there is no such node");
    if (view < RAPPORT_ANY_VIEW || view > RAPPORT_JOINT_VIEW)
        return REFUSE(error, RAPPORT_BAD_VALUE, AT("gates", id, "view"), "there is no such view");
    if ((status = rapport__need_range(error, AT("gates", id, "below"), below, 0, 100)))
        return status;
    return add_gate(draft, id, is, gate, error);
}

rapport_status rapport_draft_add_measure_gate(rapport_draft *draft, const char *id, int32_t measure, int32_t view,
                                              int32_t above, double threshold, int32_t effect, double cap, uint32_t *gate,
                                              rapport_error *error)
{
    rapport_gate is = {.effect = effect,
                       .node = RAPPORT_NONE,
                       .measure = measure,
                       .view = view,
                       .above = above != 0,
                       .threshold = threshold,
                       .cap = cap};
    if (measure < RAPPORT_NET_BENEFIT || measure > RAPPORT_SKILL_COVERAGE)
        return REFUSE(error, RAPPORT_BAD_VALUE, AT("gates", id, "measure"), "there is no such measure");
    if (view != RAPPORT_ANY_VIEW && (view != RAPPORT_ALL_VIEWS || measure != RAPPORT_NET_BENEFIT))
        return REFUSE(error, RAPPORT_BAD_VALUE, AT("gates", id, "view"),
                      "only the net benefit is seen per party, as any or all");
    if (!isfinite(threshold))
        return REFUSE(error, RAPPORT_BAD_VALUE, AT("gates", id, above ? "above" : "below"), "a threshold must be finite");
    return add_gate(draft, id, is, gate, error);
}

rapport_status rapport_draft_add_band(rapport_draft *draft, const char *id, double from, uint32_t *band, rapport_error *error)
{
    rapport__content *content = &draft->content;
    const rapport_allocator *mem = rapport__draft_memory(draft);
    const char *copy;
    rapport_status status = rapport__need_new_id(draft, &draft->band_index, "bands", id, &copy, error);
    if (status || (status = rapport__need_range(error, AT("bands", id, "from"), from, 0, 100)))
        return status;
    if (!content->band_count && from != 0)
        return REFUSE(error, RAPPORT_BAD_VALUE, AT("bands", id, "from"), "the first band must begin at 0");
    if (content->band_count && rapport__compare(from, content->bands[content->band_count - 1].is.from) <= 0)
        return REFUSE(error, RAPPORT_BAD_VALUE, AT("bands", id, "from"), "a band must begin above the one before it");
    if (rapport__reserve(mem, &content->bands, &content->band_capacity, content->band_count + 1, sizeof *content->bands) ||
        rapport__index_add(&draft->band_index, mem, copy, content->band_count))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    if (band)
        *band = content->band_count;
    content->bands[content->band_count++] = (rapport__band){copy, {.from = from + 0.0}};
    return RAPPORT_OK;
}

rapport_status rapport_draft_add_demand(rapport_draft *draft, uint32_t band, uint32_t demand, double least,
                                        rapport_error *error)
{
    static const struct {
        const char *key;
        double most;
    } demands[] = {{"every_group", 100}, {"weakest_party", 100}, {"balance", 1}, {"coverage", 1}, {"no_undecided_gates", 0}};
    rapport__band *found;
    double *fields[5];
    uint32_t which = 0;
    rapport_status status;
    if (band >= draft->content.band_count)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "/bands", "there is no such band");
    found = &draft->content.bands[band];
    if (!band)
        return REFUSE(error, RAPPORT_BAD_ARGUMENT, AT("bands", found->id, "requires"), "the first band can demand nothing");
    while (which < 5 && demand != 1u << which)
        which++;
    if (which == 5)
        return REFUSE(error, RAPPORT_BAD_VALUE, AT("bands", found->id, "requires"), "there is no such demand");
    if ((status = rapport__need_range(error, AT("bands", found->id, demands[which].key), least, 0, demands[which].most)))
        return status;
    fields[0] = &found->is.every_group;
    fields[1] = &found->is.weakest_party;
    fields[2] = &found->is.balance;
    fields[3] = &found->is.coverage;
    if (which < 4)
        *fields[which] = least + 0.0;
    found->is.demands |= demand;
    return RAPPORT_OK;
}

rapport_status rapport_draft_add_overlay(rapport_draft *draft, const char *id, uint32_t *overlay, rapport_error *error)
{
    rapport__content *content = &draft->content;
    const rapport_allocator *mem = rapport__draft_memory(draft);
    const char *copy;
    rapport_status status = rapport__need_new_id(draft, &draft->overlay_index, "overlays", id, &copy, error);
    if (status)
        return status;
    if (content->overlay_count == RAPPORT_MAX_OVERLAYS)
        return REFUSE(error, RAPPORT_LIMIT, AT("overlays", id, NULL), "a model has at most 256 overlays");
    if (rapport__reserve(mem, &content->overlays, &content->overlay_capacity, content->overlay_count + 1,
                         sizeof *content->overlays) ||
        rapport__index_add(&draft->overlay_index, mem, copy, content->overlay_count))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    if (overlay)
        *overlay = content->overlay_count;
    content->overlays[content->overlay_count++] = (rapport__overlay){.id = copy};
    return RAPPORT_OK;
}

static rapport_status need_change(const rapport_draft *draft, uint32_t overlay, uint32_t node, rapport_error *error)
{
    if (overlay >= draft->content.overlay_count)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "/overlays", "there is no such overlay");
    if (node == RAPPORT_ROOT || node >= draft->content.node_count)
        return REFUSE(error, RAPPORT_BAD_ARGUMENT, AT("overlays", draft->content.overlays[overlay].id, NULL),
                      "there is no such node");
    return RAPPORT_OK;
}

static rapport_status add_change(rapport_draft *draft, rapport__change **changes, uint32_t *count, uint32_t *capacity,
                                 rapport__change change, rapport_error *error)
{
    if (rapport__reserve(rapport__draft_memory(draft), changes, capacity, *count + 1, sizeof change))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    (*changes)[(*count)++] = change;
    return RAPPORT_OK;
}

rapport_status rapport_draft_set_overlay_weight(rapport_draft *draft, uint32_t overlay, uint32_t node, double factor,
                                                rapport_error *error)
{
    rapport_status status = need_change(draft, overlay, node, error);
    rapport__overlay *found;
    if (status)
        return status;
    found = &draft->content.overlays[overlay];
    if ((status = rapport__need_weight(error, AT("overlays", found->id, "weights"), factor)))
        return status;
    return add_change(draft, &found->weights, &found->weight_count, &found->weight_capacity,
                      (rapport__change){node, factor + 0.0}, error);
}

rapport_status rapport_draft_set_overlay_target(rapport_draft *draft, uint32_t overlay, uint32_t node, double target,
                                                rapport_error *error)
{
    rapport_status status = need_change(draft, overlay, node, error);
    rapport__overlay *found;
    if (status)
        return status;
    found = &draft->content.overlays[overlay];
    if ((status = rapport__need_range(error, AT("overlays", found->id, "targets"), target, 0, 100)))
        return status;
    return add_change(draft, &found->targets, &found->target_count, &found->target_capacity,
                      (rapport__change){node, target + 0.0}, error);
}
