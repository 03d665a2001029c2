/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* One round of a comparison: its result as it is, or that of its answers to what is common, under the comparison's model. What
 * is not common is marked as not applicable, which is the same as if the model did not have it. */
#include <string.h>

#include "analysis/comparison.h"

/* Where the criteria of a round's model are in the comparison's. */
typedef struct map {
    const rapport_comparison *c;
    const rapport_assessment *from;
    rapport_assessment *to;
    uint32_t *node;         /* by node of the round's model: RAPPORT_NONE if it is not common */
    unsigned char *changed; /* its answers are worth something else now */
} map;

static rapport_status make_map(map *m)
{
    const rapport_model *older = m->from->model;
    uint32_t nodes = older->content.node_count;
    int32_t reason;
    m->node = rapport__alloc(rapport__comparison_memory(m->c), nodes, sizeof *m->node + 1);
    if (!m->node)
        return RAPPORT_NO_MEMORY;
    m->changed = (unsigned char *)(m->node + nodes);
    for (uint32_t i = 0; i < nodes; i++) {
        bool changed;
        m->node[i] = rapport__match_criterion(older, i, m->c->model, &reason, &changed);
        if (m->node[i] != RAPPORT_NONE && !m->c->common[m->node[i]])
            m->node[i] = RAPPORT_NONE;
        m->changed[i] = changed;
    }
    return RAPPORT_OK;
}

/* The same answer on the scale that the criterion has now. */
static rapport_status copy_answer(const map *m, uint32_t rater, uint32_t node, int32_t state, double value)
{
    const rapport__content *content = &m->from->model->content;
    const rapport__scale *scale = &content->scales[content->nodes[node].scale];
    uint32_t to = m->node[node];
    if (state != RAPPORT_ANSWERED)
        return rapport_assessment_set_state(m->to, rater, to, state, NULL);
    switch (scale->kind) {
    case RAPPORT_LEVELS:
        return rapport_assessment_set_level(m->to, rater, to, (uint32_t)value, NULL);
    case RAPPORT_NUMBER:
        return rapport_assessment_set_number(m->to, rater, to, value, NULL);
    case RAPPORT_YESNO:
        return rapport_assessment_set_yesno(m->to, rater, to, value != 0, NULL);
    default:
        return rapport_assessment_set_option(
            m->to, rater, to,
            rapport_model_find_step(m->c->model, m->c->model->content.nodes[to].scale, scale->steps[(uint32_t)value - 1].id),
            NULL);
    }
}

static rapport_status copy_row(const map *m, rapport__row row, uint32_t rater)
{
    rapport_status status = RAPPORT_OK;
    for (uint32_t p = 0; p < m->from->page_count; p++)
        for (uint32_t at = 0; row[p] && at < RAPPORT__PAGE && !status; at++)
            if (row[p]->state[at] != RAPPORT_UNANSWERED && m->node[p * RAPPORT__PAGE + at] != RAPPORT_NONE)
                status = copy_answer(m, rater, p * RAPPORT__PAGE + at, row[p]->state[at], row[p]->value[at]);
    return status;
}

/* A party without raters gets one, who says nothing but that the rest does not apply. */
static rapport_status copy_raters(const map *m, uint32_t party)
{
    const rapport__node *nodes = m->c->model->content.nodes;
    uint32_t first = RAPPORT_NONE, rater;
    rapport_status status = RAPPORT_OK;
    for (uint32_t r = m->from->parties[party].first_rater; r != RAPPORT_NONE && !status; r = m->from->raters[r].next) {
        const rapport__rater *from = &m->from->raters[r];
        status = rapport_assessment_add_rater(m->to, party, from->id, from->weight, &rater, NULL);
        if (!status)
            status = copy_row(m, from->row, rater);
        first = first == RAPPORT_NONE ? rater : first;
    }
    if (!status && first == RAPPORT_NONE)
        status = rapport_assessment_add_rater(m->to, party, "nobody", 1, &first, NULL);
    for (uint32_t i = 1; i < m->c->model->content.node_count && !status; i++)
        if (nodes[i].kind == RAPPORT_CRITERION && !m->c->common[i])
            status = rapport_assessment_set_state(m->to, first, i, RAPPORT_NOT_APPLICABLE, NULL);
    return status;
}

static rapport_status copy_party(const map *m, uint32_t party)
{
    const rapport__party *from = &m->from->parties[party];
    rapport_status status = rapport_assessment_add_party(m->to, from->id, from->weight, from->voice, NULL, NULL);
    for (int32_t s = RAPPORT_BENEFITS; s <= RAPPORT_AGREED_SHARES && !status; s++)
        if (from->has_amount[s])
            status = rapport_assessment_set_amount(m->to, s, party, from->amounts[s], NULL);
        else if (m->from->has_section[s])
            status = rapport_assessment_add_section(m->to, s, NULL);
    return status ? status : copy_raters(m, party);
}

static rapport_status copy_skills(const map *m)
{
    rapport_status status = m->from->has_skills ? rapport_assessment_add_skill(m->to, NULL, 0, NULL, NULL) : RAPPORT_OK;
    for (uint32_t p = 0; p < m->from->party_count && !status; p++)
        if (m->from->parties[p].has_skills)
            status = rapport_assessment_set_skill(m->to, RAPPORT_NONE, p, 0, NULL);
    for (uint32_t i = 0; i < m->from->skill_count && !status; i++) {
        const rapport__skill *skill = &m->from->skills[i];
        status = rapport_assessment_add_skill(m->to, skill->id, skill->importance, NULL, NULL);
        for (uint32_t p = 0; p < m->from->party_count && skill->levels && !status; p++)
            if (m->from->parties[p].has_skills)
                status = rapport_assessment_set_skill(m->to, i, p, skill->levels[p], NULL);
    }
    return status;
}

/* The stricter of the round's own floor and the newest round's holds. */
static rapport_status copy_floor(const map *m)
{
    uint32_t own = rapport_assessment_anonymity_floor(m->from);
    uint32_t newest = rapport_assessment_anonymity_floor(m->c->rounds[m->c->newest].assessment);
    return rapport_assessment_set_anonymity_floor(m->to, own > newest ? own : newest, NULL);
}

/* Withholds again what the round's own report withholds, and criteria whose raters are protected and whose answers are worth
 * something else now: two means of the same few answers would tell more of them than one. */
static void mask_criteria(const map *m, rapport_result *own, rapport__round *round)
{
    const rapport_result *again = round->result;
    uint32_t floor = rapport_assessment_anonymity_floor(m->to);
    for (uint32_t view = 0; view <= again->party_count; view++) {
        unsigned char *mask = round->masks + (size_t)view * again->node_count;
        bool protects = floor > 1 && view < again->party_count && m->from->parties[view].voice == RAPPORT_VOICE_RATERS;
        for (uint32_t i = 0; i < own->node_count; i++) {
            const rapport__cell *cell = &rapport__view(own, view)[i];
            if (m->node[i] != RAPPORT_NONE && (cell->withheld || (protects && m->changed[i] && cell->raters)))
                mask[m->node[i]] = 1;
        }
        for (uint32_t i = 0; i < again->node_count; i++)
            mask[i] = mask[i] || rapport__view(again, view)[i].withheld;
    }
}

/* A joint cell over a withheld one is withheld, and so is every group above. */
static void mask_above(const rapport_comparison *c, rapport__round *round)
{
    const rapport__node *nodes = c->model->content.nodes;
    uint32_t count = round->result->node_count, views = round->result->party_count;
    unsigned char *joint = round->masks + (size_t)views * count;
    for (uint32_t view = 0; view <= views; view++) {
        unsigned char *mask = round->masks + (size_t)view * count;
        for (uint32_t i = count; i-- > 1;) {
            if (mask[i])
                joint[i] = 1;
            if (mask[i] && nodes[i].counts)
                mask[nodes[i].parent] = 1;
        }
        joint[RAPPORT_ROOT] = joint[RAPPORT_ROOT] || mask[RAPPORT_ROOT];
    }
}

static rapport_status score_again(map *m, rapport__round *round, rapport_result *own, rapport_error *error)
{
    const rapport_allocator *mem = rapport__comparison_memory(m->c);
    rapport_status status =
        rapport_assessment_create(m->c->model, m->from->id, m->from->partnership, m->from->date, mem, &round->again, NULL);
    m->to = round->again;
    if (!status)
        status = copy_floor(m);
    for (uint32_t p = 0; p < m->from->party_count && !status; p++)
        status = copy_party(m, p);
    if (!status)
        status = copy_skills(m);
    if (!status)
        status = copy_row(m, m->from->facts, RAPPORT_FACT);
    if (!status)
        status = rapport_result_compute(round->result, round->again, NULL);
    if (!status)
        status = rapport_result_compute(own, m->from, NULL);
    return status ? rapport__fail_plainly(error, status) : RAPPORT_OK;
}

rapport_status rapport__score_round(rapport_comparison *c, uint32_t index, rapport_result *own, rapport_error *error)
{
    rapport__round *round = &c->rounds[index];
    map m = {.c = c, .from = round->assessment};
    rapport_status status = rapport_result_create(rapport__comparison_memory(c), &round->result);
    if (status)
        return rapport__fail_plainly(error, status);
    if (c->basis == RAPPORT_SAME_MODEL)
        return rapport_result_compute(round->result, round->assessment, error);
    round->masks = rapport__arena_alloc(&c->arena, (size_t)c->model->content.node_count * (m.from->party_count + 1), 1);
    if (!round->masks || make_map(&m))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    status = score_again(&m, round, own, error);
    if (!status) {
        mask_criteria(&m, own, round);
        mask_above(c, round);
    }
    rapport__free(rapport__comparison_memory(c), m.node);
    return status;
}
