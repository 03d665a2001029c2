/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* What only the whole draft shows, such as siblings of which none counts. The draft knows ids; the document has places. */
#include "io/model_read.h"

#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/text.h"

/* Takes the next segment off a JSON Pointer; false if there is none. Ids need no escapes. */
static bool next_segment(const char **path, char *out, size_t size)
{
    size_t length;
    if (**path != '/')
        return false;
    length = rapport__span_until(++*path, "/");
    if (length >= size)
        return false;
    memcpy(out, *path, length);
    out[length] = '\0';
    *path += length;
    return true;
}

/* The value in the document that a path of the draft means, or the nearest one around it. */
static rapport__json_value find_place(const rapport__model_reading *m, const char *path)
{
    static const char *const sections[] = {"criteria", "scales", "gates", "bands", "overlays"};
    const rapport__names *names[] = {&m->nodes, &m->scales, &m->gates, &m->bands, &m->overlays};
    const rapport__json *doc = m->r->doc;
    char segment[RAPPORT_MAX_ID + 1];
    rapport__json_value place = m->root, inner;
    const rapport__name *name = NULL;
    size_t section = 0;
    if (!next_segment(&path, segment, sizeof segment))
        return place;
    while (section < sizeof sections / sizeof *sections && strcmp(sections[section], segment) != 0)
        section++;
    inner = rapport__json_find(doc, place, segment);
    if (inner == RAPPORT_NONE)
        return place;
    place = inner;
    if (section < sizeof sections / sizeof *sections && next_segment(&path, segment, sizeof segment) &&
        (name = rapport__names_find(names[section], segment)))
        place = name->value;
    while (name && next_segment(&path, segment, sizeof segment) &&
           (inner = rapport__json_find(doc, place, segment)) != RAPPORT_NONE)
        place = inner;
    return place;
}

void rapport__read_consequences(rapport__model_reading *m)
{
    rapport__reading *r = m->r;
    rapport_error *found;
    uint32_t count = rapport_draft_check(m->draft, NULL, 0);
    if (!count)
        return;
    found = rapport__alloc(&r->mem, count, sizeof *found);
    if (!found) {
        r->out_of_memory = true;
        return;
    }
    if (rapport_draft_check(m->draft, found, count) != count)
        r->out_of_memory = true; /* only want of memory gives two counts */
    for (uint32_t i = 0; i < count && !r->out_of_memory; i++) {
        r->told = found[i];
        rapport__built(r, find_place(m, found[i].path), found[i].status);
    }
    rapport__free(&r->mem, found);
}
