/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* From one round to another: scores, perception gaps, gates. */
#include "analysis/comparison.h"
#include "base/struct.h"
#include "base/sum.h"

_Static_assert(sizeof(rapport_change) == 64, "rapport_change");
_Static_assert(sizeof(rapport_perception_change) == 40, "rapport_perception_change");
_Static_assert(sizeof(rapport_gate_change) == 32, "rapport_gate_change");

static bool are_places(const rapport_comparison *c, uint32_t older, uint32_t newer, uint32_t view, uint32_t node)
{
    return rapport__is_active(c, older) && rapport__is_active(c, newer) && (view == RAPPORT_JOINT || view < c->party_count) &&
           node < c->model->content.node_count;
}

/* What became of the target, and how far the gap to it closed. */
static void hold_against_target(rapport_change *change)
{
    bool met = rapport__compare(change->older, change->target) >= 0,
         meets = rapport__compare(change->newer, change->target) >= 0;
    change->target_change = met == meets ? RAPPORT_TARGET_AS_BEFORE : meets ? RAPPORT_NEWLY_MET : RAPPORT_NEWLY_MISSED;
    if (met)
        return;
    change->has |= RAPPORT_HAS_CLOSURE;
    change->closure = meets ? 1 : (change->newer - change->older) / (change->target - change->older) + 0.0;
}

rapport_status rapport_comparison_get_change(const rapport_comparison *comparison, uint32_t older, uint32_t newer,
                                             uint32_t view, uint32_t node, rapport_change *out)
{
    rapport_change filled = {0};
    if (!are_places(comparison, older, newer, view, node))
        return RAPPORT_BAD_ARGUMENT;
    filled.older_status = rapport__compared_cell(comparison, older, view, node).status;
    filled.newer_status = rapport__compared_cell(comparison, newer, view, node).status;
    filled.has = (rapport__compared_score(comparison, older, view, node, &filled.older) ? RAPPORT_HAS_OLDER : 0) |
                 (rapport__compared_score(comparison, newer, view, node, &filled.newer) ? RAPPORT_HAS_NEWER : 0);
    filled.target = comparison->model->content.nodes[node].target;
    if (filled.has == (RAPPORT_HAS_OLDER | RAPPORT_HAS_NEWER)) {
        filled.has |= RAPPORT_HAS_DELTA;
        filled.delta = filled.newer - filled.older;
        hold_against_target(&filled);
    }
    return rapport__struct_out(out, &filled, sizeof filled);
}

/* What two parties' scores of a node are apart in a round. */
static bool gap_of(const rapport_comparison *c, uint32_t round, uint32_t of, uint32_t against, uint32_t node, double *gap)
{
    double first, second;
    if (rapport__compared_cell(c, round, RAPPORT_JOINT, node).status == RAPPORT_CELL_WITHHELD ||
        !rapport__compared_score(c, round, of, node, &first) || !rapport__compared_score(c, round, against, node, &second))
        return false;
    *gap = first - second;
    return true;
}

rapport_status rapport_comparison_get_perception_change(const rapport_comparison *comparison, uint32_t older, uint32_t newer,
                                                        uint32_t of, uint32_t against, uint32_t node,
                                                        rapport_perception_change *out)
{
    rapport_perception_change filled = {0};
    if (of == against || of == RAPPORT_JOINT || against == RAPPORT_JOINT || !are_places(comparison, older, newer, of, node) ||
        !are_places(comparison, older, newer, against, node))
        return RAPPORT_BAD_ARGUMENT;
    filled.has = (gap_of(comparison, older, of, against, node, &filled.older) ? RAPPORT_HAS_OLDER : 0) |
                 (gap_of(comparison, newer, of, against, node, &filled.newer) ? RAPPORT_HAS_NEWER : 0);
    if (filled.has == (RAPPORT_HAS_OLDER | RAPPORT_HAS_NEWER)) {
        filled.has |= RAPPORT_HAS_DELTA;
        filled.delta = filled.newer - filled.older;
        filled.widening = (filled.newer < 0 ? -filled.newer : filled.newer) - (filled.older < 0 ? -filled.older : filled.older);
    }
    return rapport__struct_out(out, &filled, sizeof filled);
}

/* Whether what a gate looks at is the same in all rounds, and shown in this one. */
static bool may_judge(const rapport_comparison *c, uint32_t round, uint32_t node)
{
    const rapport__node *nodes = c->model->content.nodes;
    if (c->basis == RAPPORT_SAME_MODEL || node == RAPPORT_NONE)
        return true;
    for (uint32_t i = node; i < nodes[node].end; i++)
        if (!c->common[i])
            return false;
    for (uint32_t view = 0; view <= c->rounds[round].result->party_count; view++)
        if (rapport__is_masked(&c->rounds[round], view, node))
            return false;
    return true;
}

rapport_status rapport_comparison_get_gate_change(const rapport_comparison *comparison, uint32_t older, uint32_t newer,
                                                  uint32_t gate, rapport_gate_change *out)
{
    rapport_gate_change filled = {0};
    rapport_gate_result before = {.struct_size = sizeof before}, now = {.struct_size = sizeof now};
    uint32_t node;
    if (!are_places(comparison, older, newer, RAPPORT_JOINT, RAPPORT_ROOT) || gate >= comparison->model->content.gate_count)
        return RAPPORT_BAD_ARGUMENT;
    node = comparison->model->content.gates[gate].is.node;
    if (!may_judge(comparison, older, node) || !may_judge(comparison, newer, node))
        return RAPPORT_UNDEFINED;
    (void)rapport_result_get_gate(comparison->rounds[older].result, gate, &before);
    (void)rapport_result_get_gate(comparison->rounds[newer].result, gate, &now);
    filled.has = (before.has_value ? RAPPORT_HAS_OLDER : 0) | (now.has_value ? RAPPORT_HAS_NEWER : 0);
    filled.older_state = before.state;
    filled.newer_state = now.state;
    filled.older = before.value;
    filled.newer = now.value;
    return rapport__struct_out(out, &filled, sizeof filled);
}
