/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* An assessment: its head, its parties, its raters. */
#include "evidence/assessment.h"

#include <string.h>

#include "base/language.h"
#include "base/text.h"
#include "base/utf8.h"
#include "evidence/ledger.h"

bool rapport__date_valid(const char *date)
{
    static const unsigned char days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    uint32_t part[3] = {0, 0, 0}, at = 0, leap;
    for (uint32_t i = 0; i < 10; i++) {
        if (i == 4 || i == 7) {
            at++;
            if (date[i] != '-')
                return false;
        } else if (date[i] < '0' || date[i] > '9') {
            return false; /* the end of the text too */
        } else {
            part[at] = part[at] * 10 + (uint32_t)(date[i] - '0');
        }
    }
    leap = (part[0] % 4 == 0 && part[0] % 100 != 0) || part[0] % 400 == 0;
    return !date[10] && part[0] && part[1] >= 1 && part[1] <= 12 && part[2] >= 1 &&
           part[2] <= days[part[1] - 1] + (part[1] == 2 ? leap : 0);
}

static rapport_status check_head(const char *id, const char *partnership, const char *date, rapport_error *error)
{
    size_t length = strlen(partnership);
    if (!rapport__id_valid(id))
        return FAIL(error, RAPPORT_BAD_VALUE, "/id", "\"", id,
                    "\" is no id: 1 to 64 characters of a-z 0-9 . _ -, and not \"x\"");
    if (length < 1 || length > 1000 || !rapport__utf8_valid(partnership, length, NULL))
        return FAIL(error, RAPPORT_BAD_VALUE, "/partnership", "the partnership must be 1 to 1000 bytes of UTF-8");
    if (!rapport__date_valid(date))
        return FAIL(error, RAPPORT_BAD_VALUE, "/date", "\"", date, "\" is no date: a real day as YYYY-MM-DD");
    return RAPPORT_OK;
}

static rapport_status init_assessment(rapport_assessment *assessment, const char *id, const char *partnership, const char *date)
{
    rapport__arena *arena = &assessment->arena;
    uint32_t nodes = assessment->model->content.node_count;
    assessment->page_count = (nodes + RAPPORT__PAGE - 1) / RAPPORT__PAGE;
    assessment->id = rapport__arena_text(arena, id, strlen(id));
    assessment->partnership = rapport__arena_text(arena, partnership, strlen(partnership));
    assessment->date = rapport__arena_text(arena, date, strlen(date));
    assessment->reactions = rapport__arena_alloc(arena, nodes, sizeof *assessment->reactions);
    assessment->facts = rapport__arena_alloc(arena, assessment->page_count, sizeof *assessment->facts);
    return assessment->id && assessment->partnership && assessment->date && assessment->reactions && assessment->facts
               ? RAPPORT_OK
               : RAPPORT_NO_MEMORY;
}

rapport_status rapport_assessment_create(const rapport_model *model, const char *id, const char *partnership, const char *date,
                                         const rapport_allocator *allocator, rapport_assessment **out, rapport_error *error)
{
    rapport_allocator mem;
    rapport_assessment *assessment;
    rapport_status status;
    if (!out)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "out is NULL");
    *out = NULL;
    if (!model || !id || !partnership || !date || rapport__memory_init(&mem, allocator))
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "",
                    "the model, id, partnership or date is NULL, or the allocator is incomplete");
    if ((status = check_head(id, partnership, date, error)))
        return status;
    if (!(assessment = rapport__alloc(&mem, 1, sizeof *assessment)))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    rapport__arena_init(&assessment->arena, &mem);
    assessment->model = model;
    assessment->anonymity_floor = 1;
    if (init_assessment(assessment, id, partnership, date)) {
        rapport_assessment_destroy(assessment);
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    }
    *out = assessment;
    return RAPPORT_OK;
}

void rapport_assessment_destroy(rapport_assessment *assessment)
{
    rapport_allocator mem;
    if (!assessment)
        return;
    mem = assessment->arena.mem;
    rapport__ledger_destroy(assessment);
    for (uint32_t i = 0; i < assessment->party_count; i++)
        rapport__index_clear(&assessment->parties[i].rater_index, &mem);
    rapport__index_clear(&assessment->party_index, &mem);
    rapport__index_clear(&assessment->skill_index, &mem);
    rapport__free(&mem, assessment->parties);
    rapport__free(&mem, assessment->raters);
    rapport__free(&mem, assessment->titles);
    rapport__free(&mem, assessment->remarks);
    rapport__free(&mem, assessment->skills);
    rapport__free(&mem, assessment->opinions);
    rapport__arena_clear(&assessment->arena);
    rapport__free(&mem, assessment);
}

const rapport_model *rapport_assessment_model(const rapport_assessment *assessment)
{
    return assessment->model;
}

const char *rapport_assessment_id(const rapport_assessment *assessment)
{
    return assessment->id;
}

const char *rapport_assessment_partnership(const rapport_assessment *assessment)
{
    return assessment->partnership;
}

const char *rapport_assessment_date(const rapport_assessment *assessment)
{
    return assessment->date;
}

rapport_status rapport_assessment_set_anonymity_floor(rapport_assessment *assessment, uint32_t floor, rapport_error *error)
{
    if (floor < 1 || floor > 1000)
        return FAIL(error, RAPPORT_BAD_VALUE, "/anonymity_floor", "anonymity_floor must lie in 1..1000");
    assessment->anonymity_floor = floor;
    return RAPPORT_OK;
}

uint32_t rapport_assessment_anonymity_floor(const rapport_assessment *assessment)
{
    uint32_t model = assessment->model->content.anonymity_floor;
    return assessment->anonymity_floor > model ? assessment->anonymity_floor : model;
}

static bool says_anything(const rapport_assessment *assessment)
{
    for (uint32_t node = 0; node < assessment->model->content.node_count; node++)
        if (assessment->reactions[node] || rapport__has_fact(assessment, node))
            return true;
    return false;
}

rapport_status rapport_assessment_set_inactive(rapport_assessment *assessment, int32_t inactive, rapport_error *error)
{
    if (inactive != 0 && inactive != 1)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "/inactive", "inactive must be 0 or 1");
    if (inactive && says_anything(assessment))
        return FAIL(error, RAPPORT_BAD_VALUE, "/inactive", "an inactive period has no answers and no facts");
    assessment->inactive = inactive;
    return RAPPORT_OK;
}

int32_t rapport_assessment_inactive(const rapport_assessment *assessment)
{
    return assessment->inactive;
}

/* Wider than for nodes, and so that no sum of products overflows or vanishes. */
static bool weight_valid(double weight)
{
    return weight >= 1e-100 && weight <= 1e100;
}

/* FAIL at /parties/northwind/weight or, for one of a party's raters, /parties/northwind/raters/anna/weight. */
static rapport_status refuse(rapport_error *error, rapport_status status, const char *party, const char *rater, const char *key,
                             const char *const *parts)
{
    char path[sizeof error->path] = "/parties";
    rapport__append_key(path, sizeof path, party);
    if (rater) {
        rapport__append_key(path, sizeof path, "raters");
        rapport__append_key(path, sizeof path, rater);
    }
    rapport__append_key(path, sizeof path, key);
    return rapport__fail(error, status, path, parts);
}

#define REFUSE_AT(error, status, party, rater, key, ...)                                                                       \
    refuse((error), (status), (party), (rater), (key), (const char *const[]){__VA_ARGS__, NULL})

/* Checks a new party's id, or that of a party's new rater, against its rules and its index, and copies it. */
static rapport_status need_new_id(rapport_assessment *assessment, const rapport__index *index, const char *party,
                                  const char *rater, const char **copy, rapport_error *error)
{
    const char *id = rater ? rater : party;
    if (!rapport__id_valid(id))
        return REFUSE_AT(error, RAPPORT_BAD_VALUE, party, rater, "id", "\"", id,
                         "\" is no id: 1 to 64 characters of a-z 0-9 . _ -, and not \"x\"");
    if (rapport__index_find(index, id) != RAPPORT_NONE)
        return REFUSE_AT(error, RAPPORT_DUPLICATE, party, rater, "id", "the id \"", id, "\" is taken");
    if (!(*copy = rapport__arena_text(&assessment->arena, id, strlen(id))))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    return RAPPORT_OK;
}

rapport_status rapport_assessment_add_party(rapport_assessment *assessment, const char *id, double weight, int32_t voice,
                                            uint32_t *party, rapport_error *error)
{
    const rapport_allocator *mem = rapport__assessment_memory(assessment);
    rapport__party added = {.weight = weight, .voice = voice, .first_rater = RAPPORT_NONE, .last_rater = RAPPORT_NONE};
    rapport_status status;
    if (!id)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "/parties", "the id is NULL");
    if ((status = need_new_id(assessment, &assessment->party_index, id, NULL, &added.id, error)))
        return status;
    if (!weight_valid(weight))
        return REFUSE_AT(error, RAPPORT_BAD_VALUE, id, NULL, "weight", "weight must lie in 1e-100..1e100");
    if (voice != RAPPORT_VOICE_RATERS && voice != RAPPORT_VOICE_ONE)
        return REFUSE_AT(error, RAPPORT_BAD_VALUE, id, NULL, "voice", "there is no such voice");
    if (assessment->party_count == RAPPORT_MAX_PARTIES)
        return FAIL(error, RAPPORT_LIMIT, "/parties", "an assessment has at most 64 parties");
    if (rapport__reserve(mem, &assessment->parties, &assessment->party_capacity, assessment->party_count + 1, sizeof added) ||
        rapport__index_add(&assessment->party_index, mem, added.id, assessment->party_count))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    if (party)
        *party = assessment->party_count;
    assessment->parties[assessment->party_count++] = added;
    return RAPPORT_OK;
}

rapport_status rapport__assessment_text(rapport_assessment *assessment, const char *text, int64_t length, const char *what,
                                        const char **out, rapport_error *error)
{
    size_t bytes = text ? length < 0 ? strlen(text) : (size_t)length : 0;
    const char *copy;
    if (!text)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", what, " is NULL");
    if (!rapport__utf8_valid(text, bytes, NULL) || rapport__holds_nul(text, bytes))
        return FAIL(error, RAPPORT_BAD_VALUE, "", what, " must be UTF-8 without NUL");
    if (!(copy = rapport__arena_text(&assessment->arena, text, bytes)))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    *out = copy;
    return RAPPORT_OK;
}

rapport_status rapport__assessment_language(rapport_assessment *assessment, const char *language, const char **out,
                                            rapport_error *error)
{
    *out = NULL;
    if (!language)
        return RAPPORT_OK;
    if (!rapport__language_valid(language))
        return FAIL(error, RAPPORT_BAD_VALUE, "", "\"", language, "\" is no language: 1 to 35 letters, digits and hyphens");
    return rapport__assessment_text(assessment, language, -1, "the language", out, error);
}

rapport_status rapport_assessment_add_rater(rapport_assessment *assessment, uint32_t party, const char *id, double weight,
                                            uint32_t *rater, rapport_error *error)
{
    const rapport_allocator *mem = rapport__assessment_memory(assessment);
    rapport__rater added = {.role = "",
                            .weight = weight,
                            .party = party,
                            .next = RAPPORT_NONE,
                            .first_remark = RAPPORT_NONE,
                            .last_remark = RAPPORT_NONE,
                            .last_opinion = RAPPORT_NONE};
    rapport__party *of;
    rapport_status status;
    if (party >= assessment->party_count || !id)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "/parties", "there is no such party, or the id is NULL");
    of = &assessment->parties[party];
    if ((status = need_new_id(assessment, &of->rater_index, of->id, id, &added.id, error)))
        return status;
    if (!weight_valid(weight))
        return REFUSE_AT(error, RAPPORT_BAD_VALUE, of->id, id, "weight", "weight must lie in 1e-100..1e100");
    if (assessment->rater_count == RAPPORT_MAX_RATERS)
        return FAIL(error, RAPPORT_LIMIT, "/parties", "an assessment has at most 100000 raters");
    added.row = rapport__arena_alloc(&assessment->arena, assessment->page_count, sizeof *added.row);
    if (!added.row ||
        rapport__reserve(mem, &assessment->raters, &assessment->rater_capacity, assessment->rater_count + 1, sizeof added) ||
        rapport__index_add(&of->rater_index, mem, added.id, assessment->rater_count))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    if (of->last_rater == RAPPORT_NONE)
        of->first_rater = assessment->rater_count;
    else
        assessment->raters[of->last_rater].next = assessment->rater_count;
    of->last_rater = assessment->rater_count;
    if (rater)
        *rater = assessment->rater_count;
    assessment->raters[assessment->rater_count++] = added;
    return RAPPORT_OK;
}

rapport_status rapport_assessment_set_role(rapport_assessment *assessment, uint32_t rater, const char *text, int64_t length,
                                           rapport_error *error)
{
    if (rater >= assessment->rater_count)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "/parties", "there is no such rater");
    return rapport__assessment_text(assessment, text, length, "the role", &assessment->raters[rater].role, error);
}

uint32_t rapport_assessment_count_parties(const rapport_assessment *assessment)
{
    return assessment->party_count;
}

uint32_t rapport_assessment_find_party(const rapport_assessment *assessment, const char *id)
{
    return id ? rapport__index_find(&assessment->party_index, id) : RAPPORT_NONE;
}

const char *rapport_assessment_party_id(const rapport_assessment *assessment, uint32_t party)
{
    return party < assessment->party_count ? assessment->parties[party].id : NULL;
}

double rapport_assessment_party_weight(const rapport_assessment *assessment, uint32_t party)
{
    return party < assessment->party_count ? assessment->parties[party].weight : 0;
}

int32_t rapport_assessment_party_voice(const rapport_assessment *assessment, uint32_t party)
{
    return party < assessment->party_count ? assessment->parties[party].voice : RAPPORT_VOICE_RATERS;
}

uint32_t rapport_assessment_count_raters(const rapport_assessment *assessment)
{
    return assessment->rater_count;
}

rapport_status rapport_assessment_get_rater(const rapport_assessment *assessment, uint32_t rater, uint32_t *party,
                                            const char **id, const char **role, double *weight)
{
    const rapport__rater *found;
    if (rater >= assessment->rater_count)
        return RAPPORT_BAD_ARGUMENT;
    found = &assessment->raters[rater];
    if (party)
        *party = found->party;
    if (id)
        *id = found->id;
    if (role)
        *role = found->role;
    if (weight)
        *weight = found->weight;
    return RAPPORT_OK;
}
