/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* What raters say of parties, and what parties state to be important. */
#include "io/assessment_read.h"

#include "base/memory.h"
#include "rapport/importance.h"

void rapport__defer_opinions(rapport__assessment_reading *a, const rapport__pending *pending)
{
    rapport__reading *r = a->r;
    if (pending->value == RAPPORT_NONE || r->out_of_memory)
        return;
    if (rapport__reserve(&r->mem, &a->pending, &a->pending_capacity, a->pending_count + 1, sizeof *pending))
        r->out_of_memory = true;
    else
        a->pending[a->pending_count++] = *pending;
}

/* What a rater says of one party. */
static void read_subject(rapport__assessment_reading *a, rapport__json_value member, const rapport__pending *from)
{
    const rapport__name *party = rapport__find_party(a, member);
    uint32_t rater = from->rater;
    if (!party)
        return;
    if (from->kind == RAPPORT_PREDICTS && from->party != RAPPORT_NONE && party->number == from->party) {
        REPORT_KEY(a->r, RAPPORT_BAD_VALUE, member, "a party does not predict its own answers");
        return;
    }
    a->kind = from->kind;
    a->subject = party->number;
    rapport__read_answers(a, member, party->number == RAPPORT_NONE ? RAPPORT_NONE : rater);
    a->kind = 0;
}

void rapport__read_opinions(rapport__assessment_reading *a)
{
    rapport__reading *r = a->r;
    for (uint32_t i = 0; i < a->pending_count && !r->out_of_memory; i++) {
        if (!rapport__is_type(r, a->pending[i].value, RAPPORT__JSON_OBJECT))
            continue;
        for (rapport__json_value member = rapport__json_first(r->doc, a->pending[i].value);
             member != RAPPORT_NONE && !r->out_of_memory; member = rapport__json_next(r->doc, member))
            if (!rapport__read_extra(r, member))
                read_subject(a, member, &a->pending[i]);
    }
}

void rapport__read_importance(rapport__assessment_reading *a, rapport__json_value value, uint32_t party)
{
    rapport__reading *r = a->r;
    double importance;
    if (!rapport__is_type(r, value, RAPPORT__JSON_OBJECT))
        return;
    for (rapport__json_value member = rapport__json_first(r->doc, value); member != RAPPORT_NONE && !r->out_of_memory;
         member = rapport__json_next(r->doc, member)) {
        uint32_t node;
        if (rapport__read_extra(r, member))
            continue;
        node = rapport_model_find(a->model, rapport__json_key(r->doc, member, NULL));
        if (node == RAPPORT_NONE || node == RAPPORT_ROOT)
            rapport__report_unknown_node(a, member, "node ");
        else if (rapport__read_number(r, member, 0, 1e12, &importance) && party != RAPPORT_NONE)
            rapport__built(r, member, rapport_assessment_set_importance(a->assessment, party, node, importance, &r->told));
    }
}
