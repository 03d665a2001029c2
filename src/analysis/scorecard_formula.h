/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_ANALYSIS_SCORECARD_FORMULA_H
#define RAPPORT_SRC_ANALYSIS_SCORECARD_FORMULA_H
/* The weighting function of a scorecard. */
#include "analysis/scorecard.h"

/* What it makes of a period's total, or of 100 where `total` is NULL. */
rapport__formula_value rapport__sc_weigh(rapport_scorecard *card, const rapport__sc_period *period, const double *total);

#endif
