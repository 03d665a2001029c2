/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Parameters of methods that are kept with the decision matrix. There are few: they are looked for one by one. */
#include <string.h>

#include "base/float.h"
#include "base/utf8.h"
#include "selection/candidates.h"

const rapport__parameter *rapport__parameter_find(const rapport_candidates *candidates, const char *name)
{
    for (uint32_t i = 0; name && i < candidates->parameter_count; i++)
        if (!strcmp(candidates->parameters[i].name, name))
            return &candidates->parameters[i];
    return NULL;
}

/* Keeps a parameter whose value is right; `text` is copied. */
static rapport_status keep(rapport_candidates *candidates, const char *name, const char *text, double number,
                           rapport_error *error)
{
    rapport__parameter kept = {NULL, NULL, number};
    uint32_t at = 0;
    if (!rapport__id_valid(name))
        return FAIL(error, RAPPORT_BAD_VALUE, "/parameters", "\"", name,
                    "\" is no id: 1 to 64 characters of a-z 0-9 . _ -, and not \"x\"");
    while (at < candidates->parameter_count && strcmp(candidates->parameters[at].name, name) != 0)
        at++;
    if (at == RAPPORT_MAX_PARAMETERS)
        return FAIL(error, RAPPORT_LIMIT, "/parameters", "there may be 256 parameters at the most");
    if (rapport__reserve(&candidates->arena.mem, &candidates->parameters, &candidates->parameter_capacity, at + 1,
                         sizeof kept) ||
        (text && !(kept.text = rapport__arena_text(&candidates->arena, text, strlen(text)))))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    kept.name = at < candidates->parameter_count ? candidates->parameters[at].name
                                                 : rapport__arena_text(&candidates->arena, name, strlen(name));
    if (!kept.name)
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    candidates->parameters[at] = kept;
    if (at == candidates->parameter_count)
        candidates->parameter_count++;
    return RAPPORT_OK;
}

static rapport_status bad(rapport_error *error, const char *name, const char *message)
{
    char path[sizeof error->path] = "/parameters";
    rapport__append_key(path, sizeof path, name);
    return FAIL(error, RAPPORT_BAD_VALUE, path, message);
}

rapport_status rapport_candidates_set_text(rapport_candidates *candidates, const char *name, const char *text,
                                           rapport_error *error)
{
    size_t length;
    if (!name || !text)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "/parameters", "the name or text is NULL");
    length = strlen(text);
    if (!length || length > RAPPORT_MAX_ID || !rapport__utf8_valid(text, length, NULL))
        return bad(error, name, "the text of a parameter must have 1 to 64 bytes of UTF-8");
    return keep(candidates, name, text, 0, error);
}

rapport_status rapport_candidates_set_number(rapport_candidates *candidates, const char *name, double number,
                                             rapport_error *error)
{
    if (!name)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "/parameters", "the name is NULL");
    if (!(number >= -1e100 && number <= 1e100))
        return bad(error, name, "the number of a parameter must lie in -1e100..1e100");
    return keep(candidates, name, NULL, number + 0.0, error);
}

uint32_t rapport_candidates_count_parameters(const rapport_candidates *candidates)
{
    return candidates->parameter_count;
}

const char *rapport_candidates_parameter_name(const rapport_candidates *candidates, uint32_t parameter)
{
    return parameter < candidates->parameter_count ? candidates->parameters[parameter].name : NULL;
}

const char *rapport_candidates_get_text(const rapport_candidates *candidates, const char *name)
{
    const rapport__parameter *found = rapport__parameter_find(candidates, name);
    return found ? found->text : NULL;
}

rapport_status rapport_candidates_get_number(const rapport_candidates *candidates, const char *name, double *number)
{
    const rapport__parameter *found = rapport__parameter_find(candidates, name);
    if (!number)
        return RAPPORT_BAD_ARGUMENT;
    if (!found || found->text)
        return RAPPORT_NOT_FOUND;
    *number = found->number;
    return RAPPORT_OK;
}
