/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* How values are called in messages. */
#include "io/read.h"

#include <string.h>

#include "base/error.h"
#include "base/number.h"
#include "base/utf8.h"

const char *rapport__quoted(const char *text, size_t length, char out[RAPPORT__WORDS])
{
    enum { MOST = RAPPORT__WORDS - 8 }; /* two quotes, an ellipsis and the NUL */
    char part[MOST + 1];
    size_t shown = length > MOST ? rapport__utf8_whole(text, MOST) : length;
    memcpy(part, text, shown);
    part[shown] = '\0';
    *out = '\0';
    rapport__append(out, RAPPORT__WORDS, "\"");
    rapport__append(out, RAPPORT__WORDS, part);
    rapport__append(out, RAPPORT__WORDS, shown < length ? "\xE2\x80\xA6\"" : "\"");
    return out;
}

const char *rapport__words(const rapport__reading *r, rapport__json_value value, char out[RAPPORT__WORDS])
{
    rapport__json_type type = rapport__json_type_of(r->doc, value);
    size_t length;
    const char *text;
    if (type == RAPPORT__JSON_STRING) {
        text = rapport__json_text(r->doc, value, &length);
        return rapport__quoted(text, length, out);
    }
    if (type == RAPPORT__JSON_NUMBER) {
        rapport__number_write(rapport__json_number(r->doc, value), out);
        return out;
    }
    *out = '\0';
    rapport__append(out, RAPPORT__WORDS,
                    type != RAPPORT__JSON_BOOLEAN          ? rapport__json_type_name(type)
                    : rapport__json_boolean(r->doc, value) ? "true"
                                                           : "false");
    return out;
}

const char *rapport__subject(const rapport__reading *r, rapport__json_value value, char out[RAPPORT__WORDS])
{
    const char *key;
    size_t length;
    *out = '\0';
    if (!value) {
        rapport__append(out, RAPPORT__WORDS, "the document");
        return out;
    }
    if (!rapport__json_key(r->doc, value, NULL))
        rapport__append(out, RAPPORT__WORDS, "an element of ");
    while (value && !rapport__json_key(r->doc, value, NULL))
        value = rapport__json_parent(r->doc, value);
    key = value ? rapport__json_key(r->doc, value, &length) : "the document";
    rapport__append(out, RAPPORT__WORDS, key);
    return out;
}
