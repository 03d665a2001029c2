/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_RAPPORT_H
#define RAPPORT_RAPPORT_H
/**
 * @file
 * @brief All of Rapport, in the order in which to read it.
 */
#include "rapport/version.h"       /* which version this is */
#include "rapport/base.h"          /* status, error, memory, text out */
#include "rapport/model.h"         /* what is asked and how it counts */
#include "rapport/draft.h"         /* building a model by calls */
#include "rapport/assessment.h"    /* what the parties say */
#include "rapport/ledger.h"        /* what measures are made from */
#include "rapport/score.h"         /* how good the partnership is */
#include "rapport/gap.h"           /* why, and where the gaps are */
#include "rapport/band_gap.h"      /* how far the next band is */
#include "rapport/plan.h"          /* what to do with a given budget */
#include "rapport/agreement.h"     /* how far raters agree */
#include "rapport/consensus.h"     /* how far the raters of a party agree */
#include "rapport/perspective.h"   /* what parties say of each other, and how well they know each other */
#include "rapport/importance.h"    /* what matters, and how well it goes */
#include "rapport/trend.h"         /* where a series goes */
#include "rapport/round.h"         /* what changed since the last time */
#include "rapport/scorecard.h"     /* scorecards of ERPNext, in its arithmetic and ours */
#include "rapport/benefit.h"       /* measures over plain arrays: who gains and who bears */
#include "rapport/skill.h"         /* skills that fit */
#include "rapport/aim.h"           /* aims and shared vision */
#include "rapport/strategy.h"      /* vision, leadership, strategy, and what they come to */
#include "rapport/network.h"       /* dependence, and trust among several */
#include "rapport/measure.h"       /* the measures of an assessment, its patterns */
#include "rapport/candidates.h"    /* possible partners and what they are compared by */
#include "rapport/ranking.h"       /* whom to choose among them */
#include "rapport/weighting.h"     /* how much each criterion counts */
#include "rapport/judgement.h"     /* what people judge of criteria, and the weights that follow */
#include "rapport/correlation.h"   /* whether two orders agree */
#include "rapport/sensitivity.h"   /* how far their order depends on the weights */
#include "rapport/acceptability.h" /* how often each comes where, whatever the weights */
#include "rapport/document.h"      /* models and assessments as JSON, built-in models */
#include "rapport/report.h"        /* results for people and programs */
#include "rapport/backtest.h"      /* whether past scores foretold what came of it */

#endif
