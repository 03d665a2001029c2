/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "io/model_read.h"

#include <math.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "rapport/document.h"

typedef struct label_place {
    rapport_draft *draft;
    int32_t part, label;
    uint32_t number, step;
} label_place;

static rapport_status take_label(void *owner, const char *language, const char *text, int64_t length, rapport_error *error)
{
    const label_place *place = owner;
    return rapport_draft_set_label(place->draft, place->part, place->number, place->step, place->label, language, text, length,
                                   error);
}

void rapport__read_part_label(rapport__model_reading *m, rapport__json_value value, int32_t part, uint32_t number,
                              uint32_t step, int32_t label)
{
    label_place place = {m->draft, part, label, number, step};
    rapport__read_label(m->r, value, m->draft && number != RAPPORT_NONE ? take_label : NULL, &place);
}

bool rapport__read_power(rapport__reading *r, rapport__json_value value, double *out)
{
    char subject[RAPPORT__WORDS], words[RAPPORT__WORDS];
    double number = 0, size;
    if (value == RAPPORT_NONE)
        return false;
    if (rapport__json_is(r->doc, value, "min"))
        *out = -HUGE_VAL;
    else if (rapport__json_is(r->doc, value, "max"))
        *out = HUGE_VAL;
    else {
        number = rapport__json_number(r->doc, value);
        size = number < 0 ? -number : number;
        if (rapport__json_type_of(r->doc, value) != RAPPORT__JSON_NUMBER || (size != 0 && !(size >= 0.01 && size <= 100))) {
            REPORT(r, rapport__json_type_of(r->doc, value) == RAPPORT__JSON_NUMBER ? RAPPORT_BAD_VALUE : RAPPORT_BAD_DOCUMENT,
                   value, rapport__subject(r, value, subject),
                   " must be 0, a number from 0.01 to 100 either way, \"min\" or \"max\", not ",
                   rapport__words(r, value, words));
            return false;
        }
        *out = number;
    }
    return true;
}

enum {
    FORMAT,
    ID,
    VERSION,
    CRITERIA,
    BANDS,
    REQUIRED,
    TITLE = REQUIRED,
    DESCRIPTION,
    MISSING,
    COVERAGE,
    FLOOR,
    POWER,
    TARGET,
    SCALES,
    GATES,
    OVERLAYS,
    KEYS
};

static const char *const keys[KEYS] = {"format",      "id",      "version",          "criteria",        "bands", "title",
                                       "description", "missing", "minimum_coverage", "anonymity_floor", "power", "target",
                                       "scales",      "gates",   "overlays"};

/* The draft comes first: it takes what stands under "x" from the first object on. */
static void make_draft(rapport__model_reading *m)
{
    rapport__reading *r = m->r;
    char path[sizeof r->told.path];
    const char *id = "a", *version = "1"; /* for a draft that will never be built */
    rapport__read_id(r, rapport__json_find(r->doc, m->root, "id"), &id);
    rapport__read_text(r, rapport__json_find(r->doc, m->root, "version"), 1, 64, &version);
    rapport__built(r, m->root, rapport_draft_create(id, version, &r->mem, &m->draft, &r->told));
    rapport__json_path(r->doc, m->root, path, sizeof path);
    r->base = strlen(path);
    r->draft = m->draft;
}

static void read_settings(rapport__model_reading *m, const rapport__json_value *at)
{
    static const char *const policies[] = {"exclude", "strict"}; /* RAPPORT_EXCLUDE, RAPPORT_STRICT */
    rapport__reading *r = m->r;
    int32_t missing = RAPPORT_EXCLUDE;
    double coverage = 1, power, target;
    uint32_t floor;
    bool set = WORD(r, at[MISSING], policies, &missing);
    set = rapport__read_number(r, at[COVERAGE], 0, 1, &coverage) || set;
    if (set)
        rapport__built(r, m->root, rapport_draft_set_missing(m->draft, missing, coverage, &r->told));
    if (rapport__read_integer(r, at[FLOOR], 1, 1000, &floor))
        rapport__built(r, at[FLOOR], rapport_draft_set_anonymity_floor(m->draft, floor, &r->told));
    if (rapport__read_power(r, at[POWER], &power))
        rapport__built(r, at[POWER], rapport_draft_set_power(m->draft, RAPPORT_ROOT, power, &r->told));
    if (rapport__read_number(r, at[TARGET], 0, 100, &target))
        rapport__built(r, at[TARGET], rapport_draft_set_target(m->draft, RAPPORT_ROOT, target, &r->told));
    rapport__read_part_label(m, at[TITLE], RAPPORT_OF_MODEL, 0, 0, RAPPORT_TITLE);
    rapport__read_part_label(m, at[DESCRIPTION], RAPPORT_OF_MODEL, 0, 0, RAPPORT_DESCRIPTION);
}

static void read_sections(rapport__model_reading *m)
{
    rapport__json_value at[KEYS];
    if (!MEMBERS(m->r, m->root, keys, REQUIRED, at))
        return;
    read_settings(m, at);
    rapport__read_scales(m, at[SCALES]);
    rapport__read_nodes(m, at[CRITERIA]);
    rapport__read_gates(m, at[GATES]);
    rapport__read_bands(m, at[BANDS]);
    rapport__read_overlays(m, at[OVERLAYS]);
}

static void free_lists(rapport__model_reading *m)
{
    const rapport_allocator *mem = &m->r->mem;
    rapport__names *all[] = {&m->scales, &m->nodes, &m->gates, &m->bands, &m->overlays};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        rapport__names_free(all[i], mem);
    rapport__free(mem, m->scale_list);
    rapport__free(mem, m->node_list);
}

void rapport__read_model(rapport__reading *r, rapport__json_value root, rapport_model **out)
{
    rapport__model_reading m = {.r = r, .root = root};
    uint32_t before = r->count;
    if (!rapport__read_format(r, rapport__json_find(r->doc, root, "format"), "rapport-model/1"))
        return;
    make_draft(&m);
    if (m.draft)
        read_sections(&m);
    r->draft = NULL;
    if (r->count == before && !r->out_of_memory)
        rapport__read_consequences(&m);
    if (out && r->count == before && !r->out_of_memory)
        rapport__built(r, root, rapport_draft_build(m.draft, out, &r->told));
    rapport_draft_destroy(m.draft);
    free_lists(&m);
}

static void read_document(rapport__reading *r, rapport_model **out)
{
    if (rapport__is_type(r, RAPPORT__JSON_ROOT, RAPPORT__JSON_OBJECT))
        rapport__read_model(r, RAPPORT__JSON_ROOT, out);
}

rapport_status rapport_model_read(const char *json, int64_t length, const rapport_allocator *allocator, rapport_model **out,
                                  rapport_error *error)
{
    rapport__reading r;
    rapport_error first;
    rapport_status status;
    if (!out)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "out is NULL");
    *out = NULL;
    status = rapport__reading_init(&r, json, length, allocator, &first, 1);
    if (!status && r.doc)
        read_document(&r, out);
    return rapport__reading_finish(&r, status, &first, error);
}

rapport_status rapport_model_check(const char *json, int64_t length, const rapport_allocator *allocator,
                                   rapport_error *problems, uint32_t capacity, uint32_t *count)
{
    rapport__reading r;
    rapport_status status;
    if (count)
        *count = 0;
    if (!count || (!problems && capacity))
        return RAPPORT_BAD_ARGUMENT;
    status = rapport__reading_init(&r, json, length, allocator, problems, capacity);
    if (!status && r.doc)
        read_document(&r, NULL);
    status = rapport__reading_end(&r, status);
    if (status == RAPPORT_NO_MEMORY || status == RAPPORT_BAD_ARGUMENT)
        return status;
    *count = r.count;
    return RAPPORT_OK;
}
