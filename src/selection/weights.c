/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Making weights of judgements or candidates, rater by rater. */
#include "selection/weights.h"

#include <string.h>

static rapport_status no_memory(rapport_error *error)
{
    return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
}

static const char *id_of(const rapport_judgements *j, const rapport_candidates *candidates, uint32_t criterion)
{
    return j ? j->items[j->criteria[criterion]].id : candidates->criterion_ids[criterion];
}

static bool copy_ids(rapport_weights *w, const rapport_judgements *j, const rapport_candidates *candidates)
{
    for (uint32_t c = 0; c < w->count; c++) {
        const char *id = id_of(j, candidates, c);
        if (!(w->ids[c] = rapport__arena_text(&w->arena, id, strlen(id))))
            return false;
    }
    for (uint32_t g = 0; g < w->group_count; g++) {
        const char *id = j->items[j->groups[g]].id;
        if (!(w->group_ids[g] = rapport__arena_text(&w->arena, id, strlen(id))))
            return false;
    }
    for (uint32_t r = 0; r < w->rater_count; r++) {
        w->raters[r].weight = j->raters[r].weight;
        if (!(w->raters[r].id = rapport__arena_text(&w->arena, j->raters[r].id, strlen(j->raters[r].id))))
            return false;
    }
    return true;
}

static rapport_status make_room(rapport_weights *w, const rapport_judgements *j, const rapport_candidates *candidates,
                                rapport_error *error)
{
    rapport__arena *arena = &w->arena;
    w->count = j ? j->criterion_count : candidates->criterion_count;
    w->rater_count = j && w->method != RAPPORT_WEIGHTS_EQUAL ? j->rater_count : 0;
    w->group_count = w->method == RAPPORT_WEIGHTS_SWING ? j->group_count : 0;
    if (!(w->ids = rapport__arena_alloc(arena, w->count, sizeof *w->ids)) ||
        !(w->values = rapport__arena_alloc(arena, w->count, sizeof *w->values)) ||
        !(w->group_ids = rapport__arena_alloc(arena, w->group_count, sizeof *w->group_ids)) ||
        !(w->group_values = rapport__arena_alloc(arena, w->group_count, sizeof *w->group_values)) ||
        !(w->raters = rapport__arena_alloc(arena, w->rater_count, sizeof *w->raters)) ||
        !(w->rows = rapport__arena_alloc(arena, (size_t)w->rater_count * w->count, sizeof *w->rows)) ||
        !copy_ids(w, j, candidates))
        return no_memory(error);
    return RAPPORT_OK;
}

/* Puts "/raters/1" before the path of an error, if raters are told apart. */
static rapport_status at_rater(const rapport_judgements *j, uint32_t rater, rapport_status status, rapport_error *error)
{
    char path[sizeof error->path] = "/raters";
    if (!status || !error || (j->rater_count == 1 && !*j->raters[0].id))
        return status;
    rapport__append_index(path, sizeof path, rater);
    rapport__append(path, sizeof path, error->path);
    memcpy(error->path, path, sizeof path);
    return status;
}

/* The weights of each group: what is in it, at whatever depth. */
static void add_groups(rapport_weights *w, const rapport_judgements *j)
{
    for (uint32_t c = 0; c < w->count && w->group_count; c++)
        for (uint32_t g = j->items[j->criteria[c]].group; g != RAPPORT_NONE; g = j->items[j->groups[g]].group)
            w->group_values[g] += w->values[c];
}

static rapport_status weigh_raters(rapport_weights *w, const rapport_judgements *j, rapport_error *error)
{
    bool together = w->combine == RAPPORT_COMBINE_JUDGEMENTS && w->rater_count > 1;
    rapport_status status;
    if (!w->rater_count)
        return FAIL(error, RAPPORT_NOT_FOUND, "/raters", "there are no judgements");
    for (uint32_t r = 0; r < w->rater_count; r++) {
        status = rapport__weigh_rater(w, j, r, error);
        if (status && !(status == RAPPORT_UNDEFINED && together)) /* others may have judged what this one has not */
            return at_rater(j, r, status, error);
    }
    if ((status = rapport__weigh_together(w, j, error)))
        return status;
    add_groups(w, j);
    return RAPPORT_OK;
}

static rapport_status fill(rapport_weights *w, const rapport_judgements *j, const rapport_candidates *candidates,
                           rapport_error *error)
{
    rapport_status status = make_room(w, j, candidates, error);
    if (status)
        return status;
    if (candidates)
        return rapport_data_weights_compute(w->method, candidates, &w->arena.mem, w->values, error);
    if (!w->count)
        return FAIL(error, RAPPORT_UNDEFINED, "/criteria", "there are no criteria");
    for (uint32_t c = 0; c < w->count && w->method == RAPPORT_WEIGHTS_EQUAL; c++)
        w->values[c] = 1.0 / w->count;
    return w->method == RAPPORT_WEIGHTS_EQUAL ? RAPPORT_OK : weigh_raters(w, j, error);
}

static rapport_status check_input(int32_t method, const rapport_judgements *judgements, const rapport_candidates *candidates,
                                  rapport_error *error)
{
    int32_t input = rapport_weighting_input(method);
    if (!input)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "there is no such method");
    if (!judgements == !candidates)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "judgements or candidates are needed, one of the two");
    if (!(input & (judgements ? RAPPORT_FROM_JUDGEMENTS : RAPPORT_FROM_CANDIDATES)))
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", rapport_weighting_name(method),
                    judgements ? " starts from candidates, not from judgements"
                               : " starts from judgements, not from candidates");
    if (judgements && judgements->combine == RAPPORT_COMBINE_JUDGEMENTS && method != RAPPORT_WEIGHTS_AHP &&
        method != RAPPORT_WEIGHTS_AHP_GEOMETRIC)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "/combine", "only pairwise comparisons can be combined as judgements");
    return RAPPORT_OK;
}

rapport_status rapport_weights_create(int32_t method, const rapport_judgements *judgements,
                                      const rapport_candidates *candidates, const rapport_allocator *allocator,
                                      rapport_weights **out, rapport_error *error)
{
    rapport_allocator mem;
    rapport_weights *w;
    rapport_status status;
    if (!out)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "out is NULL");
    *out = NULL;
    if ((status = check_input(method, judgements, candidates, error)))
        return status;
    if (rapport__memory_init(&mem, allocator))
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "the allocator is incomplete");
    if (!(w = rapport__alloc(&mem, 1, sizeof *w)))
        return no_memory(error);
    rapport__arena_init(&w->arena, &mem);
    w->method = method;
    if (judgements) {
        w->random_index = judgements->random_index;
        w->combine = judgements->combine;
    }
    if ((status = fill(w, judgements, candidates, error))) {
        rapport_weights_destroy(w);
        return status;
    }
    *out = w;
    return RAPPORT_OK;
}

void rapport_weights_destroy(rapport_weights *weights)
{
    rapport_allocator mem;
    if (!weights)
        return;
    mem = weights->arena.mem;
    rapport__arena_clear(&weights->arena);
    rapport__free(&mem, weights);
}
