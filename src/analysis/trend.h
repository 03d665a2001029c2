/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_ANALYSIS_TREND_H
#define RAPPORT_SRC_ANALYSIS_TREND_H
/* What the functions over a series of periods share. */
#include <stdbool.h>

#include "base/memory.h"
#include "rapport/trend.h"

#define RAPPORT__SERIES_MOST 1e100

typedef struct rapport__series {
    const double *values;
    const uint8_t *present; /* NULL: all are there */
    const double *times;    /* NULL: 1 apart */
    uint32_t periods;
} rapport__series;

static inline bool rapport__period_has(const rapport__series *s, uint32_t period)
{
    return !s->present || s->present[period];
}

static inline bool rapport__within(double x, double least, double most)
{
    return x >= least && x <= most; /* false for NaN */
}

/* Checks the values and times that are there, and counts them. RAPPORT_BAD_ARGUMENT, RAPPORT_BAD_VALUE. */
rapport_status rapport__series_check(const rapport__series *s, uint32_t *used);

/* The weight of what is `age` old. What is not above 0 has faded. */
double rapport__recency_weight(double age, int32_t fade, double span);

#endif
