/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "io/builtin.h"

#include <string.h>

#include "base/error.h"
#include "io/guess.h"
#include "rapport/document.h"

static const rapport__builtin *find(const char *name)
{
    for (uint32_t i = 0; name && i < rapport__builtin_count; i++)
        if (!strcmp(rapport__builtins[i].name, name))
            return &rapport__builtins[i];
    return NULL;
}

uint32_t rapport_builtin_count(void)
{
    return rapport__builtin_count;
}

const char *rapport_builtin_name(uint32_t index)
{
    return index < rapport__builtin_count ? rapport__builtins[index].name : NULL;
}

const char *rapport_builtin_text(const char *name, int64_t *length)
{
    const rapport__builtin *found = find(name);
    if (length)
        *length = found ? (int64_t)found->length : 0;
    return found ? found->text : NULL;
}

rapport_status rapport_model_load_builtin(const char *name, const rapport_allocator *allocator, rapport_model **out,
                                          rapport_error *error)
{
    const rapport__builtin *found = find(name);
    if (!out || !name) {
        if (out)
            *out = NULL;
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "the name or out is NULL");
    }
    *out = NULL;
    if (!found) {
        char words[RAPPORT__GUESS_WORDS];
        uint32_t budget = RAPPORT__GUESSES;
        rapport__guess guess = rapport__guess_init(name);
        for (uint32_t i = 0; i < rapport__builtin_count; i++)
            rapport__guess_try(&guess, &budget, rapport__builtins[i].name);
        return FAIL(error, RAPPORT_NOT_FOUND, "", "there is no built-in model \"", name, "\"",
                    rapport__guess_words(&guess, words));
    }
    return rapport_model_read(found->text, (int64_t)found->length, allocator, out, error);
}
