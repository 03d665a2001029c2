/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_IO_BACKTEST_H
#define RAPPORT_SRC_IO_BACKTEST_H
/* Past scores and outcomes, as their document gave them, and what they say of each other. */
#include <stdbool.h>

#include "base/memory.h"
#include "rapport/backtest.h"

struct rapport_backtest {
    rapport__arena arena; /* has the lists below */
    uint32_t count;
    double *scores, *outcomes;
    uint8_t *good;    /* NULL: what is good is not told */
    const char **ids; /* NULL: not named */
    rapport_correlation spearman, kendall;
    rapport_auc auc;
};

#endif
