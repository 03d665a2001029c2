/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The reader of rapport-measures/1: parties and what measures are made from, without a model. The assessment that it makes
 * stands under a model of one criterion that nobody answers. */
#include "rapport/document.h"

#include <string.h>

#include "base/error.h"
#include "io/ledger_read.h"

static rapport_status fill_model(rapport_draft *draft, rapport_model **out, rapport_error *error)
{
    rapport_status status = rapport_draft_add_yesno(draft, "none", NULL, error);
    if (!status)
        status = rapport_draft_add_criterion(draft, RAPPORT_ROOT, "none", 1, 0, NULL, error);
    if (!status)
        status = rapport_draft_add_band(draft, "none", 0, NULL, error);
    return status ? status : rapport_draft_build(draft, out, error);
}

static rapport_status make_model(const rapport_allocator *mem, rapport_model **out, rapport_error *error)
{
    rapport_draft *draft;
    rapport_status status = rapport_draft_create("measures", "1", mem, &draft, error);
    if (status)
        return status;
    status = fill_model(draft, out, error);
    rapport_draft_destroy(draft);
    return status;
}

static void read_parties(rapport__assessment_reading *a, rapport__json_value list)
{
    rapport__reading *r = a->r;
    if (!rapport__is_type(r, list, RAPPORT__JSON_ARRAY))
        return;
    if (!rapport__json_count(r->doc, list))
        REPORT(r, RAPPORT_BAD_VALUE, list, "there must be at least one party");
    for (rapport__json_value value = rapport__json_first(r->doc, list); value != RAPPORT_NONE && !r->out_of_memory;
         value = rapport__json_next(r->doc, value)) {
        uint32_t party = RAPPORT_NONE;
        const char *id;
        if (rapport__read_id(r, value, &id) && rapport__names_add(r, &a->parties, value, (rapport__name){id, value, party}) &&
            rapport__built(r, value, rapport_assessment_add_party(a->assessment, id, 1, RAPPORT_VOICE_ONE, &party, &r->told)))
            rapport__names_find(&a->parties, id)->number = party;
    }
}

static void read_document(rapport__reading *r, rapport_model **model, rapport_assessment **out)
{
    enum { FORMAT, PARTIES, ID, OWN };
    const char *keys[OWN + RAPPORT__MEASURE_KEYS], *id = "measures";
    rapport__json_value at[OWN + RAPPORT__MEASURE_KEYS];
    rapport__assessment_reading a = {.r = r};
    if (!rapport__is_type(r, RAPPORT__JSON_ROOT, RAPPORT__JSON_OBJECT) ||
        !rapport__read_format(r, rapport__json_find(r->doc, RAPPORT__JSON_ROOT, "format"), "rapport-measures/1"))
        return;
    keys[FORMAT] = "format";
    keys[PARTIES] = "parties";
    keys[ID] = "id";
    memcpy(keys + OWN, rapport__measure_keys, sizeof rapport__measure_keys);
    MEMBERS(r, RAPPORT__JSON_ROOT, keys, ID, at);
    rapport__read_id(r, at[ID], &id);
    if (!rapport__built(r, RAPPORT__JSON_ROOT, make_model(&r->mem, model, &r->told)) ||
        !rapport__built(r, RAPPORT__JSON_ROOT, rapport_assessment_create(*model, id, id, "2000-01-01", &r->mem, out, &r->told)))
        return;
    a.model = *model;
    a.assessment = *out;
    read_parties(&a, at[PARTIES]);
    rapport__read_sections(&a, at + OWN);
    rapport__names_free(&a.parties, &r->mem);
}

rapport_status rapport_measures_read(const char *json, int64_t length, const rapport_allocator *allocator,
                                     rapport_model **out_model, rapport_assessment **out, rapport_error *error)
{
    rapport__reading r;
    rapport_error first;
    rapport_status status;
    if (out)
        *out = NULL;
    if (out_model)
        *out_model = NULL;
    if (!out || !out_model)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "out or out_model is NULL");
    status = rapport__reading_init(&r, json, length, allocator, &first, 1);
    if (!status && r.doc)
        read_document(&r, out_model, out);
    status = rapport__reading_finish(&r, status, &first, error);
    if (status) {
        rapport_assessment_destroy(*out);
        rapport_model_destroy(*out_model);
        *out = NULL;
        *out_model = NULL;
    }
    return status;
}
