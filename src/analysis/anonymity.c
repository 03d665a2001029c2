/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Which cells are withheld, so that no rater is recognised: those with fewer raters than the floor, and as many others as it
 * takes that none of them can be computed from what is shown. docs/scoring.md has the argument.
 *
 * A cell is withheld in a view, and with it in the joint view. Then, until nothing changes:
 *   where exactly one sibling is withheld, so is the next one; if there is none, the group is;
 *   a group that is withheld has a withheld child, or its children would give it away;
 *   no withheld value may be the solution of the equations that the shown groups make (disclosure.c); where one is, the same
 *   criterion is withheld for another party, or else more siblings, or else the group. */
#include "analysis/result.h"
#include "model/power.h"

static bool is_fact(const rapport_result *result, uint32_t node)
{
    return result->model->content.nodes[node].kind == RAPPORT_CRITERION && rapport__has_fact(result->assessment, node);
}

/* Whether a cell could hide another one: it enters the group above, has a value, and nothing else tells it. */
static bool can_hide(const rapport_result *result, const rapport__cell *cells, uint32_t node)
{
    return result->model->content.nodes[node].counts && rapport__has_score(&cells[node]) && !is_fact(result, node);
}

/* The next sibling, the last one being followed by the first, that could hide a node and is still shown. */
static uint32_t next_to_withhold(const rapport_result *result, const rapport__cell *cells, uint32_t node)
{
    const rapport__node *nodes = result->model->content.nodes;
    uint32_t group = nodes[node].parent, at = nodes[node].end;
    for (;; at = nodes[at].end) {
        if (at == nodes[group].end)
            at = group + 1;
        if (at == node)
            return RAPPORT_NONE;
        if (!cells[at].withheld && can_hide(result, cells, at))
            return at;
    }
}

static bool withhold_if(rapport__cell *cells, uint32_t node, bool *changed)
{
    if (node == RAPPORT_NONE || cells[node].withheld)
        return false;
    return cells[node].withheld = *changed = true;
}

/* Applies the rules for siblings to one group. */
static void complete_group(const rapport_result *result, rapport__cell *cells, uint32_t group, bool *changed)
{
    const rapport__node *nodes = result->model->content.nodes;
    uint32_t withheld = 0, one = RAPPORT_NONE, first = RAPPORT_NONE, next;
    EACH_CHILD(nodes, group, c) {
        if (!can_hide(result, cells, c))
            continue;
        first = first == RAPPORT_NONE ? c : first;
        one = cells[c].withheld ? c : one;
        withheld += cells[c].withheld;
    }
    if (!withheld && cells[group].withheld && withhold_if(cells, first, changed)) {
        withheld = 1;
        one = first;
    }
    if (withheld != 1)
        return;
    next = next_to_withhold(result, cells, one);
    withhold_if(cells, next == RAPPORT_NONE ? group : next, changed);
}

/* Up the tree and down again, until nothing changes. */
static void complete_tree(const rapport_result *result, rapport__cell *cells, bool *changed)
{
    const rapport__node *nodes = result->model->content.nodes;
    for (bool again = true; again;) {
        again = false;
        for (uint32_t i = result->node_count; i-- > 0;)
            if (nodes[i].kind == RAPPORT_GROUP)
                complete_group(result, cells, i, &again);
        for (uint32_t i = 0; again && i < result->node_count; i++)
            if (nodes[i].kind == RAPPORT_GROUP)
                complete_group(result, cells, i, &again);
        *changed = *changed || again;
    }
}

/* Withholds the joint cells over withheld ones. A joint cell that only completes a group is withheld in a view too, or the
 * views would give it away. */
static void complete_joint(const rapport_result *result, bool *changed)
{
    rapport__cell *joint = rapport__joint(result);
    bool unused = false;
    for (uint32_t p = 0; p < result->party_count; p++)
        for (uint32_t i = 0; i < result->node_count; i++)
            joint[i].withheld = joint[i].withheld || rapport__view(result, p)[i].withheld;
    complete_tree(result, joint, &unused);
    for (uint32_t i = 0; i < result->node_count; i++) {
        bool covered = !joint[i].withheld;
        for (uint32_t p = 0; p < result->party_count && !covered; p++)
            covered = rapport__view(result, p)[i].withheld;
        for (uint32_t p = 0; p < result->party_count && !covered; p++)
            covered = rapport__has_score(&rapport__view(result, p)[i]) && withhold_if(rapport__view(result, p), i, changed);
    }
}

/* Withholds more where a value is given away: for as many other parties as it is withheld for already, or else as many siblings
 * as are withheld already, or else the group above. What doubles every time takes few rounds. */
static void protect(const rapport_result *result, uint32_t party, uint32_t node, bool *changed)
{
    const rapport__node *nodes = result->model->content.nodes;
    rapport__cell *cells = rapport__view(result, party);
    uint32_t others = 0;
    bool found = false;
    for (uint32_t p = 0; p < result->party_count; p++)
        others += rapport__view(result, p)[node].withheld;
    for (uint32_t p = 0; p < result->party_count && others; p++)
        if (rapport__has_score(&rapport__view(result, p)[node]) && withhold_if(rapport__view(result, p), node, changed)) {
            found = true;
            others--;
        }
    if (found)
        return;
    for (uint32_t at = node; at != RAPPORT_ROOT && nodes[at].counts; at = nodes[at].parent) {
        uint32_t more = 0;
        bool any = false;
        EACH_CHILD(nodes, nodes[at].parent, c)
            more += cells[c].withheld;
        for (; more && withhold_if(cells, next_to_withhold(result, cells, at), changed); more--)
            any = true;
        if (any || withhold_if(cells, nodes[at].parent, changed))
            return;
    }
}

static bool withhold_few(rapport_result *result, uint32_t floor)
{
    bool any = false;
    for (uint32_t p = 0; p < result->party_count; p++) {
        rapport__cell *cells = rapport__view(result, p);
        for (uint32_t i = 0; i < result->node_count && result->assessment->parties[p].voice == RAPPORT_VOICE_RATERS; i++)
            if (cells[i].raters > 0 && cells[i].raters < floor)
                any = cells[i].withheld = true;
    }
    return any;
}

/* Where no end is in sight: all of the parties of whom something is withheld, and the joint view. */
static void withhold_all(rapport_result *result)
{
    for (uint32_t p = 0; p <= result->party_count; p++) {
        rapport__cell *cells = rapport__view(result, p);
        bool any = p == result->party_count;
        for (uint32_t i = 0; i < result->node_count && !any; i++)
            any = cells[i].withheld;
        for (uint32_t i = 0; i < result->node_count && any; i++)
            cells[i].withheld = !is_fact(result, i) && cells[i].status != RAPPORT_CELL_NOT_APPLICABLE;
    }
}

/* Notes of which nodes contribution, leverage and lift would tell a withheld value: below a withheld group where exponents
 * other than 1 meet, since there they depend on its value, and beside a withheld sibling in a minimum or maximum, since there
 * they tell which of the two decides. */
static void find_telling(const rapport_result *result)
{
    const rapport__node *nodes = result->model->content.nodes;
    rapport__cell *joint = rapport__joint(result);
    for (uint32_t i = 0; i < result->node_count; i++)
        result->stamps[i] = 0;
    for (uint32_t i = 1; i < result->node_count; i++)
        result->stamps[nodes[i].parent] |= joint[i].withheld && nodes[i].counts;
    for (uint32_t i = 1; i < result->node_count; i++) {
        uint32_t group = nodes[i].parent;
        bool curved = nodes[group].power != 1 || (group != RAPPORT_ROOT && nodes[nodes[group].parent].power != 1);
        joint[i].telling = joint[group].telling || (joint[group].withheld && curved) ||
                           (result->stamps[group] && rapport__power_is_extreme(nodes[group].power));
    }
}

enum { MOST_ROUNDS = 40 }; /* a few are enough, but for what is made to take long */

void rapport__withhold(rapport_result *result)
{
    bool changed = withhold_few(result, rapport_assessment_anonymity_floor(result->assessment)), any = changed;
    for (uint32_t round = 0; changed && round < MOST_ROUNDS; round++) {
        changed = false;
        for (uint32_t p = 0; p < result->party_count; p++)
            complete_tree(result, rapport__view(result, p), &changed);
        complete_joint(result, &changed);
        for (uint32_t last = 0; last < 2 && !changed; last++)
            for (uint32_t i = 0, count = rapport__find_disclosed(result, last); i < count; i++)
                protect(result, result->effects[result->order[i]].party, result->effects[result->order[i]].node, &changed);
    }
    if (changed)
        withhold_all(result);
    if (any)
        find_telling(result);
}
