/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "report/perspective.h"

#include "rapport/consensus.h"

rapport_opinion rapport__subject_opinion(const rapport__subject *s, uint32_t index)
{
    rapport_opinion out = {.struct_size = sizeof out};
    (void)rapport_result_get_opinion(s->result, index, &out);
    return out;
}

rapport_perspective rapport__subject_perspective(const rapport__subject *s, int32_t aspect, uint32_t of, uint32_t against,
                                                 uint32_t node)
{
    rapport_perspective out = {.struct_size = sizeof out};
    (void)rapport_result_get_perspective(s->result, aspect, of, against, node, &out);
    return out;
}

uint32_t rapport__subject_next_opinions(const rapport__subject *s, uint32_t first)
{
    uint32_t count = rapport_result_count_opinions(s->result), end = first;
    rapport_opinion one;
    if (first >= count)
        return first;
    one = rapport__subject_opinion(s, first);
    for (end++; end < count; end++) {
        rapport_opinion next = rapport__subject_opinion(s, end);
        if (next.kind != one.kind || next.of != one.of || next.against != one.against)
            break;
    }
    return end;
}

bool rapport__opinion_tells(const rapport__subject *s, uint32_t first, int32_t aspect)
{
    rapport_opinion said = rapport__subject_opinion(s, first);
    if (aspect == RAPPORT_UNDERSTANDING)
        return said.kind == RAPPORT_PREDICTS;
    if (said.kind != RAPPORT_ABOUT || said.of == said.against)
        return false;
    return aspect == RAPPORT_REGARD ||
           rapport__subject_perspective(s, aspect, said.against, said.of, RAPPORT_ROOT).reason != RAPPORT_NOT_SAID;
}
