/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Average ranks, of numbers and of scores with two outcomes. */
#include "selection/correlation.h"

#include <math.h>

#include "base/struct.h"

_Static_assert(sizeof(rapport_auc) == 40, "the layout of rapport_auc is part of the ABI");

#define MOST 1e300

rapport_status rapport__check_numbers(const double *values, uint32_t count, double least, double most, const char *name,
                                      rapport_error *error)
{
    for (uint32_t i = 0; i < count; i++)
        if (!(values[i] >= least && values[i] <= most)) {
            char path[sizeof error->path] = "";
            rapport__append_key(path, sizeof path, name);
            rapport__append_index(path, sizeof path, i);
            return FAIL(error, RAPPORT_BAD_VALUE, path,
                        least < 0 ? "a number must lie in -1e300..1e300"
                                  : "a rank must lie between 1 and the number of things");
        }
    return RAPPORT_OK;
}

void rapport__double_ranks(const double *values, uint32_t count, rapport__keyed *room, double *ranks)
{
    const rapport__keyed *sorted = rapport__sort_numbers(values, 1, count, room);
    for (uint32_t first = 0, end; first < count; first = end) {
        for (end = first + 1; end < count && sorted[end].key == sorted[first].key;)
            end++;
        for (uint32_t i = first; i < end; i++)
            ranks[sorted[i].item] = (double)first + end + 1; /* twice the mean of first + 1 to end */
    }
}

rapport_status rapport_ranks_compute(const double *values, uint32_t count, int32_t direction,
                                     const rapport_allocator *allocator, double *ranks, rapport_error *error)
{
    rapport_allocator mem;
    rapport_status status;
    rapport__keyed *room;
    if (!values || !ranks || !count || (direction != RAPPORT_MAXIMIZE && direction != RAPPORT_MINIMIZE) ||
        rapport__memory_init(&mem, allocator))
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "numbers, a direction and room for ranks are needed");
    if (count > RAPPORT_MAX_CANDIDATES)
        return FAIL(error, RAPPORT_LIMIT, "", "there are too many numbers");
    if ((status = rapport__check_numbers(values, count, -MOST, MOST, "values", error)))
        return status;
    if (!(room = rapport__alloc(&mem, count, 2 * sizeof *room)))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    rapport__double_ranks(values, count, room, ranks);
    for (uint32_t i = 0; i < count; i++)
        ranks[i] = direction == RAPPORT_MINIMIZE ? ranks[i] / 2 : count + 1 - ranks[i] / 2;
    rapport__free(&mem, room);
    return RAPPORT_OK;
}

/* With A the area, Q1 = A / (2 - A) and Q2 = 2 A^2 / (1 + A):
 *   SE^2 = (A (1 - A) + (good - 1)(Q1 - A^2) + (bad - 1)(Q2 - A^2)) / (good bad)
 * (Hanley and McNeil 1982, The meaning and use of the area under a receiver operating characteristic curve, Radiology 143). */
static double standard_error(double a, double good, double bad)
{
    double q1 = a / (2 - a), q2 = 2 * a * a / (1 + a);
    double square = (a * (1 - a) + (good - 1) * (q1 - a * a) + (bad - 1) * (q2 - a * a)) / (good * bad);
    return square > 0 ? sqrt(square) : 0;
}

/* U = sum of the ranks of the good ones - good (good + 1) / 2, over good * bad pairs. All but the division is exact. */
static void put_area(const double *ranks, const uint8_t *outcomes, uint32_t count, rapport_auc *out)
{
    double sum = 0;
    for (uint32_t i = 0; i < count; i++)
        sum += outcomes[i] ? ranks[i] : 0;
    out->has_value = 1;
    out->value = (sum - (double)out->good * (out->good + 1.0)) / (2.0 * out->good * out->bad);
    out->standard_error = standard_error(out->value, out->good, out->bad);
}

rapport_status rapport_auc_compute(const double *scores, const uint8_t *outcomes, uint32_t count,
                                   const rapport_allocator *allocator, rapport_auc *out, rapport_error *error)
{
    rapport_auc made = {.struct_size = sizeof made};
    rapport_allocator mem;
    rapport_status status;
    rapport__keyed *room;
    double *ranks;
    if ((count && (!scores || !outcomes)) || !out || rapport__memory_init(&mem, allocator))
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "scores, outcomes and out are needed");
    if (count > RAPPORT_MAX_CANDIDATES)
        return FAIL(error, RAPPORT_LIMIT, "", "there are too many scores");
    if ((status = rapport__check_numbers(scores, count, -MOST, MOST, "scores", error)))
        return status;
    for (uint32_t i = 0; i < count; i++) {
        char path[sizeof error->path] = "/outcomes";
        rapport__append_index(path, sizeof path, i);
        if (outcomes[i] > 1)
            return FAIL(error, RAPPORT_BAD_VALUE, path, "an outcome is 0 or 1");
        *(outcomes[i] ? &made.good : &made.bad) += 1;
    }
    made.reason = count < 2                 ? RAPPORT_CORRELATION_TOO_FEW
                  : !made.good || !made.bad ? RAPPORT_CORRELATION_ONE_OUTCOME
                                            : RAPPORT_CORRELATION_DEFINED;
    if (!made.reason) {
        if (!(ranks = rapport__alloc(&mem, count, sizeof *ranks + 2 * sizeof *room)))
            return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
        room = (rapport__keyed *)(void *)(ranks + count);
        rapport__double_ranks(scores, count, room, ranks);
        put_area(ranks, outcomes, count, &made);
        rapport__free(&mem, ranks);
    }
    if (rapport__struct_out(out, &made, sizeof made))
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "out has a wrong struct_size");
    return RAPPORT_OK;
}
