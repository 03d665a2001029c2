/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "report/words.h"

#include "rapport/plan.h"

const char *rapport__word_of_status(int32_t status, bool root)
{
    static const char *const words[] = {"ok", "incomplete", "missing", "not-applicable", "withheld"};
    return root && status == RAPPORT_CELL_NOT_APPLICABLE ? "empty" : words[status];
}

const char *rapport__word_of_class(int32_t kind)
{
    static const char *const words[] = {"shared-strength", "shared-weakness", "blind-spot", "hidden-strength"};
    return words[kind - RAPPORT_SHARED_STRENGTH];
}

const char *rapport__word_of_gate_state(int32_t state)
{
    static const char *const words[] = {"passed", "near-miss", "breached", "undecided", "not-applicable"};
    return words[state];
}

const char *rapport__word_of_effect(int32_t effect)
{
    static const char *const words[] = {"fail", "cap", "flag"};
    return words[effect - RAPPORT_FAIL];
}

const char *rapport__word_of_view(int32_t view)
{
    static const char *const words[] = {"any", "all", "joint"};
    return words[view];
}

const char *rapport__word_of_measure(int32_t measure)
{
    static const char *const words[] = {"net-benefit", "burden-overload", "balance", "skill-coverage"};
    return words[measure - RAPPORT_NET_BENEFIT];
}

const char *rapport__word_of_demand(uint32_t demand)
{
    switch (demand) {
    case RAPPORT_EVERY_GROUP:
        return "every_group";
    case RAPPORT_WEAKEST_PARTY:
        return "weakest_party";
    case RAPPORT_NEEDS_BALANCE:
        return "balance";
    case RAPPORT_NEEDS_COVERAGE:
        return "coverage";
    default:
        return "no_undecided_gates";
    }
}

const char *rapport__word_of_reach(int32_t state)
{
    static const char *const words[] = {"reachable", "reached", "out-of-reach", "not-found"};
    return words[state - RAPPORT_BAND_REACHABLE];
}

const char *rapport__word_of_rejection(int32_t reason)
{
    static const char *const words[] = {"budget", "excluded", "idle", "outbid", "unexamined"};
    return words[reason - RAPPORT_REJECTED_BUDGET];
}

const char *rapport__word_of_together(int32_t together)
{
    static const char *const words[] = {"mean", "min", "max"};
    return words[together];
}

const char *rapport__word_of_scale(int32_t kind)
{
    static const char *const words[] = {"levels", "number", "yesno", "choice"};
    return words[kind - RAPPORT_LEVELS];
}

const char *rapport__word_of_answer(int32_t state)
{
    static const char *const words[] = {"unanswered", "answered", "not-applicable", "dont-know", "declined"};
    return words[state];
}
