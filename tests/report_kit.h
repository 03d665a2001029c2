/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_REPORT_KIT_H
#define RAPPORT_REPORT_KIT_H
/* Small partnerships whose numbers are easy to follow by hand, and the reports on them. For one test program each. */
#include "testkit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rapport/rapport.h"

/* Trust (2) of honesty and openness, performance (1) of delivery (3) and quality (1). Levels 1..5 are 0 25 50 75 100 points,
 * delivery is a percentage with 0 points at 80, 80 at 95 and 100 at 100. Openness takes both sides: the lower one counts. */
#define RK_MODEL(settings)                                                                                                     \
    "{\"format\":\"rapport-model/1\",\"id\":\"made-up\",\"version\":\"1\",\"title\":\"Made-up model\"," settings               \
    "\"scales\":{\"five\":{\"kind\":\"levels\",\"levels\":[{\"label\":\"One\"},{\"label\":\"Two\"},{\"label\":\"Three\"},"     \
    "{\"label\":\"Four\"},{\"label\":\"Five\"}]},"                                                                             \
    "\"percent\":{\"kind\":\"number\",\"unit\":\"%\",\"points\":[[80,0],[95,80],[100,100]]}},"                                 \
    "\"criteria\":[{\"id\":\"a\",\"title\":\"Trust\",\"weight\":2,\"criteria\":["                                              \
    "{\"id\":\"a1\",\"title\":\"Honesty\",\"question\":\"How honest?\",\"scale\":\"five\","                                    \
    "\"anchors\":[\"Lies\",\"Evades\",\"Answers\",\"Tells\",\"Warns\"]},"                                                      \
    "{\"id\":\"a2\",\"title\":\"Openness\",\"scale\":\"five\",\"together\":\"min\"}]},"                                        \
    "{\"id\":\"b\",\"title\":\"Performance\",\"weight\":1,\"criteria\":["                                                      \
    "{\"id\":\"b1\",\"title\":\"Delivery\",\"weight\":3,\"scale\":\"percent\"},"                                               \
    "{\"id\":\"b2\",\"title\":\"Quality\",\"scale\":\"five\"}]}],"                                                             \
    "\"gates\":[{\"id\":\"no-lies\",\"title\":\"No lies\",\"node\":\"a1\",\"view\":\"any\",\"below\":37.5,"                    \
    "\"effect\":\"cap\",\"cap\":50},"                                                                                          \
    "{\"id\":\"performs\",\"node\":\"b\",\"view\":\"joint\",\"below\":20,\"effect\":\"fail\"}],"                               \
    "\"bands\":[{\"id\":\"at-risk\",\"title\":\"At risk\",\"from\":0},{\"id\":\"fair\",\"title\":\"Fair\",\"from\":40},"       \
    "{\"id\":\"good\",\"title\":\"Good\",\"from\":70},"                                                                        \
    "{\"id\":\"best\",\"title\":\"Best\",\"from\":85,\"requires\":{\"every_group\":70,\"weakest_party\":75,\"balance\":0.8,"   \
    "\"coverage\":0.9,\"no_undecided_gates\":true}}]}"

#define RK_ASSESSMENT(settings, parties)                                                                                       \
    "{\"format\":\"rapport-assessment/1\",\"id\":\"2026-q1\",\"partnership\":\"Alpha and Beta\",\"date\":\"2026-01-31\","      \
    "\"model\":" RK_MODEL(settings) ",\"parties\":[" parties "]}"

/* A party with one rater, who is called as the party. */
#define RK_PARTY(id, answers) "{\"id\":\"" id "\",\"raters\":[{\"id\":\"" id "\",\"answers\":{" answers "}}]}"

typedef struct rk {
    rapport_model *model; /* NULL if the assessment uses a model of somebody else */
    rapport_assessment *assessment;
    rapport_result *result;
} rk;

static inline rk rk_open(const char *json, const rapport_model *given)
{
    rk it = {0};
    rapport_error error;
    rapport_status status = rapport_assessment_read(json, -1, given, NULL, NULL, &it.model, &it.assessment, &error);
    if (status)
        fail_msg("%s: %s (line %u)", error.path, error.message, (unsigned)error.line);
    assert_ok(rapport_result_create(NULL, &it.result));
    assert_ok(rapport_result_compute(it.result, it.assessment, NULL));
    return it;
}

static inline void rk_close(rk *it)
{
    rapport_result_destroy(it->result);
    rapport_assessment_destroy(it->assessment);
    rapport_model_destroy(it->model);
}

/* A host's writer that keeps everything, and gives up once it was given more than `limit` bytes. */
typedef struct rk_paper {
    char *text; /* NUL-terminated */
    size_t length, limit;
    int gave_up;
} rk_paper;

static inline int32_t rk_write(void *user, const char *text, int64_t length)
{
    rk_paper *paper = user;
    assert_false(paper->gave_up); /* no further calls after a failure */
    assert_true(length > 0);
    if (paper->length + (size_t)length > paper->limit)
        return paper->gave_up = 1;
    paper->text = realloc(paper->text, paper->length + (size_t)length + 1);
    assert_non_null(paper->text);
    memcpy(paper->text + paper->length, text, (size_t)length);
    paper->length += (size_t)length;
    paper->text[paper->length] = '\0';
    return 0;
}

/* The report, or the explanation of a node; the caller frees it. */
static inline char *rk_report(const rk *it, const char *node, const rapport_report_options *options)
{
    rk_paper paper = {.limit = SIZE_MAX};
    if (node)
        assert_ok(rapport_explanation_write(it->result, rapport_model_find(rapport_assessment_model(it->assessment), node),
                                            options, rk_write, &paper, NULL));
    else
        assert_ok(rapport_report_write(it->result, options, rk_write, &paper, NULL));
    assert_non_null(paper.text);
    return paper.text;
}

/* Writes again and again with a writer that fails after 0, 1, 2, ... bytes. */
static inline void rk_fail_everywhere(const rk *it, uint32_t node, const rapport_report_options *options)
{
    rk_paper whole = {.limit = SIZE_MAX};
    assert_ok(node ? rapport_explanation_write(it->result, node, options, rk_write, &whole, NULL)
                   : rapport_report_write(it->result, options, rk_write, &whole, NULL));
    for (size_t limit = 0; limit < whole.length; limit++) {
        rk_paper paper = {.limit = limit};
        rapport_error error = {0};
        assert_int_equal(node ? rapport_explanation_write(it->result, node, options, rk_write, &paper, &error)
                              : rapport_report_write(it->result, options, rk_write, &paper, &error),
                         RAPPORT_WRITE_FAILED);
        assert_int_equal(error.status, RAPPORT_WRITE_FAILED);
        assert_true(paper.gave_up);
        assert_memory_equal(paper.text ? paper.text : "", whole.text, paper.length);
        free(paper.text);
    }
    free(whole.text);
}

#endif
