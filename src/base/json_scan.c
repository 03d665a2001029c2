/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "base/json_scan.h"

#include "base/error.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/utf8.h"

#include <string.h>

/* Bytes that end a run of plain text: quote, backslash and everything below the space. */
static const unsigned char ends_run[256] = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,         1,
                                            1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, ['"'] = 1, ['\\'] = 1};

/* Goes over a run of plain text, and looks whether it is UTF-8. */
static rapport_status take_run(rapport__json_reader *r)
{
    const unsigned char *text = (const unsigned char *)r->text;
    uint32_t start = r->at, at = start;
    unsigned char bits = 0;
    size_t bad;
    while (!ends_run[text[at]])
        bits |= text[at++];
    r->at = at;
    if (bits < 0x80 || rapport__utf8_valid(r->text + start, at - start, &bad))
        return RAPPORT_OK;
    r->at = start + (uint32_t)bad;
    return rapport__json_refuse(r, "the string is not valid UTF-8");
}

static rapport_status refuse_control(rapport__json_reader *r)
{
    switch (r->text[r->at]) {
    case '\0':
        return rapport__json_refuse(r, r->at == r->length ? "the text ends inside a string" : "U+0000 is not allowed");
    case '\n':
    case '\r':
        return rapport__json_refuse(r, "a line break inside a string must be written as \\n or \\r");
    case '\t':
        return rapport__json_refuse(r, "a tab inside a string must be written as \\t");
    default:
        return rapport__json_refuse(r, "a control character inside a string must be written as \\u and four digits");
    }
}

/* Four hexadecimal digits at `at`, or a number above FFFF. */
static uint32_t hex4(const char *at)
{
    uint32_t value = 0;
    int i;
    for (i = 0; i < 4; i++) {
        char c = at[i];
        if (c >= '0' && c <= '9')
            value = value << 4 | (uint32_t)(c - '0');
        else if ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'))
            value = value << 4 | (uint32_t)((c | 0x20) - 'a' + 10);
        else
            return UINT32_MAX;
    }
    return value;
}

/* \uXXXX, or two of them for a character above U+FFFF. */
static rapport_status take_unicode(rapport__json_reader *r, uint32_t *character)
{
    const char *at = r->text + r->at;
    uint32_t high = hex4(at + 2), low = 0;
    if (high > 0xFFFF)
        return rapport__json_refuse(r, "\\u must be followed by four hexadecimal digits");
    if (!high)
        return rapport__json_refuse(r, "U+0000 is not allowed");
    *character = high;
    r->at += 6;
    if (high < 0xD800 || high > 0xDFFF)
        return RAPPORT_OK;
    if (high < 0xDC00 && at[6] == '\\' && at[7] == 'u')
        low = hex4(at + 8);
    if (low < 0xDC00 || low > 0xDFFF) {
        r->at -= 6;
        return rapport__json_refuse(r, "a surrogate must be half of a pair \\uD800-\\uDBFF \\uDC00-\\uDFFF");
    }
    *character = 0x10000 + (high - 0xD800) * 0x400 + (low - 0xDC00);
    r->at += 6;
    return RAPPORT_OK;
}

static rapport_status take_escape(rapport__json_reader *r, uint32_t *character)
{
    static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
    char letter = r->text[r->at + 1];
    uint32_t known = 0;
    if (letter == 'u')
        return take_unicode(r, character);
    while (from[known] && from[known] != letter)
        known++;
    if (r->at + 1 == r->length) {
        r->at++;
        return rapport__json_refuse(r, "the text ends inside a string");
    }
    if (!from[known])
        return rapport__json_refuse(r, "after \\ in a string must come one of \" \\ / b f n r t u");
    *character = (unsigned char)to[known];
    r->at += 2;
    return RAPPORT_OK;
}

static rapport_status put_in_pool(rapport__json_reader *r, const char *text, size_t length)
{
    rapport__json *doc = r->doc;
    if (!length)
        return RAPPORT_OK;
    if (rapport__reserve(&doc->mem, &doc->pool, &doc->pool_room, doc->pool_used + (uint32_t)length, 1))
        return rapport__fail_plainly(r->error, RAPPORT_NO_MEMORY);
    memcpy(doc->pool + doc->pool_used, text, length);
    doc->pool_used += (uint32_t)length;
    return RAPPORT_OK;
}

/* The rest of a string, whose text begins at `start`, from its first escape on. What is decoded is shorter than what it
 * was written with, so the pool never outgrows the text. */
static rapport_status take_escaped(rapport__json_reader *r, uint32_t start, uint32_t *at, uint32_t *length)
{
    rapport_status status;
    uint32_t begin = r->doc->pool_used;
    for (;;) {
        char bytes[4];
        uint32_t character = 0;
        status = put_in_pool(r, r->text + start, r->at - start);
        if (status)
            return status;
        if (r->text[r->at] == '"')
            break;
        if (r->text[r->at] != '\\')
            return refuse_control(r);
        status = take_escape(r, &character);
        if (!status)
            status = put_in_pool(r, bytes, rapport__utf8_encode(character, bytes));
        start = r->at;
        if (!status)
            status = take_run(r);
        if (status)
            return status;
    }
    *at = begin | IN_POOL;
    *length = r->doc->pool_used - begin;
    r->at++;
    return put_in_pool(r, "", 1);
}

/* From the opening quote to behind the closing one. */
rapport_status rapport__json_take_string(rapport__json_reader *r, uint32_t *at, uint32_t *length)
{
    rapport_status status;
    uint32_t start = ++r->at;
    status = take_run(r);
    if (status)
        return status;
    if (r->text[r->at] == '\\')
        return take_escaped(r, start, at, length);
    if (r->text[r->at] != '"')
        return refuse_control(r);
    *at = start;
    *length = r->at - start;
    r->text[r->at++] = '\0';
    return RAPPORT_OK;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static void skip_digits(rapport__json_reader *r)
{
    while (is_digit(r->text[r->at]))
        r->at++;
}

/* Over the grammar of RFC 8259 section 6. *whole: neither fraction nor exponent. */
static rapport_status take_number_text(rapport__json_reader *r, bool *whole)
{
    const char *text = r->text;
    uint32_t start = r->at;
    *whole = true;
    r->at += text[r->at] == '-';
    if (!is_digit(text[r->at]))
        return rapport__json_refuse(r, "'-' must be followed by a digit");
    if (text[r->at] == '0' && is_digit(text[r->at + 1]))
        return rapport__json_refuse(r, "a number must not begin with 0 and another digit");
    skip_digits(r);
    if (text[r->at] == '.') {
        r->at++;
        *whole = false;
        if (!is_digit(text[r->at]))
            return rapport__json_refuse(r, "the point of a number must be followed by a digit");
        skip_digits(r);
    }
    if ((text[r->at] | 0x20) == 'e') {
        r->at++;
        *whole = false;
        r->at += text[r->at] == '+' || text[r->at] == '-';
        if (!is_digit(text[r->at]))
            return rapport__json_refuse(r, "the exponent of a number must have a digit");
        skip_digits(r);
    }
    *whole = *whole && r->at - start <= 15; /* digits that a double holds exactly */
    return RAPPORT_OK;
}

static rapport_status take_number(rapport__json_reader *r)
{
    rapport_status status;
    rapport__json_entry *entry;
    uint32_t start = r->at, i;
    bool whole, negative = r->text[start] == '-';
    double number = 0;
    status = take_number_text(r, &whole);
    if (status)
        return status;
    if (whole) {
        int64_t sum = 0;
        for (i = start + negative; i < r->at; i++)
            sum = sum * 10 + (r->text[i] - '0');
        number = (double)(negative ? -sum : sum);
    } else if (rapport__number_read(r->text + start, r->at - start, &number)) {
        return rapport__json_refuse_at(r, start, RAPPORT_BAD_SYNTAX, "the number is too large for a double (about 1.8e308)");
    }
    entry = rapport__json_add(r, RAPPORT__JSON_NUMBER, start);
    if (!entry)
        return RAPPORT_NO_MEMORY;
    entry->is.number = number + 0.0; /* -0 becomes 0 */
    entry->end = r->at;
    return RAPPORT_OK;
}

static rapport_status take_word(rapport__json_reader *r, const char *word, uint32_t length, rapport__json_type type,
                                double number)
{
    rapport__json_entry *entry;
    if (r->length - r->at < length || memcmp(r->text + r->at, word, length))
        return rapport__json_refuse(r, "expected a value; the only bare words are true, false and null");
    entry = rapport__json_add(r, type, r->at);
    if (!entry)
        return RAPPORT_NO_MEMORY;
    entry->is.number = number;
    entry->end = r->at += length;
    return RAPPORT_OK;
}

static rapport_status take_text(rapport__json_reader *r)
{
    rapport_status status;
    rapport__json_entry *entry;
    uint32_t start = r->at, at, length;
    status = rapport__json_take_string(r, &at, &length);
    if (status)
        return status;
    entry = rapport__json_add(r, RAPPORT__JSON_STRING, start);
    if (!entry)
        return RAPPORT_NO_MEMORY;
    entry->is.text.at = at;
    entry->is.text.length = length;
    entry->end = r->at;
    return RAPPORT_OK;
}

rapport_status rapport__json_take_scalar(rapport__json_reader *r)
{
    static const char expected[] = "expected a value: a string, number, array, object, true, false or null";
    char byte = r->text[r->at];
    if (byte == '"')
        return take_text(r);
    if (byte == '-' || is_digit(byte))
        return take_number(r);
    if (byte == 't')
        return take_word(r, "true", 4, RAPPORT__JSON_BOOLEAN, 1);
    if (byte == 'f')
        return take_word(r, "false", 5, RAPPORT__JSON_BOOLEAN, 0);
    if (byte == 'n')
        return take_word(r, "null", 4, RAPPORT__JSON_NULL, 0);
    if (byte == '\'')
        return rapport__json_refuse(r, "strings are written in double quotes");
    if (byte == '+' || byte == '.')
        return rapport__json_refuse(r, "a number must begin with a digit or '-'");
    if (byte == 'N' || byte == 'I')
        return rapport__json_refuse(r, "NaN and Infinity are not numbers of JSON, and null has small letters");
    return rapport__json_refuse_byte(r, "the text ends where a value is expected", expected);
}
