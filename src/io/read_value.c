/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Values with their types and ranges. */
#include "io/read.h"

#include <float.h>
#include <string.h>

#include "base/error.h"
#include "base/index.h"
#include "base/language.h"
#include "base/number.h"
#include "base/text.h"
#include "io/guess.h"

/* "weight must be <what>, not -1" */
static void report_range(rapport__reading *r, rapport_status status, rapport__json_value value, const char *what)
{
    char subject[RAPPORT__WORDS], words[RAPPORT__WORDS];
    REPORT(r, status, value, rapport__subject(r, value, subject), " must be ", what, ", not ", rapport__words(r, value, words));
}

/* " 0 to 100" */
static void append_range(char *out, size_t size, double least, double most)
{
    char number[RAPPORT__NUMBER_SIZE];
    rapport__number_write(least, number);
    rapport__append(out, size, number);
    rapport__append(out, size, " to ");
    rapport__number_write(most, number);
    rapport__append(out, size, number);
}

bool rapport__read_number(rapport__reading *r, rapport__json_value value, double least, double most, double *out)
{
    char what[RAPPORT__WORDS] = "a number from ";
    double number;
    if (!rapport__is_type(r, value, RAPPORT__JSON_NUMBER))
        return false;
    number = rapport__json_number(r->doc, value);
    if (number >= least && number <= most) {
        *out = number;
        return true;
    }
    if (most < DBL_MAX) {
        append_range(what, sizeof what, least, most);
    } else {
        char number_words[RAPPORT__NUMBER_SIZE];
        rapport__number_write(least, number_words);
        rapport__append(what, sizeof what, number_words);
        rapport__append(what, sizeof what, " up");
    }
    report_range(r, RAPPORT_BAD_VALUE, value, what);
    return false;
}

bool rapport__read_weight(rapport__reading *r, rapport__json_value value, bool zero, double *out)
{
    double least = zero ? 1e-12 : 1e-100, most = zero ? 1e12 : 1e100, number;
    if (!rapport__is_type(r, value, RAPPORT__JSON_NUMBER))
        return false;
    number = rapport__json_number(r->doc, value);
    if ((number >= least && number <= most) || (zero && number == 0)) {
        *out = number;
        return true;
    }
    report_range(r, RAPPORT_BAD_VALUE, value, zero ? "0 or a number from 1e-12 to 1e12" : "a number from 1e-100 to 1e100");
    return false;
}

bool rapport__read_integer(rapport__reading *r, rapport__json_value value, uint32_t least, uint32_t most, uint32_t *out)
{
    char what[RAPPORT__WORDS] = "a whole number from ";
    int64_t number;
    if (!rapport__is_type(r, value, RAPPORT__JSON_NUMBER))
        return false;
    if (rapport__json_integer(r->doc, value, &number) && number >= (int64_t)least && number <= (int64_t)most) {
        *out = (uint32_t)number;
        return true;
    }
    append_range(what, sizeof what, least, most);
    report_range(r, RAPPORT_BAD_VALUE, value, what);
    return false;
}

bool rapport__read_boolean(rapport__reading *r, rapport__json_value value, bool *out)
{
    if (!rapport__is_type(r, value, RAPPORT__JSON_BOOLEAN))
        return false;
    *out = rapport__json_boolean(r->doc, value);
    return true;
}

bool rapport__read_text(rapport__reading *r, rapport__json_value value, size_t least, size_t most, const char **out)
{
    char subject[RAPPORT__WORDS], number[RAPPORT__NUMBER_SIZE];
    size_t length;
    const char *text;
    if (!rapport__is_type(r, value, RAPPORT__JSON_STRING))
        return false;
    text = rapport__json_text(r->doc, value, &length);
    if (length >= least && length <= most) {
        *out = text;
        return true;
    }
    rapport__number_write((double)most, number);
    if (length < least)
        REPORT(r, RAPPORT_BAD_VALUE, value, rapport__subject(r, value, subject), " must not be empty");
    else
        REPORT(r, RAPPORT_BAD_VALUE, value, rapport__subject(r, value, subject), " must have at most ", number, " bytes");
    return false;
}

static bool need_id(rapport__reading *r, rapport__json_value value, bool at_key, const char *text, size_t length)
{
    char quoted[RAPPORT__WORDS];
    if (rapport__id_valid(text))
        return true;
    rapport__report(r, RAPPORT_BAD_VALUE, value, at_key,
                    (const char *const[]){rapport__quoted(text, length, quoted),
                                          " is no id: 1 to 64 characters of a-z 0-9 . _ -, and not \"x\"", NULL});
    return false;
}

bool rapport__read_id(rapport__reading *r, rapport__json_value value, const char **out)
{
    size_t length;
    const char *text;
    if (!rapport__is_type(r, value, RAPPORT__JSON_STRING))
        return false;
    text = rapport__json_text(r->doc, value, &length);
    if (!need_id(r, value, false, text, length))
        return false;
    *out = text;
    return true;
}

bool rapport__read_key_id(rapport__reading *r, rapport__json_value member, const char **out)
{
    size_t length;
    const char *key = rapport__json_key(r->doc, member, &length);
    if (!need_id(r, member, true, key, length))
        return false;
    *out = key;
    return true;
}

bool rapport__read_word(rapport__reading *r, rapport__json_value value, const char *const *words, uint32_t count, int32_t *out)
{
    char subject[RAPPORT__WORDS], quoted[RAPPORT__WORDS], meant[RAPPORT__GUESS_WORDS], known[120] = "";
    rapport__guess guess;
    if (!rapport__is_type(r, value, RAPPORT__JSON_STRING))
        return false;
    for (uint32_t i = 0; i < count; i++)
        if (rapport__json_is(r->doc, value, words[i])) {
            *out = (int32_t)i;
            return true;
        }
    guess = rapport__guess_init(rapport__json_text(r->doc, value, NULL));
    for (uint32_t i = 0; i < count; i++) {
        rapport__append(known, sizeof known, !i ? "" : i + 1 < count ? ", " : " or ");
        rapport__append(known, sizeof known, words[i]);
        rapport__guess_try(&guess, &r->guesses, words[i]);
    }
    REPORT(r, RAPPORT_BAD_VALUE, value, rapport__subject(r, value, subject), " must be ", known, ", not ",
           rapport__words(r, value, quoted), rapport__guess_words(&guess, meant));
    return false;
}

bool rapport__read_format(rapport__reading *r, rapport__json_value value, const char *expected)
{
    char words[RAPPORT__WORDS];
    size_t name = rapport__span_until(expected, "/") + 1;
    const char *found;
    if (value == RAPPORT_NONE || rapport__json_is(r->doc, value, expected))
        return true;
    if (!rapport__is_type(r, value, RAPPORT__JSON_STRING))
        return false;
    found = rapport__json_text(r->doc, value, NULL);
    rapport__words(r, value, words);
    if (strlen(found) > name && !memcmp(found, expected, name) && !found[name + rapport__span(found + name, "0123456789")])
        REPORT(r, RAPPORT_BAD_DOCUMENT, value, "this library reads ", expected, ", not ", words);
    else
        REPORT(r, RAPPORT_BAD_DOCUMENT, value, "format must be \"", expected, "\", not ", words);
    return false;
}

static void take_text(rapport__reading *r, rapport__json_value value, const char *language, rapport__take_label take,
                      void *owner)
{
    size_t length;
    const char *text;
    if (!rapport__is_type(r, value, RAPPORT__JSON_STRING) || !take || r->out_of_memory)
        return;
    text = rapport__json_text(r->doc, value, &length);
    rapport__built(r, value, take(owner, language, text, (int64_t)length, &r->told));
}

void rapport__read_label(rapport__reading *r, rapport__json_value value, rapport__take_label take, void *owner)
{
    char subject[RAPPORT__WORDS], words[RAPPORT__WORDS];
    uint32_t languages = 0;
    if (value == RAPPORT_NONE)
        return;
    if (rapport__json_type_of(r->doc, value) == RAPPORT__JSON_STRING) {
        take_text(r, value, NULL, take, owner);
        return;
    }
    if (rapport__json_type_of(r->doc, value) != RAPPORT__JSON_OBJECT) {
        REPORT(r, RAPPORT_BAD_DOCUMENT, value, rapport__subject(r, value, subject),
               " must be a string or an object of strings by language, not ", rapport__words(r, value, words));
        return;
    }
    for (rapport__json_value member = rapport__json_first(r->doc, value); member != RAPPORT_NONE;
         member = rapport__json_next(r->doc, member)) {
        size_t length;
        const char *language = rapport__json_key(r->doc, member, &length);
        if (rapport__read_extra(r, member))
            continue;
        languages++;
        if (rapport__language_valid(language))
            take_text(r, member, language, take, owner);
        else
            REPORT_KEY(r, RAPPORT_BAD_VALUE, member, rapport__quoted(language, length, words),
                       " is no language: 1 to 35 letters, digits and hyphens");
    }
    if (!languages)
        REPORT(r, RAPPORT_BAD_VALUE, value, rapport__subject(r, value, subject), " needs a text in at least one language");
}
