/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "io/names.h"

#include <string.h>

#include "base/memory.h"

void rapport__names_free(rapport__names *names, const rapport_allocator *mem)
{
    rapport__index_clear(&names->index, mem);
    rapport__free(mem, names->items);
    *names = (rapport__names){0};
}

bool rapport__names_add(rapport__reading *r, rapport__names *names, rapport__json_value place, rapport__name name)
{
    if (r->out_of_memory)
        return false;
    if (rapport__index_find(&names->index, name.id) != RAPPORT_NONE) {
        REPORT(r, RAPPORT_DUPLICATE, place, "the id \"", name.id, "\" is taken");
        return false;
    }
    if (rapport__reserve(&r->mem, &names->items, &names->capacity, names->count + 1, sizeof *names->items) ||
        rapport__index_add(&names->index, &r->mem, name.id, names->count)) {
        r->out_of_memory = true;
        return false;
    }
    names->items[names->count++] = name;
    return true;
}

rapport__name *rapport__names_find(const rapport__names *names, const char *id)
{
    uint32_t item = rapport__index_find(&names->index, id);
    return item == RAPPORT_NONE ? NULL : &names->items[item];
}

void rapport__report_unknown(rapport__reading *r, const rapport__names *names, rapport__json_value value, bool at_key,
                             const char *what)
{
    const char *text = at_key ? rapport__json_key(r->doc, value, NULL) : rapport__json_text(r->doc, value, NULL);
    char quoted[RAPPORT__WORDS], words[RAPPORT__GUESS_WORDS];
    rapport__guess guess = rapport__guess_init(text);
    if (rapport__would_keep(r, value, at_key))
        for (uint32_t i = 0; i < names->count; i++)
            rapport__guess_try(&guess, &r->guesses, names->items[i].id);
    rapport__report(r, RAPPORT_NOT_FOUND, value, at_key,
                    (const char *const[]){"there is no ", what, " ", rapport__quoted(text, strlen(text), quoted),
                                          rapport__guess_words(&guess, words), NULL});
}
