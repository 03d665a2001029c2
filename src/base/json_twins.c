/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "base/json_tape.h"

#include "base/error.h"

static rapport_status refuse_twin(const rapport__json *doc, rapport__json_value twin, rapport__json_value first,
                                  rapport_error *error)
{
    char digits[16] = "";
    uint32_t line, column;
    rapport__json_key_position(doc, first, &line, &column);
    rapport__append_index(digits, sizeof digits, line);
    return JSON_FAIL_KEY(error, RAPPORT_DUPLICATE, doc, twin, "the object has this key already, in line ", digits + 1);
}

/* Compares each key with those before it, if one of them looks alike: has the same place among 64. */
static rapport_status check_few(const rapport__json *doc, rapport__json_value object, rapport_error *error)
{
    rapport__json_value member, first = object + 1;
    uint64_t seen = 0;
    for (member = first; member != RAPPORT_NONE; member = rapport__json_next(doc, member)) {
        const rapport__json_entry *entry = doc->entries + member;
        const unsigned char *key = (const unsigned char *)rapport__json_at(doc, entry->key_at);
        uint32_t length = entry->key_length, last = length ? key[length - 1] : 0;
        uint64_t bit = UINT64_C(1) << ((key[0] + last * 5 + length * 17) % 64);
        rapport__json_value earlier = seen & bit ? first : member;
        for (; earlier != member; earlier = rapport__json_next(doc, earlier))
            if (rapport__json_same_key(doc, earlier, member))
                return refuse_twin(doc, member, earlier, error);
        seen |= bit;
    }
    return RAPPORT_OK;
}

/* Sorts, so that equal keys are neighbours in the order of the text; the first repetition is reported. */
static rapport_status check_many(const rapport__json *doc, rapport__json_value object, uint32_t count,
                                 rapport__json_sorter *sorter, rapport_error *error)
{
    const rapport__json_member *members;
    uint32_t i, twin = 0;
    if (rapport__json_sort(doc, object, sorter))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    members = sorter->members;
    for (i = 1; i < count; i++)
        if (members[i].start == members[i - 1].start && (!twin || members[i].value < members[twin].value) &&
            rapport__json_same_key(doc, members[i - 1].value, members[i].value))
            twin = i;
    return twin ? refuse_twin(doc, members[twin].value, members[twin - 1].value, error) : RAPPORT_OK;
}

rapport_status rapport__json_check_keys(const rapport__json *doc, rapport__json_value object, rapport__json_sorter *sorter,
                                        rapport_error *error)
{
    enum { FEW = 32 };
    uint32_t count = rapport__json_count(doc, object);
    if (count < 2)
        return RAPPORT_OK;
    return count > FEW ? check_many(doc, object, count, sorter, error) : check_few(doc, object, error);
}
