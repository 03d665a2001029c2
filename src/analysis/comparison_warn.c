/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* What to look at in the newest active round, kind by kind. Only what may be shown is looked at. */
#include <string.h>

#include "analysis/comparison.h"
#include "base/sum.h"

#define BLANK(what)                                                                                                            \
    {                                                                                                                          \
        .kind = (what), .view = RAPPORT_NONE, .against = RAPPORT_NONE, .node = RAPPORT_NONE, .gate = RAPPORT_NONE,             \
        .round = RAPPORT_NONE                                                                                                  \
    }

static rapport_status warn(rapport_comparison *c, const rapport_warning *w)
{
    if (rapport__reserve(rapport__comparison_memory(c), &c->warnings, &c->warning_capacity, c->warning_count + 1,
                         sizeof *c->warnings))
        return RAPPORT_NO_MEMORY;
    c->warnings[c->warning_count++] = *w;
    return RAPPORT_OK;
}

static uint32_t current_parties(const rapport_comparison *c)
{
    return c->rounds[c->newest].assessment->party_count;
}

static rapport_status warn_of_gates(rapport_comparison *c, int32_t kind)
{
    for (uint32_t gate = 0; gate < c->model->content.gate_count; gate++) {
        rapport_gate_change change = {.struct_size = sizeof change};
        rapport_warning w = BLANK(kind);
        bool met;
        if (rapport_comparison_get_gate_change(c, c->previous, c->newest, gate, &change))
            continue;
        met = kind == RAPPORT_WARN_GATE_NEAR_MISS
                  ? change.newer_state == RAPPORT_GATE_NEAR_MISS
                  : change.newer_state == RAPPORT_GATE_BREACHED && change.older_state != RAPPORT_GATE_BREACHED;
        if (!met)
            continue;
        w.gate = gate;
        w.node = c->model->content.gates[gate].is.node;
        w.round = c->previous;
        w.has = change.has;
        w.before = change.older;
        w.now = change.newer;
        w.limit = c->model->content.gates[gate].is.threshold;
        if (warn(c, &w))
            return RAPPORT_NO_MEMORY;
    }
    return RAPPORT_OK;
}

/* The last rounds with a score there, the newest first; fewer than `count` are filled up with RAPPORT_NONE. */
static void find_last(const rapport__track *track, uint32_t newest, uint32_t *rounds, uint32_t count)
{
    uint32_t found = 0;
    for (uint32_t i = newest + 1; i-- > 0 && found < count;)
        if (track->points[i].has_score)
            rounds[found++] = i;
    while (found < count)
        rounds[found++] = RAPPORT_NONE;
}

/* Parties stand before the joint view; what a party is named for is not said of all again. */
static bool is_said(const rapport_comparison *c, int32_t kind, uint32_t view, uint32_t node)
{
    if (view != RAPPORT_JOINT)
        return false;
    for (uint32_t i = 0; i < c->warning_count; i++)
        if (c->warnings[i].kind == kind && c->warnings[i].node == node)
            return true;
    return false;
}

static rapport_status warn_of_trust(rapport_comparison *c)
{
    for (uint32_t i = 0; i < c->track_count; i++) {
        const rapport__track *track = &c->tracks[i];
        rapport_warning w = BLANK(RAPPORT_WARN_TRUST_FALLING);
        uint32_t last[3];
        if (track->node != c->watched[1] || is_said(c, RAPPORT_WARN_TRUST_FALLING, track->view, track->node))
            continue;
        find_last(track, c->newest, last, 3);
        if (last[2] == RAPPORT_NONE || last[0] != c->newest || !(track->points[last[0]].score < track->points[last[1]].score) ||
            !(track->points[last[1]].score < track->points[last[2]].score))
            continue;
        w.view = track->view;
        w.node = track->node;
        w.round = last[2];
        w.has = RAPPORT_HAS_OLDER | RAPPORT_HAS_NEWER;
        w.before = track->points[last[2]].score;
        w.now = track->points[last[0]].score;
        w.limit = track->points[last[1]].score;
        if (warn(c, &w))
            return RAPPORT_NO_MEMORY;
    }
    return RAPPORT_OK;
}

static double size_of(double x)
{
    return x < 0 ? -x : x;
}

/* The node in which the gap of two parties grew most; the first of equals. */
static rapport_status warn_of_gap(rapport_comparison *c, uint32_t of, uint32_t against)
{
    rapport_warning w = BLANK(RAPPORT_WARN_GAP_WIDENING);
    double most = 0;
    for (uint32_t node = 0; node < c->model->content.node_count; node++) {
        rapport_perception_change change = {.struct_size = sizeof change};
        (void)rapport_comparison_get_perception_change(c, c->previous, c->newest, of, against, node, &change);
        if (!(change.has & RAPPORT_HAS_DELTA) || !(change.widening > most) ||
            rapport__compare(change.widening, c->wanted.widening) < 0)
            continue;
        most = change.widening;
        w.node = node;
        w.before = size_of(change.older);
        w.now = size_of(change.newer);
    }
    if (w.node == RAPPORT_NONE)
        return RAPPORT_OK;
    w.view = of;
    w.against = against;
    w.round = c->previous;
    w.has = RAPPORT_HAS_OLDER | RAPPORT_HAS_NEWER;
    w.limit = c->wanted.widening;
    return warn(c, &w);
}

/* Every pair up to 8 parties; each with the next beyond that. */
static rapport_status warn_of_gaps(rapport_comparison *c)
{
    uint32_t parties = current_parties(c);
    for (uint32_t of = 0; of < parties; of++)
        for (uint32_t against = of + 1; against < parties && (parties <= 8 || against == of + 1); against++)
            if (warn_of_gap(c, of, against))
                return RAPPORT_NO_MEMORY;
    return RAPPORT_OK;
}

static bool has_coverage(const rapport_cell *cell)
{
    return cell->status <= RAPPORT_CELL_MISSING;
}

static rapport_status warn_of_coverage(rapport_comparison *c)
{
    uint32_t parties = current_parties(c);
    for (uint32_t v = 0; v <= parties; v++) {
        uint32_t view = v == parties ? RAPPORT_JOINT : v;
        rapport_cell older = rapport__compared_cell(c, c->previous, view, RAPPORT_ROOT);
        rapport_cell newer = rapport__compared_cell(c, c->newest, view, RAPPORT_ROOT);
        rapport_warning w = BLANK(RAPPORT_WARN_COVERAGE_FALLING);
        if (is_said(c, RAPPORT_WARN_COVERAGE_FALLING, view, RAPPORT_ROOT) || !has_coverage(&older) || !has_coverage(&newer) ||
            rapport__compare(older.coverage - newer.coverage, c->wanted.coverage_fall) < 0)
            continue;
        w.view = view;
        w.node = RAPPORT_ROOT;
        w.round = c->previous;
        w.has = RAPPORT_HAS_OLDER | RAPPORT_HAS_NEWER;
        w.before = older.coverage;
        w.now = newer.coverage;
        w.limit = c->wanted.coverage_fall;
        if (warn(c, &w))
            return RAPPORT_NO_MEMORY;
    }
    return RAPPORT_OK;
}

/* Whether none of the party's raters answered anything, in the round as it was. */
static bool is_silent(const rapport_assessment *round, uint32_t party)
{
    for (uint32_t r = round->parties[party].first_rater; r != RAPPORT_NONE; r = round->raters[r].next)
        for (uint32_t p = 0; p < round->page_count; p++)
            for (uint32_t at = 0; round->raters[r].row[p] && at < RAPPORT__PAGE; at++)
                if (round->raters[r].row[p]->state[at] == RAPPORT_ANSWERED)
                    return false;
    return true;
}

static rapport_status warn_of_silence(rapport_comparison *c)
{
    for (uint32_t p = 0; p < current_parties(c); p++) {
        rapport_warning w = BLANK(RAPPORT_WARN_SILENT_PARTY);
        w.view = p;
        if (is_silent(c->rounds[c->newest].assessment, p) && warn(c, &w))
            return RAPPORT_NO_MEMORY;
    }
    return RAPPORT_OK;
}

/* A party's share of a section; false where there is none, as where it is alone. The agreed shares are equal where they are
 * left out. */
static bool share_of(const rapport_assessment *round, int32_t section, uint32_t party, double *share)
{
    rapport__sum sum = {0};
    double total, amount = 0, own = 0;
    if (round->party_count < 2)
        return false;
    if (section == RAPPORT_AGREED_SHARES && !round->has_section[section]) {
        *share = 1.0 / round->party_count;
        return true;
    }
    for (uint32_t p = 0; p < round->party_count; p++) {
        if (rapport_assessment_get_amount(round, section, p, &amount) || amount < 0)
            return false;
        own = p == party ? amount : own;
        rapport__sum_add(&sum, amount);
    }
    total = rapport__sum_value(&sum);
    *share = total > 0 ? own / total : 0;
    return total > 0;
}

/* How far a party's share of the benefits is from the agreed one in a round. */
static bool drift_of(const rapport_comparison *c, uint32_t round, const char *id, double *share, double *agreed)
{
    const rapport_assessment *of = c->rounds[round].assessment;
    uint32_t party = rapport_assessment_find_party(of, id);
    return rapport__is_active(c, round) && party != RAPPORT_NONE && share_of(of, RAPPORT_BENEFITS, party, share) &&
           share_of(of, RAPPORT_AGREED_SHARES, party, agreed);
}

/* Against the first round that tells the amounts, so that a slow drift counts too. */
static rapport_status warn_of_shares(rapport_comparison *c)
{
    for (uint32_t p = 0; p < current_parties(c); p++) {
        rapport_warning w = BLANK(RAPPORT_WARN_SHARE_DRIFTING);
        double agreed = 0, drift = 0;
        for (w.round = 0; w.round < c->newest && !drift_of(c, w.round, c->party_ids[p], &w.before, &agreed);)
            w.round++;
        drift = size_of(w.before - agreed);
        if (w.round >= c->newest || !drift_of(c, c->newest, c->party_ids[p], &w.now, &w.limit) ||
            rapport__compare(size_of(w.now - w.limit) - drift, c->wanted.share_drift) < 0)
            continue;
        w.view = p;
        w.has = RAPPORT_HAS_OLDER | RAPPORT_HAS_NEWER;
        if (warn(c, &w))
            return RAPPORT_NO_MEMORY;
    }
    return RAPPORT_OK;
}

static rapport_status warn_of_charts(rapport_comparison *c, int32_t kind)
{
    for (uint32_t i = 0; i < c->track_count; i++) {
        const rapport__track *track = &c->tracks[i];
        const rapport_trend_point *now = &track->points[c->newest];
        bool ewma = kind == RAPPORT_WARN_EWMA;
        rapport_warning w = BLANK(kind);
        if (is_said(c, kind, track->view, track->node) || !now->has_chart ||
            !((ewma ? now->ewma_alarm : now->cusum_alarm) & RAPPORT_ALARM_LOW))
            continue;
        w.view = track->view;
        w.node = track->node;
        w.has = RAPPORT_HAS_NEWER;
        w.now = ewma ? now->average : now->cusum_low;
        w.limit = ewma ? now->lower : c->wanted.interval;
        if (warn(c, &w))
            return RAPPORT_NO_MEMORY;
    }
    return RAPPORT_OK;
}

static rapport_status warn_of_changes(rapport_comparison *c, int32_t kind)
{
    for (uint32_t p = 0; p < c->party_count; p++) {
        bool before = rapport_comparison_has_party(c, c->previous, p), now = rapport_comparison_has_party(c, c->newest, p);
        rapport_warning w = BLANK(kind);
        w.view = p;
        w.round = c->previous;
        if ((kind == RAPPORT_WARN_PARTY_JOINED ? now && !before : before && !now) && warn(c, &w))
            return RAPPORT_NO_MEMORY;
    }
    return RAPPORT_OK;
}

static rapport_status warn_of_name(rapport_comparison *c)
{
    rapport_warning w = BLANK(RAPPORT_WARN_RENAMED);
    for (uint32_t i = 0; i < c->newest; i++)
        if (strcmp(c->rounds[i].assessment->partnership, c->rounds[c->newest].assessment->partnership) != 0) {
            w.round = i;
            return warn(c, &w);
        }
    return RAPPORT_OK;
}

rapport_status rapport__find_warnings(rapport_comparison *c)
{
    return warn_of_gates(c, RAPPORT_WARN_GATE_BREACHED) || warn_of_gates(c, RAPPORT_WARN_GATE_NEAR_MISS) || warn_of_trust(c) ||
                   warn_of_gaps(c) || warn_of_coverage(c) || warn_of_silence(c) || warn_of_shares(c) ||
                   warn_of_charts(c, RAPPORT_WARN_EWMA) || warn_of_charts(c, RAPPORT_WARN_CUSUM) ||
                   warn_of_changes(c, RAPPORT_WARN_PARTY_JOINED) || warn_of_changes(c, RAPPORT_WARN_PARTY_LEFT) ||
                   warn_of_name(c)
               ? RAPPORT_NO_MEMORY
               : RAPPORT_OK;
}
