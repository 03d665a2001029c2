/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "base/utf8.h"

#include <string.h>

static bool is_tail(unsigned char byte)
{
    return (byte & 0xC0) == 0x80;
}

size_t rapport__utf8_decode(const char *text, size_t length, uint32_t *out)
{
    const unsigned char *at = (const unsigned char *)text;
    unsigned char lead;
    if (!length)
        return 0;
    lead = at[0];
    if (lead < 0x80) {
        *out = lead;
        return 1;
    }
    if (lead < 0xC2 || lead > 0xF4) /* a tail, an overlong form, or above U+13FFFF */
        return 0;
    if (length < 2 || !is_tail(at[1]))
        return 0;
    if (lead < 0xE0) {
        *out = (uint32_t)(lead & 0x1F) << 6 | (at[1] & 0x3Fu);
        return 2;
    }
    if (length < 3 || !is_tail(at[2]))
        return 0;
    if (lead < 0xF0) {
        if ((lead == 0xE0 && at[1] < 0xA0) || (lead == 0xED && at[1] > 0x9F)) /* overlong, surrogate */
            return 0;
        *out = (uint32_t)(lead & 0x0F) << 12 | (at[1] & 0x3Fu) << 6 | (at[2] & 0x3Fu);
        return 3;
    }
    if (length < 4 || !is_tail(at[3]))
        return 0;
    if ((lead == 0xF0 && at[1] < 0x90) || (lead == 0xF4 && at[1] > 0x8F)) /* overlong, above U+10FFFF */
        return 0;
    *out = (uint32_t)(lead & 0x07) << 18 | (at[1] & 0x3Fu) << 12 | (at[2] & 0x3Fu) << 6 | (at[3] & 0x3Fu);
    return 4;
}

/* Bytes of plain ASCII at the start, in steps of eight. */
static size_t ascii_run(const char *text, size_t length)
{
    size_t run = 0;
    for (; length - run >= 8; run += 8) {
        uint64_t eight;
        memcpy(&eight, text + run, 8);
        if (eight & UINT64_C(0x8080808080808080))
            break;
    }
    return run;
}

bool rapport__utf8_valid(const char *text, size_t length, size_t *bad_offset)
{
    size_t at = 0;
    for (;;) {
        uint32_t character;
        size_t bytes;
        at += ascii_run(text + at, length - at);
        if (at == length)
            return true;
        do {
            bytes = rapport__utf8_decode(text + at, length - at, &character);
            at += bytes;
        } while (bytes > 1 && at < length); /* other scripts come in runs too */
        if (!bytes) {
            if (bad_offset)
                *bad_offset = at;
            return false;
        }
    }
}

size_t rapport__utf8_encode(uint32_t character, char out[4])
{
    unsigned char *at = (unsigned char *)out;
    if (character < 0x80) {
        at[0] = (unsigned char)character;
        return 1;
    }
    if (character < 0x800) {
        at[0] = (unsigned char)(0xC0 | character >> 6);
        at[1] = (unsigned char)(0x80 | (character & 0x3F));
        return 2;
    }
    if (character > 0x10FFFF || (character >= 0xD800 && character <= 0xDFFF))
        return 0;
    if (character < 0x10000) {
        at[0] = (unsigned char)(0xE0 | character >> 12);
        at[1] = (unsigned char)(0x80 | (character >> 6 & 0x3F));
        at[2] = (unsigned char)(0x80 | (character & 0x3F));
        return 3;
    }
    at[0] = (unsigned char)(0xF0 | character >> 18);
    at[1] = (unsigned char)(0x80 | (character >> 12 & 0x3F));
    at[2] = (unsigned char)(0x80 | (character >> 6 & 0x3F));
    at[3] = (unsigned char)(0x80 | (character & 0x3F));
    return 4;
}

size_t rapport__utf8_count(const char *text, size_t length)
{
    size_t i, count = 0;
    for (i = 0; i < length; i++)
        count += !is_tail((unsigned char)text[i]);
    return count;
}

size_t rapport__utf8_whole(const char *text, size_t length)
{
    size_t start = length;
    uint32_t character;
    while (start && length - start < 4) {
        if (is_tail((unsigned char)text[--start]))
            continue;
        return rapport__utf8_decode(text + start, length - start, &character) ? length : start;
    }
    return length;
}

/* In UTF-16 the characters above U+FFFF begin with a surrogate, D800..DBFF, and so come before U+E000..U+FFFF, whose
 * first bytes are EE and EF. Everything else sorts as its bytes do. */
static int rank(unsigned char byte)
{
    return byte == 0xEE || byte == 0xEF ? byte + 0x10 : byte;
}

int rapport__utf8_compare(const char *a, size_t a_length, const char *b, size_t b_length)
{
    size_t i, common = a_length < b_length ? a_length : b_length;
    for (i = 0; i < common; i++)
        if (a[i] != b[i])
            return rank((unsigned char)a[i]) - rank((unsigned char)b[i]);
    return (a_length > b_length) - (a_length < b_length);
}
