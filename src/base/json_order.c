/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "base/json_tape.h"

#include "base/utf8.h"

#include <string.h>

int rapport__json_by_length(const rapport__json *doc, rapport__json_value a, rapport__json_value b)
{
    const rapport__json_entry *left = doc->entries + a, *right = doc->entries + b;
    if (left->key_length != right->key_length)
        return left->key_length < right->key_length ? -1 : 1;
    return memcmp(rapport__json_at(doc, left->key_at), rapport__json_at(doc, right->key_at), left->key_length);
}

int rapport__json_by_utf16(const rapport__json *doc, rapport__json_value a, rapport__json_value b)
{
    const rapport__json_entry *left = doc->entries + a, *right = doc->entries + b;
    return rapport__utf8_compare(rapport__json_at(doc, left->key_at), left->key_length, rapport__json_at(doc, right->key_at),
                                 right->key_length);
}

/* Merges from[0..middle) and from[middle..count) into `to`. */
static void merge(const rapport__json *doc, const rapport__json_value *from, uint32_t middle, uint32_t count,
                  rapport__json_value *to, rapport__json_order order)
{
    uint32_t left = 0, right = middle, i;
    if (middle == count || order(doc, from[middle - 1], from[middle]) <= 0) { /* in order already */
        memcpy(to, from, count * sizeof *to);
        return;
    }
    for (i = 0; i < count; i++)
        to[i] = right == count || (left < middle && order(doc, from[left], from[right]) <= 0) ? from[left++] : from[right++];
}

void rapport__json_sort(const rapport__json *doc, rapport__json_value *members, rapport__json_value *scratch, uint32_t count,
                        rapport__json_order order)
{
    rapport__json_value *from = members, *to = scratch;
    uint32_t width, at;
    for (width = 1; width < count; width *= 2) {
        rapport__json_value *swap = from;
        for (at = 0; at < count; at += 2 * width) {
            uint32_t rest = count - at;
            merge(doc, from + at, width < rest ? width : rest, 2 * width < rest ? 2 * width : rest, to + at, order);
        }
        from = to;
        to = swap;
    }
    if (from != members)
        memcpy(members, from, count * sizeof *members);
}
