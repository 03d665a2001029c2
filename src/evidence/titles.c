/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Titles of parties and of what the lists of the ledger hold. */
#include "evidence/ledger.h"

#include "base/error.h"
#include "base/language.h"

#include <string.h>

typedef struct titles {
    rapport__title **all;
    uint32_t *count, *capacity;
} titles;

static rapport_status add(rapport_assessment *assessment, titles to, rapport__title added, const char *language,
                          const char *text, int64_t length, rapport_error *error)
{
    rapport_status status;
    if ((status = rapport__assessment_language(assessment, language, &added.language, error)) ||
        (status = rapport__assessment_text(assessment, text, length, "the title", &added.text, error)))
        return status;
    if (rapport__reserve(rapport__assessment_memory(assessment), to.all, to.capacity, *to.count + 1, sizeof added))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    (*to.all)[(*to.count)++] = added;
    return RAPPORT_OK;
}

/* The title in the wanted language, or the next best; `otherwise` without any. */
static const char *best(const rapport__title *all, uint32_t count, uint32_t of, const char *language, const char *otherwise)
{
    const rapport__title *best = NULL;
    for (uint32_t i = 0; i < count; i++) {
        const rapport__title *title = &all[i];
        if (title->of != of)
            continue;
        if (!best || !title->language || !best->language || !strcmp(title->language, best->language) ||
            rapport__language_rank(title->language, language) > rapport__language_rank(best->language, language))
            best = title; /* the later one replaces its like; one without language replaces all, and the other way round */
    }
    return best ? best->text : otherwise;
}

rapport_status rapport_assessment_set_title(rapport_assessment *assessment, uint32_t party, const char *language,
                                            const char *text, int64_t length, rapport_error *error)
{
    titles to = {&assessment->titles, &assessment->title_count, &assessment->title_capacity};
    if (party >= assessment->party_count)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "/parties", "there is no such party");
    return add(assessment, to, (rapport__title){.of = party}, language, text, length, error);
}

const char *rapport_assessment_party_title(const rapport_assessment *assessment, uint32_t party, const char *language)
{
    if (party >= assessment->party_count)
        return NULL;
    return best(assessment->titles, assessment->title_count, party, language, assessment->parties[party].id);
}

rapport_status rapport_ledger_set_title(rapport_assessment *assessment, int32_t list, uint32_t item, const char *language,
                                        const char *text, int64_t length, rapport_error *error)
{
    rapport__roll *roll;
    if (list == RAPPORT_LIST_SKILLS || item >= rapport_ledger_count_items(assessment, list))
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "/measures", "there is no such list or item, or it is a skill");
    roll = &assessment->ledger->rolls[list];
    return add(assessment, (titles){&roll->titles, &roll->title_count, &roll->title_capacity}, (rapport__title){.of = item},
               language, text, length, error);
}

const char *rapport_ledger_item_title(const rapport_assessment *assessment, int32_t list, uint32_t item, const char *language)
{
    const char *id = rapport_ledger_item_id(assessment, list, item);
    const rapport__roll *roll;
    if (!id || list == RAPPORT_LIST_SKILLS)
        return id;
    roll = &assessment->ledger->rolls[list];
    return best(roll->titles, roll->title_count, item, language, id);
}
