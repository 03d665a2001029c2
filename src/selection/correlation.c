/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Correlations of two rows. */
#include "selection/correlation.h"

#include <math.h>

#include "base/maths.h"
#include "base/struct.h"

_Static_assert(sizeof(rapport_correlation) == 32, "the layout of rapport_correlation is part of the ABI");

#define MOST 1e300

static const char *const names[RAPPORT_CORRELATION_END] = {NULL, "spearman", "kendall", "pearson", "weighted-spearman", "ws"};

static bool is_kind(int32_t kind)
{
    return kind >= RAPPORT_CORRELATION_SPEARMAN && kind < RAPPORT_CORRELATION_END;
}

const char *rapport_correlation_name(int32_t kind)
{
    return is_kind(kind) ? names[kind] : NULL;
}

static double magnitude(double x)
{
    return x < 0 ? -x : x;
}

/* The mean of numbers that may be large: each is divided first. */
static double mean_of(const double *x, uint32_t count)
{
    rapport__sum sum = {0};
    for (uint32_t i = 0; i < count; i++)
        rapport__sum_add(&sum, x[i] / 0x1p20);
    return rapport__sum_value(&sum) / count * 0x1p20;
}

/* How far the furthest is from the mean: what the others are measured in, so that no square is too large or too small. */
static double reach_of(const double *x, uint32_t count, double mean)
{
    double reach = 0;
    for (uint32_t i = 0; i < count; i++)
        reach = magnitude(x[i] - mean) > reach ? magnitude(x[i] - mean) : reach;
    return reach;
}

static bool varies(const double *x, uint32_t count)
{
    for (uint32_t i = 1; i < count; i++)
        if (x[i] != x[0])
            return true;
    return false;
}

bool rapport__pearson(const double *x, const double *y, uint32_t count, double *out)
{
    rapport__sum xx = {0}, yy = {0}, xy = {0};
    double x_mean = mean_of(x, count), y_mean = mean_of(y, count), r;
    double x_reach = reach_of(x, count, x_mean), y_reach = reach_of(y, count, y_mean);
    if (!varies(x, count) || !varies(y, count))
        return false;
    for (uint32_t i = 0; i < count; i++) {
        double a = (x[i] - x_mean) / x_reach, b = (y[i] - y_mean) / y_reach;
        rapport__sum_add_product(&xx, a, a);
        rapport__sum_add_product(&yy, b, b);
        rapport__sum_add_product(&xy, a, b);
    }
    r = rapport__sum_value(&xy) / sqrt(rapport__sum_value(&xx) * rapport__sum_value(&yy));
    *out = r > 1 ? 1 : r < -1 ? -1 : r + 0.0;
    return true;
}

/* r of the ranks, doubled: their sums are whole and exact. */
static rapport_status spearman(const rapport__rows *rows, bool *has, double *out)
{
    uint32_t n = rows->count;
    rapport__keyed *room;
    double *ranks = rapport__alloc(&rows->mem, n, 2 * sizeof *ranks + 2 * sizeof *room);
    if (!ranks)
        return RAPPORT_NO_MEMORY;
    room = (rapport__keyed *)(void *)(ranks + 2 * (size_t)n);
    rapport__double_ranks(rows->x, n, room, ranks);
    rapport__double_ranks(rows->y, n, room, ranks + n);
    *has = rapport__pearson(ranks, ranks + n, n, out);
    rapport__free(&rows->mem, ranks);
    return RAPPORT_OK;
}

/* 1 - 6 sum of d^2 ((n - R + 1) + (n - Q + 1)) / (n^4 + n^3 - n^2 - n)
 * (Pinto da Costa and Soares 2005, A weighted rank measure of correlation, Australian and New Zealand Journal of Statistics
 * 47). */
static double weighted_spearman(const rapport__rows *rows)
{
    double n = rows->count;
    rapport__sum sum = {0};
    for (uint32_t i = 0; i < rows->count; i++) {
        double d = rows->x[i] - rows->y[i];
        rapport__sum_add_product(&sum, d * d, 2 * n + 2 - rows->x[i] - rows->y[i]);
    }
    return 1 - 6 * rapport__sum_value(&sum) / (n * (n + 1) * (n * n - 1));
}

/* 1 - sum of 2^-R |R - Q| / greatest of |1 - R| and |n - R|, R being the reference
 * (Salabun and Urbaniak 2020, A new coefficient of rankings similarity in decision-making problems, ICCS 2020). */
static double ws(const rapport__rows *rows)
{
    rapport__sum sum = {0};
    for (uint32_t i = 0; i < rows->count; i++) {
        double x = rows->x[i], first = x - 1, last = rows->count - x;
        rapport__sum_add(&sum, rapport__pow(2, -x) * magnitude(x - rows->y[i]) / (first > last ? first : last));
    }
    return 1 - rapport__sum_value(&sum);
}

static rapport_status compute(const rapport__rows *rows, rapport_correlation *out)
{
    bool has = true;
    rapport_status status = RAPPORT_OK;
    switch (out->kind) {
    case RAPPORT_CORRELATION_SPEARMAN:
        status = spearman(rows, &has, &out->value);
        break;
    case RAPPORT_CORRELATION_KENDALL:
        status = rapport__kendall(rows, &has, &out->value);
        break;
    case RAPPORT_CORRELATION_PEARSON:
        has = rapport__pearson(rows->x, rows->y, rows->count, &out->value);
        break;
    case RAPPORT_CORRELATION_WEIGHTED_SPEARMAN:
        out->value = weighted_spearman(rows) + 0.0;
        break;
    default:
        out->value = ws(rows) + 0.0;
        break;
    }
    out->has_value = has && !status;
    out->reason = has ? RAPPORT_CORRELATION_DEFINED : RAPPORT_CORRELATION_NO_VARIANCE;
    return status;
}

rapport_status rapport_correlation_compute(int32_t kind, const double *x, const double *y, uint32_t count,
                                           const rapport_allocator *allocator, rapport_correlation *out, rapport_error *error)
{
    rapport__rows rows = {.x = x, .y = y, .count = count};
    rapport_correlation made = {.struct_size = sizeof made, .kind = kind, .count = count};
    bool ranks = kind == RAPPORT_CORRELATION_WEIGHTED_SPEARMAN || kind == RAPPORT_CORRELATION_WS;
    double least = ranks ? 1 : -MOST, most = ranks ? count : MOST;
    rapport_status status;
    if (!is_kind(kind) || (count && (!x || !y)) || !out || rapport__memory_init(&rows.mem, allocator))
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "a correlation, two rows and out are needed");
    if (count > RAPPORT_MAX_CANDIDATES)
        return FAIL(error, RAPPORT_LIMIT, "", "there are too many numbers");
    if ((status = rapport__check_numbers(x, count, least, most, "x", error)) ||
        (status = rapport__check_numbers(y, count, least, most, "y", error)))
        return status;
    if (count < 2)
        made.reason = RAPPORT_CORRELATION_TOO_FEW;
    else if ((status = compute(&rows, &made)))
        return rapport__fail_plainly(error, status);
    if (rapport__struct_out(out, &made, sizeof made))
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "out has a wrong struct_size");
    return RAPPORT_OK;
}
