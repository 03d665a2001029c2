/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_TESTS_ASSESSMENT_KIT_H
#define RAPPORT_TESTS_ASSESSMENT_KIT_H
/* An assessment to try calls on, and everything that it holds as one text. */
#include "rapport/assessment.h"
#include "rapport/score.h"

#include "draft_kit.h"

/* Nodes of the model below: a group with one criterion on every kind of scale, then forty criteria on levels, so that the
 * answers of one rater take several pages. */
enum { GROUP = 1, LEVEL, NUMBER, YESNO, CHOICE, FIRST, LAST = FIRST + 39 };

static inline rapport_model *kit_model(void)
{
    rapport_draft *draft = new_draft();
    uint32_t g = add_group(draft, RAPPORT_ROOT, "group", 1);
    assert_ok(rapport_draft_set_anonymity_floor(draft, 3, NULL));
    assert_ok(rapport_draft_add_linear(draft, "line", 0, 50, NULL, NULL));
    assert_ok(rapport_draft_add_yesno(draft, "yes", NULL, NULL));
    assert_ok(rapport_draft_add_choice(draft, "choice", NULL, NULL));
    assert_ok(rapport_draft_add_option(draft, 3, "far", 40, NULL));
    assert_ok(rapport_draft_add_option(draft, 3, "near", 90, NULL));
    assert_ok(rapport_draft_add_criterion(draft, g, "level", 1, 0, NULL, NULL));
    assert_ok(rapport_draft_add_criterion(draft, g, "number", 1, 1, NULL, NULL));
    assert_ok(rapport_draft_add_criterion(draft, g, "yesno", 1, 2, NULL, NULL));
    assert_ok(rapport_draft_add_criterion(draft, g, "choice", 1, 3, NULL, NULL));
    for (uint32_t i = FIRST; i <= LAST; i++)
        add_criterion(draft, RAPPORT_ROOT, numbered("c", i), 1);
    return finish(draft);
}

static inline rapport_assessment *new_assessment(const rapport_model *model, const rapport_allocator *memory)
{
    rapport_assessment *assessment;
    assert_ok(rapport_assessment_create(model, "2026-q3", "Northwind and Contoso", "2026-09-30", memory, &assessment, NULL));
    return assessment;
}

/* Two parties, three raters: 0 and 1 for party 0, 2 for party 1. */
static inline rapport_assessment *staffed_assessment(const rapport_model *model, const rapport_allocator *memory)
{
    rapport_assessment *a = new_assessment(model, memory);
    assert_ok(rapport_assessment_add_party(a, "us", 1, RAPPORT_VOICE_RATERS, NULL, NULL));
    assert_ok(rapport_assessment_add_party(a, "them", 2, RAPPORT_VOICE_ONE, NULL, NULL));
    assert_ok(rapport_assessment_add_rater(a, 0, "anna", 1, NULL, NULL));
    assert_ok(rapport_assessment_add_rater(a, 0, "ben", 3, NULL, NULL));
    assert_ok(rapport_assessment_add_rater(a, 1, "anna", 1, NULL, NULL));
    return a;
}

typedef struct kit_page {
    char text[1 << 16];
    size_t length;
} kit_page;

#define KIT_PUT(page, ...)                                                                                                  \
    do {                                                                                                                    \
        int kit_length = snprintf((page)->text + (page)->length, sizeof(page)->text - (page)->length, __VA_ARGS__);          \
        assert_true(kit_length >= 0 && (size_t)kit_length < sizeof(page)->text - (page)->length);                            \
        (page)->length += (size_t)kit_length;                                                                               \
    } while (0)

static inline void kit_put_answers(kit_page *page, const rapport_assessment *a, uint32_t rater)
{
    for (uint32_t node = LEVEL; node <= LAST; node++) {
        uint32_t cursor = 0;
        int32_t answered, evidence;
        double value, points, confidence;
        const char *language, *text;
        assert_ok(rapport_assessment_get_answer(a, rater, node, &answered, &value, &points));
        if (answered)
            KIT_PUT(page, " %u:%d=%.17g(%.17g)", node, answered, value, points);
        while (rater != RAPPORT_FACT &&
               !rapport_assessment_get_remark(a, rater, node, &cursor, &confidence, &evidence, &language, &text))
            KIT_PUT(page, " [%g %d %s %s]", confidence, evidence, language ? language : "-", text ? text : "-");
    }
    KIT_PUT(page, "\n");
}

static inline void kit_put_amounts(kit_page *page, const rapport_assessment *a)
{
    for (int32_t section = RAPPORT_BENEFITS; section <= RAPPORT_AGREED_SHARES; section++) {
        double amount = 0;
        KIT_PUT(page, "section %d", rapport_assessment_get_amount(a, section, RAPPORT_NONE, NULL));
        for (uint32_t party = 0; party < rapport_assessment_count_parties(a); party++) {
            int32_t status = rapport_assessment_get_amount(a, section, party, &amount);
            KIT_PUT(page, " %d:%.17g", status, amount);
        }
        KIT_PUT(page, "\n");
    }
}

/* Skills are not handed out again: they are seen in what they do. */
static inline void kit_put_skills(kit_page *page, const rapport_assessment *a)
{
    rapport_result *result;
    double coverage = -1;
    if (!rapport_assessment_count_parties(a))
        return;
    assert_ok(rapport_result_create(NULL, &result));
    assert_ok(rapport_result_compute(result, a, NULL));
    KIT_PUT(page, "skills %d", rapport_result_get_measure(result, RAPPORT_SKILL_COVERAGE, RAPPORT_NONE, &coverage));
    KIT_PUT(page, " %.17g\n", coverage);
    rapport_result_destroy(result);
}

/* To be freed. */
static inline char *assessment_text(const rapport_assessment *a)
{
    kit_page *page = calloc(1, sizeof *page);
    assert_non_null(page);
    KIT_PUT(page, "%s|%s|%s floor %u\n", rapport_assessment_id(a), rapport_assessment_partnership(a), rapport_assessment_date(a),
            rapport_assessment_anonymity_floor(a));
    for (uint32_t i = 0; i < rapport_assessment_count_parties(a); i++)
        KIT_PUT(page, "party %s %.17g %d %s/%s/%s\n", rapport_assessment_party_id(a, i), rapport_assessment_party_weight(a, i),
                rapport_assessment_party_voice(a, i), rapport_assessment_party_title(a, i, NULL),
                rapport_assessment_party_title(a, i, "de"), rapport_assessment_party_title(a, i, "fr"));
    for (uint32_t i = 0; i < rapport_assessment_count_raters(a); i++) {
        const char *id, *role;
        uint32_t party;
        double weight;
        assert_ok(rapport_assessment_get_rater(a, i, &party, &id, &role, &weight));
        KIT_PUT(page, "rater %u %s %s %.17g", party, id, role, weight);
        kit_put_answers(page, a, i);
    }
    KIT_PUT(page, "facts");
    kit_put_answers(page, a, RAPPORT_FACT);
    kit_put_amounts(page, a);
    kit_put_skills(page, a);
    return (char *)page; /* its text comes first */
}

/* The call (which reports to `&error`) is refused with the status, and a path and words; the assessment is as it was. */
#define assert_unchanged(assessment, call, wanted, where)                                                                   \
    do {                                                                                                                    \
        rapport_error error;                                                                                                \
        char *before = assessment_text(assessment), *after;                                                                 \
        memset(&error, 0x55, sizeof error);                                                                                 \
        assert_int_equal((call), (wanted));                                                                                 \
        assert_int_equal(error.status, (wanted));                                                                           \
        assert_string_equal(error.path, (where));                                                                           \
        assert_true(strlen(error.message) > 5);                                                                             \
        after = assessment_text(assessment);                                                                                \
        assert_string_equal(before, after);                                                                                 \
        free(before);                                                                                                       \
        free(after);                                                                                                        \
    } while (0)

#endif
