/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The one table of measures, and those of reasons, of what is named, and of patterns. */
#include <string.h>

#include "analysis/measures.h"
#include "base/struct.h"

typedef struct about {
    const char *name, *title, *group;
    int32_t unit, scope;
} about;

/* Doxygen of rapport/measure.h says what each is; docs/measures.md, the reports and the Python module follow this table. */
static const about measures[RAPPORT_MEASURE_END] = {
    [RAPPORT_NET_BENEFIT] = {"net-benefit", "net benefit", "Gain", RAPPORT_UNIT_AMOUNT, RAPPORT_SCOPE_PARTY},
    [RAPPORT_BURDEN_OVERLOAD] = {"burden-overload", "largest burden against the agreed one", "Sharing", RAPPORT_UNIT_RATIO,
                                 RAPPORT_SCOPE_WHOLE},
    [RAPPORT_BALANCE] = {"balance", "balance of benefits", "Sharing", RAPPORT_UNIT_SHARE, RAPPORT_SCOPE_WHOLE},
    [RAPPORT_SKILL_COVERAGE] = {"skill-coverage", "coverage", "Skills", RAPPORT_UNIT_SHARE, RAPPORT_SCOPE_WHOLE},
    [RAPPORT_MEASURE_SURPLUS] = {"surplus", "joint surplus", "Gain", RAPPORT_UNIT_AMOUNT, RAPPORT_SCOPE_WHOLE},
    [RAPPORT_MEASURE_GAIN] = {"gain", "it is", "Gain", RAPPORT_UNIT_CLASS, RAPPORT_SCOPE_WHOLE},
    [RAPPORT_MEASURE_WORST_BENEFIT] = {"worst-benefit", "least net benefit", "Gain", RAPPORT_UNIT_AMOUNT, RAPPORT_SCOPE_WHOLE},
    [RAPPORT_MEASURE_NASH_PRODUCT] = {"nash-product", "Nash product", "Gain", RAPPORT_UNIT_AMOUNT, RAPPORT_SCOPE_WHOLE},
    [RAPPORT_MEASURE_SYNERGY] = {"synergy", "synergy", "Gain", RAPPORT_UNIT_RATIO, RAPPORT_SCOPE_WHOLE},
    [RAPPORT_MEASURE_JAIN] = {"jain", "Jain's index of benefits", "Sharing", RAPPORT_UNIT_SHARE, RAPPORT_SCOPE_WHOLE},
    [RAPPORT_MEASURE_JAIN_RESCALED] = {"jain-rescaled", "the same from 0 to 1", "Sharing", RAPPORT_UNIT_SHARE,
                                       RAPPORT_SCOPE_WHOLE},
    [RAPPORT_MEASURE_SMALLEST_TO_LARGEST] = {"smallest-to-largest", "smallest to largest benefit", "Sharing",
                                             RAPPORT_UNIT_SHARE, RAPPORT_SCOPE_WHOLE},
    [RAPPORT_MEASURE_BURDEN_BALANCE] = {"burden-balance", "balance of burdens", "Sharing", RAPPORT_UNIT_SHARE,
                                        RAPPORT_SCOPE_WHOLE},
    [RAPPORT_MEASURE_EQUITY] = {"equity", "equity", "Sharing", RAPPORT_UNIT_SHARE, RAPPORT_SCOPE_WHOLE},
    [RAPPORT_MEASURE_EQUITY_RATIO] = {"equity-ratio", "benefit to contribution", "Sharing", RAPPORT_UNIT_RATIO,
                                      RAPPORT_SCOPE_PARTY},
    [RAPPORT_MEASURE_COVERAGE_ALONE] = {"coverage-alone", "coverage alone", "Skills", RAPPORT_UNIT_SHARE, RAPPORT_SCOPE_PARTY},
    [RAPPORT_MEASURE_SKILL_NEED] = {"skill-need", "need of each other", "Skills", RAPPORT_UNIT_SHARE, RAPPORT_SCOPE_WHOLE},
    [RAPPORT_MEASURE_SKILL_SHAPLEY] = {"skill-shapley", "each adds", "Skills", RAPPORT_UNIT_SHARE, RAPPORT_SCOPE_PARTY},
    [RAPPORT_MEASURE_SKILL_DISTANCE] = {"skill-distance", "distance", "Skills", RAPPORT_UNIT_SHARE, RAPPORT_SCOPE_PAIR},
    [RAPPORT_MEASURE_SKILL_COSINE] = {"skill-cosine", "cosine", "Skills", RAPPORT_UNIT_SHARE, RAPPORT_SCOPE_PAIR},
    [RAPPORT_MEASURE_SKILL_FIT] = {"skill-fit", "distinctive yet related", "Skills", RAPPORT_UNIT_SHARE, RAPPORT_SCOPE_PAIR},
    [RAPPORT_MEASURE_UNIQUENESS] = {"uniqueness", "uniqueness", "Skills", RAPPORT_UNIT_SHARE, RAPPORT_SCOPE_WHOLE},
    [RAPPORT_MEASURE_WORK_BEYOND] = {"work-beyond", "work beyond knowledge", "Work", RAPPORT_UNIT_SHARE, RAPPORT_SCOPE_WHOLE},
    [RAPPORT_MEASURE_WORK_FOCUS] = {"work-focus", "focus", "Work", RAPPORT_UNIT_SHARE, RAPPORT_SCOPE_WHOLE},
    [RAPPORT_MEASURE_ALIGNMENT_NOW] = {"alignment-now", "alignment", "Aims today", RAPPORT_UNIT_SHARE, RAPPORT_SCOPE_WHOLE},
    [RAPPORT_MEASURE_OVERLAP_NOW] = {"overlap-now", "overlap", "Aims today", RAPPORT_UNIT_SHARE, RAPPORT_SCOPE_PAIR},
    [RAPPORT_MEASURE_TRANSPARENCY_NOW] = {"transparency-now", "transparency", "Aims today", RAPPORT_UNIT_SHARE,
                                          RAPPORT_SCOPE_WHOLE},
    [RAPPORT_MEASURE_KNOWN_NOW] = {"known-now", "knows the aims of", "Aims today", RAPPORT_UNIT_SHARE, RAPPORT_SCOPE_TOWARDS},
    [RAPPORT_MEASURE_ALIGNMENT_FUTURE] = {"alignment-future", "alignment", "Aims tomorrow", RAPPORT_UNIT_SHARE,
                                          RAPPORT_SCOPE_WHOLE},
    [RAPPORT_MEASURE_OVERLAP_FUTURE] = {"overlap-future", "overlap", "Aims tomorrow", RAPPORT_UNIT_SHARE, RAPPORT_SCOPE_PAIR},
    [RAPPORT_MEASURE_TRANSPARENCY_FUTURE] = {"transparency-future", "transparency", "Aims tomorrow", RAPPORT_UNIT_SHARE,
                                             RAPPORT_SCOPE_WHOLE},
    [RAPPORT_MEASURE_KNOWN_FUTURE] = {"known-future", "knows the aims of", "Aims tomorrow", RAPPORT_UNIT_SHARE,
                                      RAPPORT_SCOPE_TOWARDS},
    [RAPPORT_MEASURE_SHARED_VISION] = {"shared-vision", "shared vision", "Vision", RAPPORT_UNIT_POINTS, RAPPORT_SCOPE_WHOLE},
    [RAPPORT_MEASURE_BOLDNESS] = {"boldness", "boldness", "Vision", RAPPORT_UNIT_RATIO, RAPPORT_SCOPE_WHOLE},
    [RAPPORT_MEASURE_HORIZON_OVERLAP] = {"horizon-overlap", "overlap of horizons", "Vision", RAPPORT_UNIT_SHARE,
                                         RAPPORT_SCOPE_WHOLE},
    [RAPPORT_MEASURE_TRIAD] = {"triad", "together", "Three legs", RAPPORT_UNIT_POINTS, RAPPORT_SCOPE_WHOLE},
    [RAPPORT_MEASURE_TRIAD_LOWEST] = {"triad-lowest", "lowest", "Three legs", RAPPORT_UNIT_POINTS, RAPPORT_SCOPE_WHOLE},
    [RAPPORT_MEASURE_HARMONY] = {"harmony", "harmony", "Three legs", RAPPORT_UNIT_SHARE, RAPPORT_SCOPE_WHOLE},
    [RAPPORT_MEASURE_EVENNESS] = {"evenness", "evenness", "Three legs", RAPPORT_UNIT_SHARE, RAPPORT_SCOPE_WHOLE},
    [RAPPORT_MEASURE_SERVED] = {"served", "served", "Plan chain", RAPPORT_UNIT_SHARE, RAPPORT_SCOPE_WHOLE},
    [RAPPORT_MEASURE_BACKED] = {"backed", "backed", "Plan chain", RAPPORT_UNIT_SHARE, RAPPORT_SCOPE_WHOLE},
    [RAPPORT_MEASURE_STRATEGIES_ACTED] = {"strategies-acted", "strategies with actions", "Plan chain", RAPPORT_UNIT_SHARE,
                                          RAPPORT_SCOPE_WHOLE},
    [RAPPORT_MEASURE_ACTIONS_READY] = {"actions-ready", "actions ready", "Plan chain", RAPPORT_UNIT_SHARE, RAPPORT_SCOPE_WHOLE},
    [RAPPORT_MEASURE_COALITION] = {"coalition", "coalition", "Leadership", RAPPORT_UNIT_SHARE, RAPPORT_SCOPE_WHOLE},
    [RAPPORT_MEASURE_COALITION_SHARE] = {"coalition-share", "roles held", "Leadership", RAPPORT_UNIT_SHARE,
                                         RAPPORT_SCOPE_PARTY},
    [RAPPORT_MEASURE_DECISION_SPEED] = {"decision-speed", "decisions in time", "Leadership", RAPPORT_UNIT_SHARE,
                                        RAPPORT_SCOPE_WHOLE},
    [RAPPORT_MEASURE_DECISION_ACCURACY] = {"decision-accuracy", "not reversed", "Leadership", RAPPORT_UNIT_SHARE,
                                           RAPPORT_SCOPE_WHOLE},
    [RAPPORT_MEASURE_DECISIONS] = {"decisions", "both", "Leadership", RAPPORT_UNIT_SHARE, RAPPORT_SCOPE_WHOLE},
    [RAPPORT_MEASURE_PLAN_MEAN] = {"plan-mean", "mean", "Scenarios", RAPPORT_UNIT_AMOUNT, RAPPORT_SCOPE_PLAN},
    [RAPPORT_MEASURE_PLAN_MINIMUM] = {"plan-minimum", "worst case", "Scenarios", RAPPORT_UNIT_AMOUNT, RAPPORT_SCOPE_PLAN},
    [RAPPORT_MEASURE_PLAN_REGRET] = {"plan-regret", "largest regret", "Scenarios", RAPPORT_UNIT_AMOUNT, RAPPORT_SCOPE_PLAN},
    [RAPPORT_MEASURE_CHAIN_REACH] = {"chain-reach", "reach", "Value chain", RAPPORT_UNIT_SHARE, RAPPORT_SCOPE_WHOLE},
    [RAPPORT_MEASURE_PRICE_DOMINANCE] = {"price-dominance", "price dominance", "Value chain", RAPPORT_UNIT_SHARE,
                                         RAPPORT_SCOPE_WHOLE},
    [RAPPORT_MEASURE_JOINT_DEPENDENCE] = {"joint-dependence", "joint dependence", "Dependence", RAPPORT_UNIT_AMOUNT,
                                          RAPPORT_SCOPE_PAIR},
    [RAPPORT_MEASURE_DEPENDENCE_ASYMMETRY] = {"dependence-asymmetry", "depends more than", "Dependence", RAPPORT_UNIT_AMOUNT,
                                              RAPPORT_SCOPE_TOWARDS},
    [RAPPORT_MEASURE_MUTUAL_TRUST] = {"mutual-trust", "mutual trust", "Trust", RAPPORT_UNIT_POINTS, RAPPORT_SCOPE_WHOLE},
    [RAPPORT_MEASURE_WEAKEST_LINK] = {"weakest-link", "weakest link", "Trust", RAPPORT_UNIT_POINTS, RAPPORT_SCOPE_WHOLE},
    [RAPPORT_MEASURE_TRUST_ASYMMETRY] = {"trust-asymmetry", "asymmetry", "Trust", RAPPORT_UNIT_POINTS, RAPPORT_SCOPE_WHOLE},
    [RAPPORT_MEASURE_WIDEST_ASYMMETRY] = {"widest-asymmetry", "widest asymmetry", "Trust", RAPPORT_UNIT_POINTS,
                                          RAPPORT_SCOPE_WHOLE},
    [RAPPORT_MEASURE_TRUST_DENSITY] = {"trust-density", "density", "Trust", RAPPORT_UNIT_SHARE, RAPPORT_SCOPE_WHOLE},
    [RAPPORT_MEASURE_RECIPROCITY] = {"reciprocity", "reciprocity", "Trust", RAPPORT_UNIT_SHARE, RAPPORT_SCOPE_WHOLE},
    [RAPPORT_MEASURE_CENTRALISATION] = {"centralisation", "centralisation", "Trust", RAPPORT_UNIT_SHARE, RAPPORT_SCOPE_WHOLE},
    [RAPPORT_MEASURE_ISLANDS] = {"islands", "islands", "Trust", RAPPORT_UNIT_COUNT, RAPPORT_SCOPE_WHOLE},
};

static const char *const reasons[RAPPORT_WHY_END] = {
    [RAPPORT_WHY_NOT_THERE] = "not-there",
    [RAPPORT_WHY_ONE_PARTY] = "one-party",
    [RAPPORT_WHY_INCOMPLETE] = "incomplete",
    [RAPPORT_WHY_NOTHING] = "nothing",
    [RAPPORT_WHY_ZERO] = "zero",
    [RAPPORT_WHY_NEGATIVE] = "negative",
    [RAPPORT_WHY_WITHHELD] = "withheld",
    [RAPPORT_WHY_UNBOUNDED] = "unbounded",
    [RAPPORT_WHY_UNANSWERED] = "unanswered",
    [RAPPORT_WHY_NOT_WIN_WIN] = "not-win-win",
    [RAPPORT_WHY_NO_TIES] = "no-ties",
    [RAPPORT_WHY_TWO_PARTIES] = "two-parties",
    [RAPPORT_WHY_NOBODY_ABLE] = "nobody-able",
    [RAPPORT_WHY_NOT_FEASIBLE] = "not-feasible",
    [RAPPORT_WHY_OUT_OF_RANGE] = "out-of-range",
};

typedef struct named {
    const char *name, *title, *group;
    int32_t list; /* 0: parties */
} named;

static const named mentions[RAPPORT_MENTION_END] = {
    [RAPPORT_MENTION_WORST_OFF] = {"worst-off", "worst off", "Gain", 0},
    [RAPPORT_MENTION_MOST_BURDENED] = {"most-burdened", "bears most", "Sharing", 0},
    [RAPPORT_MENTION_GETS_LEAST] = {"gets-least", "gets least for what it puts in", "Sharing", 0},
    [RAPPORT_MENTION_GETS_MOST] = {"gets-most", "gets most for it", "Sharing", 0},
    [RAPPORT_MENTION_BEST_ALONE] = {"best-alone", "covers most alone", "Skills", 0},
    [RAPPORT_MENTION_SKILL_HOLES] = {"skill-holes", "nobody has", "Skills", RAPPORT_LIST_SKILLS},
    [RAPPORT_MENTION_BEYOND] = {"beyond", "beyond knowledge", "Work", RAPPORT_LIST_TASKS},
    [RAPPORT_MENTION_FURTHEST_NOW] = {"furthest-now", "furthest apart", "Aims today", 0},
    [RAPPORT_MENTION_LEAST_KNOWN_NOW] = {"least-known-now", "least known", "Aims today", 0},
    [RAPPORT_MENTION_FURTHEST_FUTURE] = {"furthest-future", "furthest apart", "Aims tomorrow", 0},
    [RAPPORT_MENTION_LEAST_KNOWN_FUTURE] = {"least-known-future", "least known", "Aims tomorrow", 0},
    [RAPPORT_MENTION_OPPOSED] = {"opposed", "for and against", "Opposed aims", RAPPORT_LIST_AIMS},
    [RAPPORT_MENTION_SHARES_LEAST] = {"shares-least", "shared least by", "Vision", 0},
    [RAPPORT_MENTION_DREAMS] = {"dreams", "dreams", "Plan chain", RAPPORT_LIST_GOALS},
    [RAPPORT_MENTION_AIMLESS] = {"aimless", "serve no goal", "Plan chain", RAPPORT_LIST_STRATEGIES},
    [RAPPORT_MENTION_IDLE] = {"idle", "without action", "Plan chain", RAPPORT_LIST_STRATEGIES},
    [RAPPORT_MENTION_ORPHANS] = {"orphans", "orphans", "Plan chain", RAPPORT_LIST_ACTIONS},
    [RAPPORT_MENTION_UNREADY] = {"unready", "not ready", "Plan chain", RAPPORT_LIST_ACTIONS},
    [RAPPORT_MENTION_WEAKEST_SIDE] = {"weakest-side", "weakest side", "Leadership", 0},
    [RAPPORT_MENTION_HIGHEST_MEAN] = {"highest-mean", "highest mean", "Scenarios", RAPPORT_LIST_PLANS},
    [RAPPORT_MENTION_HIGHEST_MINIMUM] = {"highest-minimum", "best worst case", "Scenarios", RAPPORT_LIST_PLANS},
    [RAPPORT_MENTION_LEAST_REGRET] = {"least-regret", "least regret", "Scenarios", RAPPORT_LIST_PLANS},
    [RAPPORT_MENTION_EARLIEST] = {"earliest", "from", "Value chain", RAPPORT_LIST_STAGES},
    [RAPPORT_MENTION_LATEST] = {"latest", "to", "Value chain", RAPPORT_LIST_STAGES},
    [RAPPORT_MENTION_CHAIN_HOLES] = {"chain-holes", "holes", "Value chain", RAPPORT_LIST_STAGES},
    [RAPPORT_MENTION_WEAKEST_PAIR] = {"weakest-pair", "weakest link", "Trust", 0},
    [RAPPORT_MENTION_WIDEST_PAIR] = {"widest-pair", "trusts more than it is trusted", "Trust", 0},
    [RAPPORT_MENTION_BROKERS] = {"brokers", "brokers", "Trust", 0},
    [RAPPORT_MENTION_BOTTLENECK] = {"bottleneck", "bottleneck", "Three legs", 0},
};

static bool is_measure(int32_t measure)
{
    return measure >= RAPPORT_NET_BENEFIT && measure < RAPPORT_MEASURE_END;
}

static bool is_mention(int32_t mention)
{
    return mention > 0 && mention < RAPPORT_MENTION_END;
}

int32_t rapport__measure_scope(int32_t measure)
{
    return measures[measure].scope;
}

rapport_status rapport_measure_get_info(int32_t measure, rapport_measure_info *out)
{
    rapport_measure_info filled = {0};
    if (!is_measure(measure))
        return RAPPORT_BAD_ARGUMENT;
    filled.scope = measures[measure].scope;
    filled.unit = measures[measure].unit;
    filled.name = measures[measure].name;
    filled.title = measures[measure].title;
    filled.group = measures[measure].group;
    return rapport__struct_out(out, &filled, sizeof filled);
}

int32_t rapport_measure_find(const char *name)
{
    for (int32_t measure = RAPPORT_NET_BENEFIT; name && measure < RAPPORT_MEASURE_END; measure++)
        if (!strcmp(measures[measure].name, name))
            return measure;
    return 0;
}

const char *rapport_measure_reason_name(int32_t reason)
{
    return reason > RAPPORT_WHY_NONE && reason < RAPPORT_WHY_END ? reasons[reason] : NULL;
}

const char *rapport_mention_name(int32_t mention)
{
    return is_mention(mention) ? mentions[mention].name : NULL;
}

rapport_status rapport_mention_get_titles(int32_t mention, const char **title, const char **group)
{
    if (!is_mention(mention))
        return RAPPORT_BAD_ARGUMENT;
    if (title)
        *title = mentions[mention].title;
    if (group)
        *group = mentions[mention].group;
    return RAPPORT_OK;
}

int32_t rapport_mention_list(int32_t mention)
{
    return is_mention(mention) ? mentions[mention].list : 0;
}

const char *rapport_pattern_name(uint32_t kind)
{
    static const char *const names[] = {"dream",          "orphan-vision", "busy", "drive-without-destination",
                                        "one-horse-team", "orphan-actions"};
    for (uint32_t i = 0; i < sizeof names / sizeof *names; i++)
        if (kind == 1u << i)
            return names[i];
    return NULL;
}
