/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "report/result_json.h"

#include "report/consensus.h"
#include "report/perspective.h"

static void put_numbers(rapport__json_out *out, const rapport_perspective *p)
{
    rapport__json_number_member(out, "value", p->has_value, p->value);
    if (p->aspect == RAPPORT_UNDERSTANDING)
        rapport__json_number_member(out, "bias", p->has_value, p->bias);
    rapport__json_text_member(out, "reason", rapport__consensus_word_of_reason(p->reason));
}

static void put_node(rapport__json_out *out, const rapport__subject *s, const rapport_opinion *said,
                     const rapport_perspective *of)
{
    rapport_perspective p = rapport__subject_perspective(s, of->aspect, of->of, of->against, said->node);
    if (!p.has_value && p.reason == RAPPORT_NOT_SAID)
        return;
    rapport__json_begin_object(out, RAPPORT__JSON_INLINE);
    rapport__json_text_member(out, "id", rapport__subject_id(s, RAPPORT_OF_NODE, said->node));
    put_numbers(out, &p);
    rapport__json_end(out);
}

/* One party and another, from the opinions first..end) that begin it. */
static void put_pair(rapport__json_out *out, const rapport__subject *s, int32_t aspect, uint32_t first, uint32_t end)
{
    rapport_opinion said = rapport__subject_opinion(s, first);
    bool turned = aspect == RAPPORT_SELF_ENHANCEMENT; /* what the other says of it */
    rapport_perspective whole =
        rapport__subject_perspective(s, aspect, turned ? said.against : said.of, turned ? said.of : said.against, RAPPORT_ROOT);
    rapport__json_begin_object(out, RAPPORT__JSON_LINES);
    rapport__json_put_pair(out, s, whole.of, whole.against);
    put_numbers(out, &whole);
    rapport__json_integer_member(out, "criteria", true, whole.criteria);
    rapport__json_integer_member(out, "withheld", true, whole.withheld);
    rapport__json_put_key(out, "nodes");
    rapport__json_begin_array(out, RAPPORT__JSON_LINES);
    for (uint32_t i = first; i < end; i++) {
        said = rapport__subject_opinion(s, i);
        put_node(out, s, &said, &whole);
    }
    rapport__json_end(out);
    rapport__json_end(out);
}

static void put_aspect(rapport__json_out *out, const rapport__subject *s, const char *key, int32_t aspect)
{
    uint32_t first = 0, end;
    rapport__json_put_key(out, key);
    rapport__json_begin_array(out, RAPPORT__JSON_LINES);
    for (; (end = rapport__subject_next_opinions(s, first)) > first; first = end)
        if (rapport__opinion_tells(s, first, aspect))
            put_pair(out, s, aspect, first, end);
    rapport__json_end(out);
}

void rapport__result_json_perspectives(rapport__json_out *out, const rapport__subject *s)
{
    if (!rapport_result_count_opinions(s->result))
        return;
    rapport__json_put_key(out, "perspectives");
    rapport__json_begin_object(out, RAPPORT__JSON_LINES);
    put_aspect(out, s, "regard", RAPPORT_REGARD);
    put_aspect(out, s, "self_enhancement", RAPPORT_SELF_ENHANCEMENT);
    put_aspect(out, s, "understanding", RAPPORT_UNDERSTANDING);
    rapport__json_end(out);
}
