/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* What can only be checked once a draft is whole. Every problem is reported. */
#include <string.h>

#include "model/draft.h"

typedef struct report {
    rapport_error *problems;
    uint32_t capacity, count;
} report;

/* Room for the next problem, or NULL: it is counted all the same. */
static rapport_error *next(report *found)
{
    uint32_t at = found->count++;
    return at < found->capacity ? &found->problems[at] : NULL;
}

static void check_groups(const rapport__content *content, report *found)
{
    for (uint32_t i = 0; i < content->node_count; i++) {
        const rapport__node *node = &content->nodes[i];
        rapport__place place = i ? AT("criteria", node->id, "criteria") : AT("criteria", NULL, NULL);
        double total = 0;
        if (node->kind != RAPPORT_GROUP)
            continue;
        for (uint32_t c = node->first; c != RAPPORT_NONE; c = content->nodes[c].next)
            total += rapport__node_counts(&content->nodes[c], content->nodes[c].weight) ? content->nodes[c].weight : 0;
        if (node->first == RAPPORT_NONE)
            REFUSE(next(found), RAPPORT_BAD_VALUE, place, "a group must have at least one criterion or group in it");
        else if (!(total > 0))
            REFUSE(next(found), RAPPORT_BAD_VALUE, place,
                   "at least one of the siblings must count: have a weight above 0 and not be informational");
    }
}

static void check_choices(const rapport__content *content, report *found)
{
    for (uint32_t i = 0; i < content->scale_count; i++)
        if (content->scales[i].kind == RAPPORT_CHOICE && !content->scales[i].step_count)
            REFUSE(next(found), RAPPORT_BAD_VALUE, AT("scales", content->scales[i].id, "choices"),
                   "a choice needs at least one option");
}

typedef struct levels { /* which levels of a criterion have an anchor */
    uint64_t seen[2];
} levels;

static uint32_t count_levels(const levels *of)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < 128; i++)
        count += (uint32_t)(of->seen[i / 64] >> i % 64 & 1);
    return count;
}

static void check_anchors(const rapport__content *content, report *found)
{
    levels *anchored = NULL;
    for (uint32_t i = 0; i < content->label_count; i++) {
        const rapport__label *label = &content->labels[i];
        if (label->label != RAPPORT_ANCHOR)
            continue;
        if (!anchored && !(anchored = rapport__alloc(&content->arena.mem, content->node_count, sizeof *anchored))) {
            rapport__fail_plainly(next(found), RAPPORT_NO_MEMORY);
            return;
        }
        anchored[label->index].seen[label->step / 64] |= (uint64_t)1 << label->step % 64;
    }
    for (uint32_t i = 1; anchored && i < content->node_count; i++) {
        uint32_t count = count_levels(&anchored[i]);
        if (count && count != content->scales[content->nodes[i].scale].step_count)
            REFUSE(next(found), RAPPORT_BAD_VALUE, AT("criteria", content->nodes[i].id, "anchors"),
                   "every level must have an anchor, or none");
    }
    rapport__free(&content->arena.mem, anchored);
}

/* What the children of a group weigh together when each weight is multiplied by its factor. */
static double weight_with(const rapport__content *content, uint32_t group, const double *factors)
{
    double total = 0;
    for (uint32_t c = content->nodes[group].first; c != RAPPORT_NONE; c = content->nodes[c].next) {
        double weight = content->nodes[c].weight * factors[c];
        total += rapport__node_counts(&content->nodes[c], weight) ? weight : 0;
    }
    return total;
}

static void check_overlay(const rapport__content *content, const rapport__overlay *overlay, double *factors,
                          unsigned char *seen, report *found)
{
    for (uint32_t i = 0; i < overlay->weight_count; i++)
        factors[overlay->weights[i].node] = overlay->weights[i].value;
    for (uint32_t i = 0; i < overlay->weight_count; i++) {
        uint32_t node = overlay->weights[i].node, parent = content->nodes[node].parent;
        rapport_status status = RAPPORT_OK;
        if (!rapport__weight_valid(content->nodes[node].weight * factors[node]))
            status = REFUSE(next(found), RAPPORT_BAD_VALUE, AT("overlays", overlay->id, "weights"), "the weight of \"",
                            content->nodes[node].id, "\" leaves the range 1e-12..1e12");
        if (!status && !seen[parent] && !(weight_with(content, parent, factors) > 0))
            REFUSE(next(found), RAPPORT_BAD_VALUE, AT("overlays", overlay->id, "weights"), "the siblings of \"",
                   content->nodes[node].id, "\" are left without any weight");
        seen[parent] = 1;
    }
    for (uint32_t i = 0; i < overlay->weight_count; i++) {
        factors[overlay->weights[i].node] = 1;
        seen[content->nodes[overlay->weights[i].node].parent] = 0;
    }
}

static void check_overlays(const rapport__content *content, report *found)
{
    const rapport_allocator *mem = &content->arena.mem;
    double *factors;
    unsigned char *seen;
    if (!content->overlay_count)
        return;
    factors = rapport__alloc(mem, content->node_count, sizeof *factors);
    seen = rapport__alloc(mem, content->node_count, 1);
    if (factors && seen) {
        for (uint32_t i = 0; i < content->node_count; i++)
            factors[i] = 1;
        for (uint32_t i = 0; i < content->overlay_count; i++)
            check_overlay(content, &content->overlays[i], factors, seen, found);
    } else {
        rapport__fail_plainly(next(found), RAPPORT_NO_MEMORY);
    }
    rapport__free(mem, factors);
    rapport__free(mem, seen);
}

uint32_t rapport_draft_check(const rapport_draft *draft, rapport_error *problems, uint32_t capacity)
{
    report found = {problems, problems ? capacity : 0, 0};
    const rapport__content *content = &draft->content;
    check_choices(content, &found);
    check_groups(content, &found);
    check_anchors(content, &found);
    if (!content->band_count)
        REFUSE(next(&found), RAPPORT_BAD_VALUE, AT("bands", NULL, NULL), "a model needs at least one band");
    check_overlays(content, &found);
    return found.count;
}
