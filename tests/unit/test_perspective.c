/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* What parties say of each other, worked out by hand. */
#include "score_kit.h"

#include "rapport/consensus.h"
#include "rapport/perspective.h"
#include "rapport/report.h"

enum { US, THEM };

static void say(sk *it, uint32_t rater, int32_t kind, uint32_t party, const char *id, double value)
{
    assert_ok(
        rapport_assessment_set_opinion(it->assessment, rater, kind, party, sk_node(it, id), RAPPORT_ANSWERED, value, NULL));
}

static void compute(sk *it)
{
    assert_ok(rapport_result_compute(it->result, it->assessment, NULL));
}

static rapport_perspective ask(const sk *it, int32_t aspect, uint32_t of, const char *id)
{
    rapport_perspective out = {.struct_size = sizeof out};
    assert_ok(rapport_result_get_perspective(it->result, aspect, of, of == US ? THEM : US, sk_node(it, id), &out));
    assert_int_equal(out.aspect, aspect);
    assert_int_equal(out.has_value, out.reason == RAPPORT_DEFINED);
    return out;
}

static void expect(const sk *it, int32_t aspect, uint32_t of, const char *id, double value, uint32_t criteria)
{
    rapport_perspective found = ask(it, aspect, of, id);
    assert_int_equal(found.reason, RAPPORT_DEFINED);
    assert_close(found.value, value, SK_ALMOST);
    assert_int_equal(found.criteria, criteria);
}

static void expect_none(const sk *it, int32_t aspect, uint32_t of, const char *id, int32_t reason, uint32_t withheld)
{
    rapport_perspective found = ask(it, aspect, of, id);
    assert_int_equal(found.reason, reason);
    assert_int_equal(found.withheld, withheld);
    assert_true(found.value == 0 && found.bias == 0 && found.first == 0 && found.second == 0 && !found.criteria);
}

/* Shares: p 3/8, q 1/8, r 1/2. Rater 0 and 1 are ours, 2 is theirs. */
#define TREE "g(p:3 q:1) r"
#define PARTIES "us: p 80 q 40 r 10 | p 60 r 30; them: p 50 q 90 r 20"

static sk tell(const char *settings, const char *parties)
{
    sk it = sk_open(TREE, settings, parties, NULL);
    say(&it, 0, RAPPORT_ABOUT, US, "p", 90); /* we of ourselves: p 80, r 60 */
    say(&it, 1, RAPPORT_ABOUT, US, "p", 70);
    say(&it, 0, RAPPORT_ABOUT, US, "r", 60);
    say(&it, 2, RAPPORT_ABOUT, US, "p", 50); /* they of us: p 50, q 20, r 70 */
    say(&it, 2, RAPPORT_ABOUT, US, "q", 20);
    say(&it, 2, RAPPORT_ABOUT, US, "r", 70);
    say(&it, 0, RAPPORT_PREDICTS, THEM, "p", 70); /* they said 50 */
    say(&it, 1, RAPPORT_PREDICTS, THEM, "r", 10); /* they said 20 */
    compute(&it);
    return it;
}

static void self_enhancement_is_ones_own_view_less_the_others(void **state)
{
    (void)state;
    sk it = tell(NULL, PARTIES);
    rapport_perspective whole;
    expect(&it, RAPPORT_SELF_ENHANCEMENT, US, "p", 30, 1);
    expect(&it, RAPPORT_SELF_ENHANCEMENT, US, "r", -10, 1);
    expect_none(&it, RAPPORT_SELF_ENHANCEMENT, US, "q", RAPPORT_NOT_SAID, 0); /* of which we do not speak */
    expect(&it, RAPPORT_SELF_ENHANCEMENT, US, "g", 30, 1);
    expect(&it, RAPPORT_SELF_ENHANCEMENT, US, "", (3. / 8 * 30 - 1. / 2 * 10) / (7. / 8), 2);
    whole = ask(&it, RAPPORT_SELF_ENHANCEMENT, US, "");
    assert_close(whole.first, (3. / 8 * 80 + 1. / 2 * 60) / (7. / 8), SK_ALMOST);
    assert_close(whole.second, (3. / 8 * 50 + 1. / 2 * 70) / (7. / 8), SK_ALMOST);
    expect_none(&it, RAPPORT_SELF_ENHANCEMENT, THEM, "", RAPPORT_NOT_SAID, 0);
    sk_close(&it);
}

static void regard_is_the_mean_of_what_is_said_of_the_other(void **state)
{
    (void)state;
    sk it = tell(NULL, PARTIES);
    expect(&it, RAPPORT_REGARD, THEM, "", 3. / 8 * 50 + 1. / 8 * 20 + 1. / 2 * 70, 3);
    expect(&it, RAPPORT_REGARD, THEM, "g", (3 * 50 + 20) / 4., 2);
    expect(&it, RAPPORT_REGARD, THEM, "q", 20, 1);
    expect_none(&it, RAPPORT_REGARD, US, "", RAPPORT_NOT_SAID, 0);
    assert_true(ask(&it, RAPPORT_REGARD, THEM, "").second == 0);
    sk_close(&it);
}

static void understanding_is_how_near_predictions_come(void **state)
{
    (void)state;
    sk it = tell(NULL, PARTIES);
    expect(&it, RAPPORT_UNDERSTANDING, US, "p", 0.8, 1);
    expect(&it, RAPPORT_UNDERSTANDING, US, "r", 0.9, 1);
    expect(&it, RAPPORT_UNDERSTANDING, US, "", 1 - (3. / 8 * 20 + 1. / 2 * 10) / (7. / 8) / 100, 2);
    assert_close(ask(&it, RAPPORT_UNDERSTANDING, US, "").bias, (3. / 8 * 20 - 1. / 2 * 10) / (7. / 8), SK_ALMOST);
    assert_close(ask(&it, RAPPORT_UNDERSTANDING, US, "r").bias, -10, SK_ALMOST);
    expect_none(&it, RAPPORT_UNDERSTANDING, THEM, "", RAPPORT_NOT_SAID, 0);
    sk_close(&it);
}

static void raters_weigh_as_in_their_answers(void **state)
{
    (void)state;
    sk it = sk_open("p", NULL, "us: *3 p 1 | p 1; them: p 50", NULL);
    say(&it, 0, RAPPORT_PREDICTS, THEM, "p", 40);
    say(&it, 1, RAPPORT_PREDICTS, THEM, "p", 80);
    compute(&it);
    assert_close(ask(&it, RAPPORT_UNDERSTANDING, US, "p").first, (3 * 40 + 80) / 4., SK_ALMOST);
    sk_close(&it);
}

static void the_last_word_of_a_rater_holds(void **state)
{
    (void)state;
    sk it = sk_open("p#five q#five", NULL, "us: p 1; them: p 3", NULL);
    int32_t said = -1;
    double value = -1, points = -1;
    say(&it, 0, RAPPORT_PREDICTS, THEM, "p", 1);
    say(&it, 0, RAPPORT_ABOUT, THEM, "p", 5);
    say(&it, 0, RAPPORT_PREDICTS, THEM, "p", 4);
    compute(&it);
    assert_close(ask(&it, RAPPORT_UNDERSTANDING, US, "p").first, 75, SK_ALMOST);
    assert_ok(rapport_assessment_get_opinion(it.assessment, 0, RAPPORT_PREDICTS, THEM, 1, &said, &value, &points));
    assert_true(said == RAPPORT_ANSWERED && value == 4 && points == 75);
    assert_ok(rapport_assessment_set_opinion(it.assessment, 0, RAPPORT_PREDICTS, THEM, 1, RAPPORT_DONT_KNOW, 9, NULL));
    compute(&it);
    expect_none(&it, RAPPORT_UNDERSTANDING, US, "p", RAPPORT_NOT_SAID, 0);
    assert_ok(rapport_assessment_get_opinion(it.assessment, 0, RAPPORT_PREDICTS, THEM, 1, &said, &value, &points));
    assert_true(said == RAPPORT_DONT_KNOW && value == 0 && points == 0);
    assert_ok(rapport_assessment_get_opinion(it.assessment, 0, RAPPORT_PREDICTS, THEM, 2, &said, NULL, NULL));
    assert_int_equal(said, RAPPORT_UNANSWERED);
    expect(&it, RAPPORT_REGARD, US, "p", 100, 1);
    sk_close(&it);
}

static void opinions_come_in_order(void **state)
{
    (void)state;
    sk it = tell(NULL, PARTIES);
    static const struct {
        int32_t kind;
        uint32_t of, against, raters;
        const char *node;
        double points;
    } expected[] = {{RAPPORT_ABOUT, US, US, 2, "p", 80},     {RAPPORT_ABOUT, US, US, 1, "r", 60},
                    {RAPPORT_ABOUT, THEM, US, 1, "p", 50},   {RAPPORT_ABOUT, THEM, US, 1, "q", 20},
                    {RAPPORT_ABOUT, THEM, US, 1, "r", 70},   {RAPPORT_PREDICTS, US, THEM, 1, "p", 70},
                    {RAPPORT_PREDICTS, US, THEM, 1, "r", 10}};
    rapport_opinion o = {.struct_size = sizeof o};
    assert_int_equal(rapport_result_count_opinions(it.result), 7);
    for (uint32_t i = 0; i < 7; i++) {
        assert_ok(rapport_result_get_opinion(it.result, i, &o));
        assert_int_equal(o.kind, expected[i].kind);
        assert_int_equal(o.of, expected[i].of);
        assert_int_equal(o.against, expected[i].against);
        assert_int_equal(o.raters, expected[i].raters);
        assert_int_equal(o.node, sk_node(&it, expected[i].node));
        assert_close(o.points, expected[i].points, SK_ALMOST);
        assert_int_equal(o.withheld, 0);
    }
    assert_int_equal(rapport_result_get_opinion(it.result, 7, &o), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_result_get_opinion(it.result, 0, NULL), RAPPORT_BAD_ARGUMENT);
    sk_close(&it);
}

#define FLOOR(k) "'anonymity_floor':" #k

static void opinions_of_few_raters_are_withheld_and_leave_the_means(void **state)
{
    (void)state;
    sk it = tell(FLOOR(2), "us: p 80 q 40 r 10 | p 60 q 40 r 30; them!: p 50 q 90 r 20");
    rapport_opinion o = {.struct_size = sizeof o};
    expect(&it, RAPPORT_SELF_ENHANCEMENT, US, "p", 30, 1); /* both of us said it; they speak as one */
    expect_none(&it, RAPPORT_SELF_ENHANCEMENT, US, "r", RAPPORT_PROTECTED, 1);
    expect(&it, RAPPORT_SELF_ENHANCEMENT, US, "", 30, 1);
    assert_int_equal(ask(&it, RAPPORT_SELF_ENHANCEMENT, US, "").withheld, 1);
    expect_none(&it, RAPPORT_UNDERSTANDING, US, "", RAPPORT_PROTECTED, 2);
    assert_ok(rapport_result_get_opinion(it.result, 1, &o));
    assert_true(o.withheld && !o.raters && o.points == 0);
    sk_close(&it);
}

static void what_the_other_answered_may_be_withheld(void **state)
{
    (void)state;
    /* their p has one rater: it is withheld, and q with it; r is open */
    sk it = sk_open("p q r", FLOOR(2), "us!: p 1 q 1 r 1; them: p 50 q 60 r 70 | q 40 r 90", NULL);
    say(&it, 0, RAPPORT_PREDICTS, THEM, "p", 50);
    say(&it, 0, RAPPORT_PREDICTS, THEM, "q", 50);
    say(&it, 0, RAPPORT_PREDICTS, THEM, "r", 50);
    compute(&it);
    expect_none(&it, RAPPORT_UNDERSTANDING, US, "p", RAPPORT_PROTECTED, 1);
    expect_none(&it, RAPPORT_UNDERSTANDING, US, "q", RAPPORT_PROTECTED, 1);
    expect(&it, RAPPORT_UNDERSTANDING, US, "", 0.7, 1);
    assert_int_equal(ask(&it, RAPPORT_UNDERSTANDING, US, "").withheld, 2);
    sk_close(&it);
}

static void what_does_not_count_enters_no_mean(void **state)
{
    (void)state;
    sk it = sk_open("p q~", NULL, "us: p 1; them: p 50 q 60", NULL);
    say(&it, 0, RAPPORT_ABOUT, THEM, "p", 50);
    say(&it, 0, RAPPORT_ABOUT, THEM, "q", 10);
    compute(&it);
    expect(&it, RAPPORT_REGARD, US, "", 50, 1);
    expect(&it, RAPPORT_REGARD, US, "q", 10, 1);
    sk_close(&it);
}

static void a_fact_is_nobodys_answer(void **state)
{
    (void)state;
    sk it = sk_open("p f", NULL, "us: p 1; them: p 50", NULL);
    rapport_error error;
    say(&it, 0, RAPPORT_PREDICTS, THEM, "f", 50);
    assert_ok(rapport_assessment_set_number(it.assessment, RAPPORT_FACT, 2, 70, NULL)); /* known only later */
    compute(&it);
    expect_none(&it, RAPPORT_UNDERSTANDING, US, "f", RAPPORT_NOT_SAID, 0);
    assert_int_equal(rapport_assessment_set_opinion(it.assessment, 0, RAPPORT_PREDICTS, THEM, 2, RAPPORT_ANSWERED, 1, &error),
                     RAPPORT_BAD_VALUE);
    assert_string_equal(error.path, "/predicts/them/f");
    say(&it, 0, RAPPORT_ABOUT, THEM, "f", 60); /* how it does may still be said */
    sk_close(&it);
}

static void what_is_not_on_the_scale_is_refused(void **state)
{
    (void)state;
    sk it = sk_open("p#five y#yes n", NULL, "us: p 1; them: p 3", NULL);
    static const struct {
        uint32_t node;
        double value;
    } bad[] = {{1, 0}, {1, 6}, {1, 2.5}, {1, NAN}, {1, -1e300}, {2, 2}, {2, -1}, {2, 0.5}, {3, INFINITY}, {3, NAN}};
    rapport_error error;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_int_equal(rapport_assessment_set_opinion(it.assessment, 0, RAPPORT_ABOUT, THEM, bad[i].node, RAPPORT_ANSWERED,
                                                        bad[i].value, &error),
                         RAPPORT_BAD_VALUE);
    assert_string_equal(error.path, "/about/them/n");
#define REFUSED(status, ...) assert_int_equal(rapport_assessment_set_opinion(it.assessment, __VA_ARGS__, &error), status)
    REFUSED(RAPPORT_BAD_VALUE, 0, RAPPORT_PREDICTS, US, 1, RAPPORT_ANSWERED, 1);
    assert_string_equal(error.path, "/predicts/us/p");
    REFUSED(RAPPORT_BAD_VALUE, 0, RAPPORT_ABOUT, US, 1, RAPPORT_DECLINED + 1, 1);
    REFUSED(RAPPORT_BAD_VALUE, 0, RAPPORT_ABOUT, US, 1, -1, 1);
    REFUSED(RAPPORT_BAD_VALUE, 0, 0, US, 1, RAPPORT_ANSWERED, 1);
    REFUSED(RAPPORT_BAD_VALUE, 0, 3, US, 1, RAPPORT_ANSWERED, 1);
    REFUSED(RAPPORT_BAD_ARGUMENT, 2, RAPPORT_ABOUT, US, 1, RAPPORT_ANSWERED, 1);
    REFUSED(RAPPORT_BAD_ARGUMENT, 0, RAPPORT_ABOUT, 2, 1, RAPPORT_ANSWERED, 1);
    REFUSED(RAPPORT_BAD_ARGUMENT, 0, RAPPORT_ABOUT, US, 0, RAPPORT_ANSWERED, 1);
    REFUSED(RAPPORT_BAD_ARGUMENT, 0, RAPPORT_ABOUT, US, 4, RAPPORT_ANSWERED, 1);
    REFUSED(RAPPORT_BAD_ARGUMENT, RAPPORT_FACT, RAPPORT_ABOUT, US, 1, RAPPORT_ANSWERED, 1);
    compute(&it);
    assert_int_equal(rapport_result_count_opinions(it.result), 0);
    sk_close(&it);
}

static void what_is_asked_wrongly_is_refused(void **state)
{
    (void)state;
    sk it = tell(NULL, PARTIES);
    rapport_perspective out = {.struct_size = sizeof out};
    rapport_opinion opinion = {.struct_size = sizeof opinion};
    rapport_result *empty;
    int32_t said;
#define ASK(...) assert_int_equal(rapport_result_get_perspective(it.result, __VA_ARGS__), RAPPORT_BAD_ARGUMENT)
    ASK(0, US, THEM, 0, &out);
    ASK(4, US, THEM, 0, &out);
    ASK(RAPPORT_REGARD, 2, THEM, 0, &out);
    ASK(RAPPORT_REGARD, US, 2, 0, &out);
    ASK(RAPPORT_REGARD, US, US, 0, &out);
    ASK(RAPPORT_REGARD, US, THEM, 5, &out);
    ASK(RAPPORT_REGARD, US, THEM, 0, NULL);
    assert_int_equal(rapport_assessment_get_opinion(it.assessment, 0, 3, THEM, 2, &said, NULL, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_assessment_get_opinion(it.assessment, 3, 1, THEM, 2, &said, NULL, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_assessment_get_opinion(it.assessment, 0, 1, THEM, 2, NULL, NULL, NULL), RAPPORT_BAD_ARGUMENT);
    assert_ok(rapport_result_create(NULL, &empty));
    assert_int_equal(rapport_result_count_opinions(empty), 0);
    assert_int_equal(rapport_result_get_opinion(empty, 0, &opinion), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_result_get_perspective(empty, RAPPORT_REGARD, US, THEM, 0, &out), RAPPORT_BAD_ARGUMENT);
    rapport_result_destroy(empty);
    sk_close(&it);
}

static void an_assessment_has_at_most_4194304_opinions(void **state)
{
    (void)state;
    sk it = sk_open("p", NULL, "us: p 1; them: p 50", NULL);
    rapport_error error;
    for (uint32_t i = 0; i < RAPPORT_MAX_OPINIONS; i++)
        assert_int_equal(
            rapport_assessment_set_opinion(it.assessment, 0, RAPPORT_ABOUT, THEM, 1, RAPPORT_ANSWERED, i % 100, NULL),
            RAPPORT_OK);
    assert_int_equal(rapport_assessment_set_opinion(it.assessment, 0, RAPPORT_ABOUT, THEM, 1, RAPPORT_ANSWERED, 1, &error),
                     RAPPORT_LIMIT);
    assert_string_equal(error.path, "/parties");
    compute(&it);
    assert_int_equal(rapport_result_count_opinions(it.result), 1);
    expect(&it, RAPPORT_REGARD, US, "p", (RAPPORT_MAX_OPINIONS - 1) % 100, 1); /* the last word */
    sk_close(&it);
}

/* Opinions of three raters, statements of importance, a result and its reports. */
static rapport_status go_through(const rapport_allocator *memory)
{
    static rapport_model *model; /* made once */
    rapport_assessment *assessment = NULL;
    rapport_model *mine = NULL;
    rapport_result *result = NULL;
    int64_t length;
    char *json = tk_file("examples/data/alliance.json", &length);
    rapport_status status = model ? RAPPORT_OK : rapport_model_load_builtin("best-partner", NULL, &model, NULL);
    if (!status)
        status = rapport_assessment_read(json, length, model, "", memory, &mine, &assessment, NULL);
    if (!status)
        status = rapport_result_create(memory, &result);
    if (!status)
        status = rapport_result_compute(result, assessment, NULL);
    if (!status)
        assert_true(rapport_result_count_opinions(result) == 24);
    rapport_result_destroy(result);
    rapport_assessment_destroy(assessment);
    free(json);
    return status;
}

static void every_allocation_may_be_refused(void **state)
{
    (void)state;
    assert_true(tk_exhaust_memory(go_through) > 10);
}

static void *set_up(const rapport_allocator *memory)
{
    static sk it;
    it = sk_open("p", NULL, "us: p 1; them: p 50", NULL);
    rapport_assessment_destroy(it.assessment);
    assert_ok(rapport_assessment_create(it.model, "a", "P", "2026-01-31", memory, &it.assessment, NULL));
    assert_ok(rapport_assessment_add_party(it.assessment, "us", 1, RAPPORT_VOICE_ONE, NULL, NULL));
    assert_ok(rapport_assessment_add_rater(it.assessment, 0, "r", 1, NULL, NULL));
    return &it;
}

static rapport_status run(void *object)
{
    sk *it = object;
    return rapport_assessment_set_opinion(it->assessment, 0, RAPPORT_ABOUT, 0, 1, RAPPORT_ANSWERED, 30, NULL);
}

static void check(void *object)
{
    sk *it = object;
    compute(it);
    assert_int_equal(rapport_result_count_opinions(it->result), 1);
}

static void tear_down(void *object)
{
    sk_close(object);
}

static void an_opinion_that_found_no_memory_was_not_said(void **state)
{
    (void)state;
    const tk_step step = {set_up, run, check, tear_down};
    assert_int_equal(tk_exhaust_step(&step), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(self_enhancement_is_ones_own_view_less_the_others),
        cmocka_unit_test(regard_is_the_mean_of_what_is_said_of_the_other),
        cmocka_unit_test(understanding_is_how_near_predictions_come),
        cmocka_unit_test(raters_weigh_as_in_their_answers),
        cmocka_unit_test(the_last_word_of_a_rater_holds),
        cmocka_unit_test(opinions_come_in_order),
        cmocka_unit_test(opinions_of_few_raters_are_withheld_and_leave_the_means),
        cmocka_unit_test(what_the_other_answered_may_be_withheld),
        cmocka_unit_test(what_does_not_count_enters_no_mean),
        cmocka_unit_test(a_fact_is_nobodys_answer),
        cmocka_unit_test(what_is_not_on_the_scale_is_refused),
        cmocka_unit_test(what_is_asked_wrongly_is_refused),
        cmocka_unit_test(an_assessment_has_at_most_4194304_opinions),
        cmocka_unit_test(every_allocation_may_be_refused),
        cmocka_unit_test(an_opinion_that_found_no_memory_was_not_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
