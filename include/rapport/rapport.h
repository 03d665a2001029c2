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
#include "rapport/score.h"         /* how good the partnership is */
#include "rapport/gap.h"           /* why, and where the gaps are */
#include "rapport/agreement.h"     /* how far raters agree */
#include "rapport/benefit.h"       /* measures over plain arrays: who gains and who bears */
#include "rapport/skill.h"         /* skills that fit */
#include "rapport/aim.h"           /* aims and shared vision */
#include "rapport/strategy.h"      /* vision, leadership, strategy, and what they come to */
#include "rapport/network.h"       /* dependence, and trust among several */
#include "rapport/candidates.h"    /* possible partners and what they are compared by */
#include "rapport/ranking.h"       /* whom to choose among them */
#include "rapport/sensitivity.h"   /* how far their order depends on the weights */
#include "rapport/acceptability.h" /* how often each comes where, whatever the weights */
#include "rapport/document.h"      /* models and assessments as JSON, built-in models */
#include "rapport/report.h"        /* results for people and programs */

#endif
