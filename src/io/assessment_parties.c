/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Parties and their raters. */
#include "io/assessment_read.h"

#include "base/error.h"

enum { RATER_ID, ANSWERS, RATER_TITLE, ROLE, RATER_WEIGHT, ABOUT, PREDICTS, RATER_KEYS };

static const char *const rater_keys[RATER_KEYS] = {"id", "answers", "title", "role", "weight", "about", "predicts"};

/* `party` RAPPORT_NONE: the rater is only checked. */
static void read_rater(rapport__assessment_reading *a, rapport__json_value value, rapport__names *names, uint32_t party)
{
    rapport__reading *r = a->r;
    rapport__json_value at[RATER_KEYS];
    const char *id = NULL, *role = NULL;
    double weight = 1;
    uint32_t before = r->count, rater = RAPPORT_NONE;
    if (!MEMBERS(r, value, rater_keys, RATER_TITLE, at))
        return;
    if (rapport__read_id(r, at[RATER_ID], &id))
        rapport__names_add(r, names, at[RATER_ID], (rapport__name){id, value, 0});
    rapport__read_weight(r, at[RATER_WEIGHT], false, &weight);
    rapport__read_label(r, at[RATER_TITLE], NULL, NULL); /* allowed, for the host's own use */
    rapport__read_text(r, at[ROLE], 0, SIZE_MAX, &role);
    if (r->count == before && party != RAPPORT_NONE &&
        !rapport__built(r, value, rapport_assessment_add_rater(a->assessment, party, id, weight, &rater, &r->told)))
        rater = RAPPORT_NONE;
    if (rater != RAPPORT_NONE && role)
        rapport__built(r, at[ROLE], rapport_assessment_set_role(a->assessment, rater, role, -1, &r->told));
    rapport__read_answers(a, at[ANSWERS], rater);
    rapport__defer_opinions(a, &(rapport__pending){at[ABOUT], RAPPORT_ABOUT, rater, party});
    rapport__defer_opinions(a, &(rapport__pending){at[PREDICTS], RAPPORT_PREDICTS, rater, party});
}

static void read_raters(rapport__assessment_reading *a, rapport__json_value list, uint32_t party)
{
    rapport__reading *r = a->r;
    rapport__names names = {0};
    if (!rapport__is_type(r, list, RAPPORT__JSON_ARRAY))
        return;
    for (rapport__json_value rater = rapport__json_first(r->doc, list); rater != RAPPORT_NONE && !r->out_of_memory;
         rater = rapport__json_next(r->doc, rater))
        read_rater(a, rater, &names, party);
    rapport__names_free(&names, &r->mem);
}

typedef struct title_place {
    rapport_assessment *assessment;
    uint32_t party;
} title_place;

static rapport_status take_title(void *owner, const char *language, const char *text, int64_t length, rapport_error *error)
{
    const title_place *place = owner;
    return rapport_assessment_set_title(place->assessment, place->party, language, text, length, error);
}

enum { PARTY_ID, RATERS, PARTY_TITLE, PARTY_WEIGHT, VOICE, IMPORTANCE, PARTY_KEYS };

static const char *const party_keys[PARTY_KEYS] = {"id", "raters", "title", "weight", "voice", "importance"};

static void read_party(rapport__assessment_reading *a, rapport__json_value value)
{
    static const char *const voices[] = {"raters", "one"}; /* RAPPORT_VOICE_RATERS, RAPPORT_VOICE_ONE */
    rapport__reading *r = a->r;
    rapport__json_value at[PARTY_KEYS];
    const char *id = NULL;
    double weight = 1;
    int32_t voice = RAPPORT_VOICE_RATERS;
    uint32_t before = r->count, party = RAPPORT_NONE;
    bool named;
    title_place place;
    if (!MEMBERS(r, value, party_keys, PARTY_TITLE, at))
        return;
    named = rapport__read_id(r, at[PARTY_ID], &id) &&
            rapport__names_add(r, &a->parties, at[PARTY_ID], (rapport__name){id, value, RAPPORT_NONE});
    rapport__read_weight(r, at[PARTY_WEIGHT], false, &weight);
    WORD(r, at[VOICE], voices, &voice);
    if (r->count == before && named &&
        rapport__built(r, value, rapport_assessment_add_party(a->assessment, id, weight, voice, &party, &r->told)))
        a->parties.items[a->parties.count - 1].number = party;
    else
        party = RAPPORT_NONE;
    place = (title_place){a->assessment, party};
    rapport__read_label(r, at[PARTY_TITLE], party == RAPPORT_NONE ? NULL : take_title, &place);
    rapport__read_importance(a, at[IMPORTANCE], party);
    read_raters(a, at[RATERS], party);
}

void rapport__read_parties(rapport__assessment_reading *a, rapport__json_value value)
{
    rapport__reading *r = a->r;
    uint32_t count;
    if (!rapport__is_type(r, value, RAPPORT__JSON_ARRAY))
        return;
    count = rapport__json_count(r->doc, value);
    if (!count)
        REPORT(r, RAPPORT_BAD_VALUE, value, "there must be at least one party");
    if (count > RAPPORT_MAX_PARTIES) {
        REPORT(r, RAPPORT_LIMIT, value, "there can be at most 64 parties");
        return;
    }
    for (rapport__json_value party = rapport__json_first(r->doc, value); party != RAPPORT_NONE;
         party = rapport__json_next(r->doc, party))
        read_party(a, party);
    rapport__read_opinions(a);
}
