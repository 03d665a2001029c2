/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Pairwise comparisons (Saaty 1980): checking and filling the matrix; several raters as one. */
#include "selection/pairwise.h"

#include <string.h>

#include "base/maths.h"
#include "base/struct.h"

_Static_assert(sizeof(rapport_consistency) == 128, "the layout of rapport_consistency is part of the ABI");

#define LEAST 1e-9
#define MOST 1e9
#define TOLERANCE 0.05 /* of a_ij a_ji - 1: what two decimals do to the reciprocals of 1..9 */

static bool is_there(const uint8_t *present, size_t place)
{
    return !present || present[place];
}

double rapport__side_of(const double *matrix, const uint8_t *present, uint32_t count, uint32_t row, uint32_t column)
{
    size_t place = (size_t)row * count + column, other = (size_t)column * count + row;
    if (is_there(present, place))
        return matrix[place];
    return row == column ? 1 : is_there(present, other) ? 1 / matrix[other] : 0;
}

static rapport_status fail_at(rapport_error *error, const char *path, uint32_t row, uint32_t column, const char *message)
{
    char place[sizeof error->path] = "";
    rapport__append(place, sizeof place, path);
    rapport__append_index(place, sizeof place, row);
    rapport__append_index(place, sizeof place, column);
    return FAIL(error, RAPPORT_BAD_VALUE, place, message);
}

rapport_status rapport__pairwise_check(const double *matrix, const uint8_t *present, uint32_t count, const char *path,
                                       rapport_error *error)
{
    for (uint32_t i = 0; i < count; i++)
        for (uint32_t j = 0; j < count; j++) {
            size_t place = (size_t)i * count + j, other = (size_t)j * count + i;
            if (!is_there(present, place))
                continue;
            if (!(matrix[place] >= LEAST && matrix[place] <= MOST))
                return fail_at(error, path, i, j, "a judgement must lie in 1e-9..1e9");
            if (i == j && matrix[place] != 1)
                return fail_at(error, path, i, j, "a criterion is 1 times as important as itself");
            if (j < i && is_there(present, other) &&
                rapport__compare(rapport__magnitude(matrix[place] * matrix[other] - 1), TOLERANCE) > 0)
                return fail_at(error, path, i, j, "the two judgements of a pair must be reciprocal, within 5 in 100");
        }
    return RAPPORT_OK;
}

/* Whether every criterion is compared with the first, if only by way of others; names one that is not. */
static rapport_status check_connected(const rapport__pairwise *p, rapport_error *error)
{
    uint32_t n = p->count, reached = 1;
    double *waiting = p->work, *seen = p->work + n; /* small whole numbers are exact */
    memset(p->work, 0, 2 * (size_t)n * sizeof *p->work);
    seen[0] = 1;
    for (uint32_t at = 0; at < reached; at++)
        for (uint32_t i = 0; i < n; i++)
            if (seen[i] == 0 && rapport__judged(p, (uint32_t)waiting[at], i) > 0) {
                seen[i] = 1;
                waiting[reached++] = i;
            }
    for (uint32_t i = 0; i < n; i++)
        if (seen[i] == 0) {
            char path[sizeof error->path] = "/pairwise";
            rapport__append_index(path, sizeof path, i);
            return FAIL(error, RAPPORT_UNDEFINED, path,
                        "nothing connects this criterion with the first one: more pairs have to be judged");
        }
    return RAPPORT_OK;
}

static rapport_status fill(rapport__pairwise *p, const double *matrix, const uint8_t *present, rapport_error *error)
{
    size_t cells = (size_t)p->count * p->count;
    p->a = rapport__alloc(&p->mem, 2 * cells + 2 * (size_t)p->count, sizeof *p->a);
    if (!p->a)
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    p->work = p->a + cells;
    for (uint32_t i = 0; i < p->count; i++)
        for (uint32_t j = 0; j < p->count; j++) {
            p->a[(size_t)i * p->count + j] = rapport__side_of(matrix, present, p->count, i, j);
            p->missing += i < j && rapport__judged(p, i, j) == 0;
        }
    return check_connected(p, error);
}

rapport_status rapport_pairwise_weights_compute(int32_t method, const double *matrix, const uint8_t *present, uint32_t count,
                                                int32_t random_index, const rapport_allocator *allocator, double *weights,
                                                rapport_consistency *consistency, rapport_error *error)
{
    bool geometric = method == RAPPORT_WEIGHTS_AHP_GEOMETRIC;
    rapport__pairwise p = {.count = count};
    rapport_consistency made = {.struct_size = sizeof made};
    rapport_status status;
    if (!matrix || !weights || (!geometric && method != RAPPORT_WEIGHTS_AHP) || !rapport_random_index_name(random_index) ||
        !rapport__can_take(consistency) || rapport__memory_init(&p.mem, allocator))
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "a matrix, weights, a method and a table of random indices are needed");
    if ((status = rapport__check_criteria(count, RAPPORT_MAX_PAIRWISE, error)) ||
        (status = rapport__pairwise_check(matrix, present, count, "/pairwise", error)))
        return status;
    if (!(status = fill(&p, matrix, present, error))) {
        (geometric ? rapport__pairwise_geometric : rapport__pairwise_eigenvector)(&p, weights);
        rapport__pairwise_consistency(&p, weights, geometric, random_index, &made);
        if (consistency)
            rapport__struct_out(consistency, &made, sizeof made);
    }
    rapport__free(&p.mem, p.a);
    return status;
}

static rapport_status check_raters(const double *matrices, const uint8_t *present, uint32_t raters, uint32_t count,
                                   const double *rater_weights, rapport_error *error)
{
    size_t cells = (size_t)count * count;
    for (uint32_t r = 0; r < raters; r++) {
        char path[sizeof error->path] = "/raters";
        rapport_status status;
        rapport__append_index(path, sizeof path, r);
        if (rater_weights && !rapport__rater_weight_valid(rater_weights[r])) {
            rapport__append_key(path, sizeof path, "weight");
            return FAIL(error, RAPPORT_BAD_VALUE, path, "the weight of a rater must lie in 1e-100..1e100");
        }
        rapport__append_key(path, sizeof path, "pairwise");
        status = rapport__pairwise_check(matrices + r * cells, present ? present + r * cells : NULL, count, path, error);
        if (status)
            return status;
    }
    return RAPPORT_OK;
}

rapport_status rapport_pairwise_combine_compute(const double *matrices, const uint8_t *present, uint32_t raters, uint32_t count,
                                                const double *rater_weights, double *matrix, uint8_t *judged,
                                                rapport_error *error)
{
    size_t cells = (size_t)count * count;
    rapport_status status;
    if (!matrices || !matrix || !judged || !raters)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "matrices of raters and room for one are needed");
    if (raters > RAPPORT_MAX_RATERS)
        return FAIL(error, RAPPORT_LIMIT, "", "there are too many raters");
    if ((status = rapport__check_criteria(count, RAPPORT_MAX_PAIRWISE, error)) ||
        (status = check_raters(matrices, present, raters, count, rater_weights, error)))
        return status;
    for (size_t at = 0; at < cells; at++) {
        rapport__sum logs = {0}, weights = {0};
        for (uint32_t r = 0; r < raters; r++) {
            double judgement = rapport__side_of(matrices + r * cells, present ? present + r * cells : NULL, count,
                                                (uint32_t)(at / count), (uint32_t)(at % count));
            if (judgement == 0)
                continue;
            rapport__sum_add_product(&logs, rater_weights ? rater_weights[r] : 1, rapport__log(judgement));
            rapport__sum_add(&weights, rater_weights ? rater_weights[r] : 1);
        }
        judged[at] = weights.high > 0;
        matrix[at] = judged[at] ? rapport__exp(rapport__sum_value(&logs) / rapport__sum_value(&weights)) : 0;
    }
    return RAPPORT_OK;
}
