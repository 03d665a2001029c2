/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Scales of a draft. */
#include "model/draft.h"

#include <math.h>
#include <string.h>

#include "base/utf8.h"
#include "model/scale.h"

/* Adds a scale with an id and kind; the caller fills in the rest, which cannot fail. */
static rapport_status add_scale(rapport_draft *draft, const char *id, int32_t kind, uint32_t steps, rapport__scale **out,
                                uint32_t *index, rapport_error *error)
{
    rapport__content *content = &draft->content;
    const rapport_allocator *mem = rapport__draft_memory(draft);
    rapport__scale scale = {.kind = kind, .unit = ""};
    rapport_status status = rapport__need_new_id(draft, &draft->scale_index, "scales", id, &scale.id, error);
    if (status)
        return status;
    if (content->scale_count == RAPPORT_MAX_SCALES)
        return REFUSE(error, RAPPORT_LIMIT, AT("scales", id, NULL), "a model has at most 20000 scales");
    if (rapport__reserve(mem, &content->scales, &content->scale_capacity, content->scale_count + 1, sizeof scale) ||
        (steps && rapport__reserve(mem, &scale.steps, &scale.step_capacity, steps, sizeof *scale.steps)) ||
        rapport__index_add(&draft->scale_index, mem, scale.id, content->scale_count)) {
        rapport__free(mem, scale.steps);
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    }
    if (index)
        *index = content->scale_count;
    *out = &content->scales[content->scale_count++];
    **out = scale;
    return RAPPORT_OK;
}

static rapport__scale *find_scale(rapport_draft *draft, uint32_t scale, int32_t kind)
{
    rapport__content *content = &draft->content;
    return scale < content->scale_count && content->scales[scale].kind == kind ? &content->scales[scale] : NULL;
}

static rapport_status no_scale(rapport_error *error, const char *kind)
{
    return FAIL(error, RAPPORT_BAD_ARGUMENT, "/scales", "there is no such ", kind, " scale");
}

rapport_status rapport_draft_add_levels(rapport_draft *draft, const char *id, uint32_t levels, int32_t reversed,
                                        uint32_t *scale, rapport_error *error)
{
    rapport__scale *added;
    rapport_status status = rapport__need_range(error, AT("scales", id, "levels"), levels, 2, RAPPORT_MAX_LEVELS);
    if (status || (status = rapport__need_range(error, AT("scales", id, "reversed"), reversed, 0, 1)) ||
        (status = add_scale(draft, id, RAPPORT_LEVELS, levels, &added, scale, error)))
        return status;
    added->reversed = reversed;
    added->step_count = levels;
    for (uint32_t i = 0; i < levels; i++)
        added->steps[i] = (rapport__step){"", 100.0 * (reversed ? levels - 1 - i : i) / (levels - 1)};
    return RAPPORT_OK;
}

rapport_status rapport_draft_set_level_points(rapport_draft *draft, uint32_t scale, const double *points, uint32_t count,
                                              rapport_error *error)
{
    rapport__scale *levels = find_scale(draft, scale, RAPPORT_LEVELS);
    bool rises = false, falls = false;
    if (!levels || !points)
        return no_scale(error, "level");
    if (levels->reversed)
        return REFUSE(error, RAPPORT_BAD_VALUE, AT("scales", levels->id, "reversed"),
                      "a scale with points of its own cannot be reversed");
    if (count != levels->step_count)
        return REFUSE(error, RAPPORT_BAD_VALUE, AT("scales", levels->id, "levels"), "every level must have points");
    for (uint32_t i = 0; i < count; i++) {
        rapport_status status = rapport__need_range(error, AT_ITEM("scales", levels->id, "points", i + 1), points[i], 0, 100);
        if (status)
            return status;
        rises = rises || (i && points[i] > points[i - 1]);
        falls = falls || (i && points[i] < points[i - 1]);
        if (rises && falls)
            return REFUSE(error, RAPPORT_BAD_VALUE, AT_ITEM("scales", levels->id, "points", i + 1),
                          "the points must rise or fall all the way");
    }
    levels->own_points = true;
    for (uint32_t i = 0; i < count; i++)
        levels->steps[i].points = points[i] + 0.0; /* -0 becomes 0 */
    return RAPPORT_OK;
}

/* Checks the id of a new step of a scale and copies it. */
static rapport_status need_step_id(rapport_draft *draft, const rapport__scale *scale, const char *key, const char *id,
                                   const char **copy, rapport_error *error)
{
    rapport__index none = {0};
    rapport_status status;
    if (id && rapport__id_is_state(id))
        return REFUSE(error, RAPPORT_BAD_VALUE, AT("scales", scale->id, key), "\"", id,
                      "\" means that there is no answer; it cannot be one");
    for (uint32_t i = 0; id && *id && i < scale->step_count; i++) /* "" is that of a level without an id */
        if (!strcmp(scale->steps[i].id, id))
            return REFUSE(error, RAPPORT_DUPLICATE, AT("scales", scale->id, key), "the id \"", id, "\" is taken");
    status = rapport__need_new_id(draft, &none, "scales", id, copy, NULL);
    if (status == RAPPORT_BAD_VALUE)
        return REFUSE(error, status, AT("scales", scale->id, key), "\"", id,
                      "\" is no id: 1 to 64 characters of a-z 0-9 . _ -, and not \"x\"");
    return status ? rapport__fail_plainly(error, status) : RAPPORT_OK;
}

rapport_status rapport_draft_set_level_id(rapport_draft *draft, uint32_t scale, uint32_t level, const char *id,
                                          rapport_error *error)
{
    rapport__scale *levels = find_scale(draft, scale, RAPPORT_LEVELS);
    const char *copy;
    rapport_status status;
    if (!levels || level < 1 || level > levels->step_count)
        return no_scale(error, "level");
    if ((status = need_step_id(draft, levels, "levels", id, &copy, error)))
        return status;
    levels->steps[level - 1].id = copy;
    return RAPPORT_OK;
}

rapport_status rapport_draft_add_points(rapport_draft *draft, const char *id, const double *x, const double *y, uint32_t count,
                                        uint32_t *scale, rapport_error *error)
{
    rapport__scale *added;
    rapport_status status;
    if (!x || !y)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "/scales", "the points are NULL");
    if ((status = rapport__need_range(error, AT("scales", id, "points"), count, 2, RAPPORT_MAX_KNOTS)))
        return status;
    for (uint32_t i = 0; i < count; i++) {
        if (!isfinite(x[i]) || (i && x[i] <= x[i - 1]))
            return REFUSE(error, RAPPORT_BAD_VALUE, AT_ITEM("scales", id, "points", i + 1),
                          "the answers must be finite and rise strictly");
        if ((status = rapport__need_range(error, AT_ITEM("scales", id, "points", i + 1), y[i], 0, 100)))
            return status;
    }
    if ((status = add_scale(draft, id, RAPPORT_NUMBER, 0, &added, scale, error)))
        return status;
    added->knots = count;
    for (uint32_t i = 0; i < count; i++) {
        added->x[i] = x[i] + 0.0;
        added->y[i] = y[i] + 0.0;
    }
    return RAPPORT_OK;
}

static void add_knot(rapport__scale *scale, double x, double y)
{
    scale->x[scale->knots] = x;
    scale->y[scale->knots++] = y;
}

rapport_status rapport_draft_add_linear(rapport_draft *draft, const char *id, double worst, double best, uint32_t *scale,
                                        rapport_error *error)
{
    rapport__scale *added;
    rapport_status status;
    if (!isfinite(worst) || !isfinite(best) || worst == best)
        return REFUSE(error, RAPPORT_BAD_VALUE, AT("scales", id, "linear"), "worst and best must be finite and differ");
    if ((status = add_scale(draft, id, RAPPORT_NUMBER, 0, &added, scale, error)))
        return status;
    added->shape = SHAPE_LINEAR;
    added->given[0] = worst + 0.0;
    added->given[1] = best + 0.0;
    add_knot(added, worst < best ? added->given[0] : added->given[1], worst < best ? 0 : 100);
    add_knot(added, worst < best ? added->given[1] : added->given[0], worst < best ? 100 : 0);
    return RAPPORT_OK;
}

rapport_status rapport_draft_add_range(rapport_draft *draft, const char *id, double zero_below, double full_from,
                                       double full_to, double zero_above, uint32_t *scale, rapport_error *error)
{
    rapport__scale *added;
    rapport_status status;
    if (!isfinite(zero_below) || !isfinite(zero_above) || !(zero_below < full_from) || !(full_from <= full_to) ||
        !(full_to < zero_above))
        return REFUSE(error, RAPPORT_BAD_VALUE, AT("scales", id, "range"),
                      "a range needs finite zero_below < full_from <= full_to < zero_above");
    if ((status = add_scale(draft, id, RAPPORT_NUMBER, 0, &added, scale, error)))
        return status;
    added->shape = SHAPE_RANGE;
    added->given[0] = zero_below + 0.0;
    added->given[1] = full_from + 0.0;
    added->given[2] = full_to + 0.0;
    added->given[3] = zero_above + 0.0;
    add_knot(added, added->given[0], 0);
    add_knot(added, added->given[1], 100);
    if (full_from < full_to)
        add_knot(added, added->given[2], 100);
    add_knot(added, added->given[3], 0);
    return RAPPORT_OK;
}

rapport_status rapport_draft_add_exponential(rapport_draft *draft, const char *id, double worst, double best, double rho,
                                             uint32_t *scale, rapport_error *error)
{
    rapport__scale *added;
    rapport_status status;
    if (!isfinite(worst) || !isfinite(best) || worst == best)
        return REFUSE(error, RAPPORT_BAD_VALUE, AT("scales", id, "exponential"), "worst and best must be finite and differ");
    if (!isfinite(rho) || rho == 0)
        return REFUSE(error, RAPPORT_BAD_VALUE, AT("scales", id, "exponential"), "rho must be finite and not 0");
    if ((status = add_scale(draft, id, RAPPORT_NUMBER, 0, &added, scale, error)))
        return status;
    added->shape = SHAPE_EXPONENTIAL;
    added->given[0] = worst + 0.0;
    added->given[1] = best + 0.0;
    added->given[2] = rho;
    return RAPPORT_OK;
}

rapport_status rapport_draft_set_unit(rapport_draft *draft, uint32_t scale, const char *unit, rapport_error *error)
{
    rapport__scale *number = find_scale(draft, scale, RAPPORT_NUMBER);
    size_t length = unit ? strlen(unit) : 0;
    const char *copy;
    if (!number || !unit)
        return no_scale(error, "number");
    if (length < 1 || length > 64 || !rapport__utf8_valid(unit, length, NULL))
        return REFUSE(error, RAPPORT_BAD_VALUE, AT("scales", number->id, "unit"), "a unit must be 1 to 64 bytes of UTF-8");
    if (!(copy = rapport__arena_text(&draft->content.arena, unit, length)))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    number->unit = copy;
    return RAPPORT_OK;
}

rapport_status rapport_draft_add_yesno(rapport_draft *draft, const char *id, uint32_t *scale, rapport_error *error)
{
    rapport__scale *added;
    return add_scale(draft, id, RAPPORT_YESNO, 0, &added, scale, error);
}

rapport_status rapport_draft_add_choice(rapport_draft *draft, const char *id, uint32_t *scale, rapport_error *error)
{
    rapport__scale *added;
    return add_scale(draft, id, RAPPORT_CHOICE, 0, &added, scale, error);
}

rapport_status rapport_draft_add_option(rapport_draft *draft, uint32_t scale, const char *id, double points,
                                        rapport_error *error)
{
    rapport__scale *choice = find_scale(draft, scale, RAPPORT_CHOICE);
    const char *copy;
    rapport_status status;
    if (!choice)
        return no_scale(error, "choice");
    if (choice->step_count == RAPPORT_MAX_OPTIONS)
        return REFUSE(error, RAPPORT_LIMIT, AT("scales", choice->id, "choices"), "a scale has at most 256 options");
    if ((status = need_step_id(draft, choice, "choices", id, &copy, error)) ||
        (status = rapport__need_range(error, AT("scales", choice->id, "points"), points, 0, 100)))
        return status;
    if (rapport__reserve(rapport__draft_memory(draft), &choice->steps, &choice->step_capacity, choice->step_count + 1,
                         sizeof *choice->steps))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    choice->steps[choice->step_count++] = (rapport__step){copy, points + 0.0};
    return RAPPORT_OK;
}
