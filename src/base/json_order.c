/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "base/json_tape.h"

#include "base/memory.h"
#include "base/utf8.h"

#include <string.h>

/* The first eight bytes of a key as a number that sorts as rapport__utf8_compare() does, for most pairs differ there. */
static uint64_t start_of(const rapport__json *doc, const rapport__json_entry *entry)
{
    const unsigned char *key = (const unsigned char *)rapport__json_at(doc, entry->key_at);
    uint64_t start = 0;
    uint32_t i;
    for (i = 0; i < 8; i++) {
        unsigned char byte = i < entry->key_length ? key[i] : 0;
        start = start << 8 | (byte == 0xEE || byte == 0xEF ? byte + 0x10u : byte);
    }
    return start;
}

static int compare(const rapport__json *doc, const rapport__json_member *a, const rapport__json_member *b)
{
    const rapport__json_entry *left = doc->entries + a->value, *right = doc->entries + b->value;
    if (a->start != b->start)
        return a->start < b->start ? -1 : 1;
    return rapport__utf8_compare(rapport__json_at(doc, left->key_at), left->key_length, rapport__json_at(doc, right->key_at),
                                 right->key_length);
}

/* Merges from[0..middle) and from[middle..count) into `to`. */
static void merge(const rapport__json *doc, const rapport__json_member *from, uint32_t middle, uint32_t count,
                  rapport__json_member *to)
{
    uint32_t left = 0, right = middle, i;
    if (middle == count || compare(doc, from + middle - 1, from + middle) <= 0) { /* in order already */
        memcpy(to, from, count * sizeof *to);
        return;
    }
    for (i = 0; i < count; i++) {
        if (right == count || (left < middle && compare(doc, from + left, from + right) <= 0))
            to[i] = from[left++];
        else
            to[i] = from[right++];
    }
}

/* Merge sort from the bottom up; `spare` has room for as many. */
static void sort(const rapport__json *doc, rapport__json_member *members, rapport__json_member *spare, uint32_t count)
{
    rapport__json_member *from = members, *to = spare;
    uint32_t width, at;
    for (width = 1; width < count; width *= 2) {
        rapport__json_member *swap = from;
        for (at = 0; at < count; at += 2 * width) {
            uint32_t rest = count - at;
            merge(doc, from + at, width < rest ? width : rest, 2 * width < rest ? 2 * width : rest, to + at);
        }
        from = to;
        to = swap;
    }
    if (from != members)
        memcpy(members, from, count * sizeof *members);
}

rapport_status rapport__json_sort(const rapport__json *doc, rapport__json_value object, rapport__json_sorter *sorter)
{
    uint32_t i = 0, count = rapport__json_count(doc, object);
    rapport__json_value member;
    if (rapport__reserve(&doc->mem, &sorter->members, &sorter->room, 2 * count, sizeof *sorter->members))
        return RAPPORT_NO_MEMORY;
    for (member = rapport__json_first(doc, object); member != RAPPORT_NONE; member = rapport__json_next(doc, member), i++) {
        sorter->members[i].start = start_of(doc, doc->entries + member);
        sorter->members[i].value = member;
    }
    sort(doc, sorter->members, sorter->members + count, count);
    return RAPPORT_OK;
}

bool rapport__json_same_key(const rapport__json *doc, rapport__json_value a, rapport__json_value b)
{
    const rapport__json_entry *left = doc->entries + a, *right = doc->entries + b;
    return left->key_length == right->key_length &&
           !memcmp(rapport__json_at(doc, left->key_at), rapport__json_at(doc, right->key_at), left->key_length);
}
