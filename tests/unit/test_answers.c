/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Answers, facts, states, and what is said beside them. */
#include <float.h>
#include <math.h>

#include "assessment_kit.h"

static rapport_model *model;
static rapport_assessment *a; /* a new one for every test */

static int make_model(void **state)
{
    (void)state;
    model = kit_model();
    return 0;
}

static int let_model_go(void **state)
{
    (void)state;
    rapport_model_destroy(model);
    return 0;
}

static int set_up(void **state)
{
    (void)state;
    a = staffed_assessment(model, NULL);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    rapport_assessment_destroy(a);
    return 0;
}

static void expect(uint32_t rater, uint32_t node, int32_t wanted, double value, double points)
{
    int32_t found = -1;
    double v = -1, p = -1;
    assert_ok(rapport_assessment_get_answer(a, rater, node, &found, &v, &p));
    assert_int_equal(found, wanted);
    assert_same_bits(v, value);
    assert_same_bits(p, points);
    assert_ok(rapport_assessment_get_answer(a, rater, node, &found, NULL, NULL));
    assert_int_equal(found, wanted);
}

static void answers_are_kept_beside_their_points(void **state)
{
    (void)state;
    assert_ok(rapport_assessment_set_level(a, 0, LEVEL, 4, NULL));
    assert_ok(rapport_assessment_set_number(a, 0, NUMBER, 10, NULL));
    assert_ok(rapport_assessment_set_yesno(a, 0, YESNO, 1, NULL));
    assert_ok(rapport_assessment_set_option(a, 0, CHOICE, 2, NULL));
    expect(0, LEVEL, RAPPORT_ANSWERED, 4, 75);
    expect(0, NUMBER, RAPPORT_ANSWERED, 10, 20); /* of 0..50 */
    expect(0, YESNO, RAPPORT_ANSWERED, 1, 100);
    expect(0, CHOICE, RAPPORT_ANSWERED, 2, 90);
    for (uint32_t node = FIRST; node <= LAST; node++)
        expect(0, node, RAPPORT_UNANSWERED, 0, 0);
    expect(1, LEVEL, RAPPORT_UNANSWERED, 0, 0);
    expect(RAPPORT_FACT, LEVEL, RAPPORT_UNANSWERED, 0, 0);
}

static void facts_are_kept_apart(void **state)
{
    (void)state;
    assert_ok(rapport_assessment_set_level(a, RAPPORT_FACT, LEVEL, 1, NULL));
    assert_ok(rapport_assessment_set_number(a, RAPPORT_FACT, NUMBER, -5, NULL));
    assert_ok(rapport_assessment_set_yesno(a, RAPPORT_FACT, YESNO, 0, NULL));
    assert_ok(rapport_assessment_set_option(a, RAPPORT_FACT, CHOICE, 1, NULL));
    expect(RAPPORT_FACT, LEVEL, RAPPORT_ANSWERED, 1, 0);
    expect(RAPPORT_FACT, NUMBER, RAPPORT_ANSWERED, -5, 0); /* as answered; the points are those of the end */
    expect(RAPPORT_FACT, YESNO, RAPPORT_ANSWERED, 0, 0);
    expect(RAPPORT_FACT, CHOICE, RAPPORT_ANSWERED, 1, 40);
    for (uint32_t rater = 0; rater < 3; rater++)
        expect(rater, LEVEL, RAPPORT_UNANSWERED, 0, 0);
    assert_ok(rapport_assessment_set_level(a, RAPPORT_FACT, LEVEL, 5, NULL)); /* measured again */
    expect(RAPPORT_FACT, LEVEL, RAPPORT_ANSWERED, 5, 100);
}

static void an_answer_replaces_the_one_before(void **state)
{
    (void)state;
    assert_ok(rapport_assessment_set_level(a, 0, LEVEL, 4, NULL));
    assert_ok(rapport_assessment_set_level(a, 0, LEVEL, 2, NULL));
    expect(0, LEVEL, RAPPORT_ANSWERED, 2, 25);
    assert_ok(rapport_assessment_set_state(a, 0, LEVEL, RAPPORT_DECLINED, NULL));
    expect(0, LEVEL, RAPPORT_DECLINED, 0, 0);
    assert_ok(rapport_assessment_set_level(a, 0, LEVEL, 3, NULL));
    expect(0, LEVEL, RAPPORT_ANSWERED, 3, 50);
}

static void every_state_is_kept(void **state)
{
    static const int32_t states[] = {RAPPORT_NOT_APPLICABLE, RAPPORT_DONT_KNOW, RAPPORT_DECLINED};
    (void)state;
    for (size_t i = 0; i < COUNT(states); i++) {
        assert_ok(rapport_assessment_set_state(a, 0, NUMBER, states[i], NULL));
        expect(0, NUMBER, states[i], 0, 0);
    }
    assert_ok(rapport_assessment_set_state(a, 0, NUMBER, RAPPORT_UNANSWERED, NULL));
    expect(0, NUMBER, RAPPORT_UNANSWERED, 0, 0);
    assert_ok(rapport_assessment_set_state(a, 0, LAST, RAPPORT_UNANSWERED, NULL)); /* nothing was there */
    expect(0, LAST, RAPPORT_UNANSWERED, 0, 0);
}

static void states_that_do_not_exist_are_refused(void **state)
{
    static const int32_t strange[] = {RAPPORT_ANSWERED, 5, -1, INT32_MIN, INT32_MAX};
    (void)state;
    for (size_t i = 0; i < COUNT(strange); i++)
        assert_unchanged(a, rapport_assessment_set_state(a, 0, LEVEL, strange[i], &error), RAPPORT_BAD_VALUE, "/answers/level");
    assert_unchanged(a, rapport_assessment_set_state(a, RAPPORT_FACT, LEVEL, RAPPORT_DONT_KNOW, &error), RAPPORT_BAD_ARGUMENT,
                     "");
    assert_unchanged(a, rapport_assessment_set_state(a, 0, GROUP, RAPPORT_DONT_KNOW, &error), RAPPORT_BAD_ARGUMENT, "");
    assert_unchanged(a, rapport_assessment_set_state(a, 3, LEVEL, RAPPORT_DONT_KNOW, &error), RAPPORT_BAD_ARGUMENT, "");
}

typedef rapport_status (*setter)(uint32_t rater, uint32_t node, rapport_error *error);

static rapport_status level(uint32_t rater, uint32_t node, rapport_error *error)
{
    return rapport_assessment_set_level(a, rater, node, 1, error);
}

static rapport_status number(uint32_t rater, uint32_t node, rapport_error *error)
{
    return rapport_assessment_set_number(a, rater, node, 1, error);
}

static rapport_status yesno(uint32_t rater, uint32_t node, rapport_error *error)
{
    return rapport_assessment_set_yesno(a, rater, node, 1, error);
}

static rapport_status option(uint32_t rater, uint32_t node, rapport_error *error)
{
    return rapport_assessment_set_option(a, rater, node, 1, error);
}

static void an_answer_fits_its_scale_alone(void **state)
{
    static const struct {
        setter set;
        uint32_t node;
    } kinds[] = {{level, LEVEL}, {number, NUMBER}, {yesno, YESNO}, {option, CHOICE}};
    static const uint32_t nobodies[] = {RAPPORT_ROOT, GROUP, LAST + 1, RAPPORT_NONE};
    (void)state;
    for (size_t i = 0; i < COUNT(kinds); i++) {
        for (uint32_t node = LEVEL; node <= CHOICE; node++)
            if (node != kinds[i].node) {
                assert_unchanged(a, kinds[i].set(0, node, &error), RAPPORT_BAD_ARGUMENT, "");
                assert_unchanged(a, kinds[i].set(RAPPORT_FACT, node, &error), RAPPORT_BAD_ARGUMENT, "");
            }
        for (size_t k = 0; k < COUNT(nobodies); k++)
            assert_unchanged(a, kinds[i].set(0, nobodies[k], &error), RAPPORT_BAD_ARGUMENT, "");
        assert_unchanged(a, kinds[i].set(3, kinds[i].node, &error), RAPPORT_BAD_ARGUMENT, "");
        assert_unchanged(a, kinds[i].set(RAPPORT_FACT - 1, kinds[i].node, &error), RAPPORT_BAD_ARGUMENT, "");
    }
}

static void answers_beyond_the_scale_are_refused(void **state)
{
    (void)state;
    assert_unchanged(a, rapport_assessment_set_level(a, 0, LEVEL, 0, &error), RAPPORT_BAD_VALUE, "/answers/level");
    assert_unchanged(a, rapport_assessment_set_level(a, 0, LEVEL, 6, &error), RAPPORT_BAD_VALUE, "/answers/level");
    assert_unchanged(a, rapport_assessment_set_level(a, RAPPORT_FACT, LEVEL, UINT32_MAX, &error), RAPPORT_BAD_VALUE,
                     "/answers/level");
    assert_unchanged(a, rapport_assessment_set_option(a, 0, CHOICE, 0, &error), RAPPORT_BAD_VALUE, "/answers/choice");
    assert_unchanged(a, rapport_assessment_set_option(a, 0, CHOICE, 3, &error), RAPPORT_BAD_VALUE, "/answers/choice");
    assert_unchanged(a, rapport_assessment_set_number(a, 0, NUMBER, NAN, &error), RAPPORT_BAD_VALUE, "/answers/number");
    assert_unchanged(a, rapport_assessment_set_number(a, 0, NUMBER, HUGE_VAL, &error), RAPPORT_BAD_VALUE, "/answers/number");
    assert_unchanged(a, rapport_assessment_set_number(a, 0, NUMBER, -HUGE_VAL, &error), RAPPORT_BAD_VALUE, "/answers/number");
    assert_ok(rapport_assessment_set_level(a, 0, LEVEL, 5, NULL));
    assert_ok(rapport_assessment_set_option(a, 0, CHOICE, 1, NULL));
}

static void every_finite_number_is_an_answer(void **state)
{
    (void)state;
    assert_ok(rapport_assessment_set_number(a, 0, NUMBER, DBL_MAX, NULL));
    expect(0, NUMBER, RAPPORT_ANSWERED, DBL_MAX, 100);
    assert_ok(rapport_assessment_set_number(a, 0, NUMBER, -DBL_MAX, NULL));
    expect(0, NUMBER, RAPPORT_ANSWERED, -DBL_MAX, 0);
    assert_ok(rapport_assessment_set_number(a, 0, NUMBER, -0.0, NULL));
    expect(0, NUMBER, RAPPORT_ANSWERED, 0, 0);
    assert_ok(rapport_assessment_set_yesno(a, 0, YESNO, -3, NULL)); /* anything but 0 is yes */
    expect(0, YESNO, RAPPORT_ANSWERED, 1, 100);
    assert_ok(rapport_assessment_set_yesno(a, 0, YESNO, 0, NULL));
    expect(0, YESNO, RAPPORT_ANSWERED, 0, 0);
}

static void a_fact_leaves_no_room_for_ratings(void **state)
{
    (void)state;
    assert_ok(rapport_assessment_set_level(a, RAPPORT_FACT, LEVEL, 3, NULL));
    assert_unchanged(a, rapport_assessment_set_level(a, 0, LEVEL, 3, &error), RAPPORT_BAD_VALUE, "/answers/level");
    assert_unchanged(a, rapport_assessment_set_state(a, 2, LEVEL, RAPPORT_DONT_KNOW, &error), RAPPORT_BAD_VALUE,
                     "/answers/level");
    assert_ok(rapport_assessment_set_state(a, 0, LEVEL, RAPPORT_UNANSWERED, NULL)); /* no reaction contradicts nothing */
    assert_ok(rapport_assessment_set_level(a, 0, FIRST, 3, NULL));                  /* nor does another criterion */
}

static void ratings_leave_no_room_for_a_fact(void **state)
{
    (void)state;
    assert_ok(rapport_assessment_set_number(a, 0, NUMBER, 3, NULL));
    assert_ok(rapport_assessment_set_state(a, 2, NUMBER, RAPPORT_DONT_KNOW, NULL));
    assert_unchanged(a, rapport_assessment_set_number(a, RAPPORT_FACT, NUMBER, 3, &error), RAPPORT_BAD_VALUE,
                     "/answers/number");
    assert_ok(rapport_assessment_set_number(a, 0, NUMBER, 4, NULL)); /* replaced: still one reaction, not two */
    assert_ok(rapport_assessment_set_state(a, 0, NUMBER, RAPPORT_UNANSWERED, NULL));
    assert_ok(rapport_assessment_set_state(a, 0, NUMBER, RAPPORT_UNANSWERED, NULL)); /* taken back only once */
    assert_unchanged(a, rapport_assessment_set_number(a, RAPPORT_FACT, NUMBER, 3, &error), RAPPORT_BAD_VALUE,
                     "/answers/number");
    assert_ok(rapport_assessment_set_state(a, 2, NUMBER, RAPPORT_UNANSWERED, NULL)); /* the last one taken back */
    assert_ok(rapport_assessment_set_number(a, RAPPORT_FACT, NUMBER, 3, NULL));
    expect(RAPPORT_FACT, NUMBER, RAPPORT_ANSWERED, 3, 6);
}

static void answers_of_all_raters_and_criteria_are_kept_apart(void **state)
{
    (void)state;
    for (uint32_t rater = 0; rater < 3; rater++)
        for (uint32_t node = FIRST; node <= LAST; node++)
            assert_ok(rapport_assessment_set_level(a, rater, node, (rater * 7 + node) % 5 + 1, NULL));
    for (uint32_t rater = 0; rater < 3; rater++)
        for (uint32_t node = FIRST; node <= LAST; node++)
            expect(rater, node, RAPPORT_ANSWERED, (rater * 7 + node) % 5 + 1, 25.0 * ((rater * 7 + node) % 5));
}

static void what_is_not_there_has_no_answer(void **state)
{
    int32_t found = 7;
    (void)state;
    assert_int_equal(rapport_assessment_get_answer(a, 3, LEVEL, &found, NULL, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_assessment_get_answer(a, 0, GROUP, &found, NULL, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_assessment_get_answer(a, 0, RAPPORT_ROOT, &found, NULL, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_assessment_get_answer(a, 0, LAST + 1, &found, NULL, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_assessment_get_answer(a, 0, LEVEL, NULL, NULL, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(found, 7);
}

typedef struct remark {
    double confidence;
    int32_t evidence;
    const char *language, *text;
} remark;

static void expect_remarks(uint32_t rater, uint32_t node, const remark *wanted, size_t count)
{
    uint32_t cursor = 0;
    double confidence;
    int32_t evidence;
    const char *language, *text;
    for (size_t i = 0; i < count; i++) {
        assert_ok(rapport_assessment_get_remark(a, rater, node, &cursor, &confidence, &evidence, &language, &text));
        assert_same_bits(confidence, wanted[i].confidence);
        assert_int_equal(evidence, wanted[i].evidence);
        assert_int_equal(!language, !wanted[i].language);
        assert_int_equal(!text, !wanted[i].text);
        if (language)
            assert_string_equal(language, wanted[i].language);
        if (text)
            assert_string_equal(text, wanted[i].text);
    }
    for (int again = 0; again < 2; again++)
        assert_int_equal(rapport_assessment_get_remark(a, rater, node, &cursor, &confidence, &evidence, &language, &text),
                         RAPPORT_NOT_FOUND);
}

#define EXPECT_REMARKS(rater, node, ...)                                                                                       \
    expect_remarks((rater), (node), (const remark[]){__VA_ARGS__}, sizeof((const remark[]){__VA_ARGS__}) / sizeof(remark))

static void remarks_are_walked_in_their_order(void **state)
{
    (void)state;
    assert_ok(rapport_assessment_add_note(a, 0, LEVEL, "de", "Notiz", -1, NULL));
    assert_ok(rapport_assessment_add_evidence(a, 0, NUMBER, "contract 4711, page 3", 13, NULL));
    assert_ok(rapport_assessment_set_confidence(a, 0, LEVEL, 0.8, NULL));
    assert_ok(rapport_assessment_add_note(a, 1, LEVEL, NULL, "another rater's", -1, NULL));
    assert_ok(rapport_assessment_add_note(a, 0, LEVEL, NULL, "plain", -1, NULL));
    assert_ok(rapport_assessment_add_evidence(a, 0, LEVEL, "minutes", -1, NULL));
    assert_ok(rapport_assessment_add_note(a, 0, LEVEL, "de", "", 0, NULL));
    EXPECT_REMARKS(0, LEVEL, {-1, 0, "de", "Notiz"}, {0.8, 0, NULL, NULL}, {-1, 0, NULL, "plain"}, {-1, 1, NULL, "minutes"},
                   {-1, 0, "de", ""});
    EXPECT_REMARKS(0, NUMBER, {-1, 1, NULL, "contract 4711"});
    EXPECT_REMARKS(1, LEVEL, {-1, 0, NULL, "another rater's"});
    for (uint32_t node = NUMBER; node <= CHOICE; node++) { /* on every kind of scale */
        assert_ok(rapport_assessment_set_confidence(a, 2, node, 0.5, NULL));
        assert_ok(rapport_assessment_add_note(a, 2, node, NULL, "note", -1, NULL));
        assert_ok(rapport_assessment_add_evidence(a, 2, node, "minutes", -1, NULL));
        EXPECT_REMARKS(2, node, {0.5, 0, NULL, NULL}, {-1, 0, NULL, "note"}, {-1, 1, NULL, "minutes"});
    }
    expect_remarks(2, LEVEL, NULL, 0);
    expect_remarks(0, LAST, NULL, 0);
    expect(0, LEVEL, RAPPORT_UNANSWERED, 0, 0); /* none of them is an answer */
}

static void the_last_confidence_holds(void **state)
{
    (void)state;
    assert_ok(rapport_assessment_set_confidence(a, 0, LEVEL, 0.1, NULL));
    assert_ok(rapport_assessment_set_confidence(a, 1, LEVEL, 0.2, NULL));
    assert_ok(rapport_assessment_set_confidence(a, 0, NUMBER, 0.3, NULL));
    assert_ok(rapport_assessment_add_note(a, 0, LEVEL, NULL, "note", -1, NULL));
    assert_ok(rapport_assessment_set_confidence(a, 0, LEVEL, 0.4, NULL));
    assert_ok(rapport_assessment_set_confidence(a, 0, LEVEL, 1, NULL));
    EXPECT_REMARKS(0, LEVEL, {-1, 0, NULL, "note"}, {1, 0, NULL, NULL});
    EXPECT_REMARKS(1, LEVEL, {0.2, 0, NULL, NULL});
    EXPECT_REMARKS(0, NUMBER, {0.3, 0, NULL, NULL});
    assert_ok(rapport_assessment_set_confidence(a, 0, LEVEL, -0.0, NULL));
    EXPECT_REMARKS(0, LEVEL, {-1, 0, NULL, "note"}, {0, 0, NULL, NULL});
}

static void remarks_are_checked(void **state)
{
    static const double wrong[] = {-0.1, 1.1, NAN, HUGE_VAL};
    (void)state;
    assert_ok(rapport_assessment_add_note(a, 0, LEVEL, "de", "Notiz", -1, NULL));
    for (size_t i = 0; i < COUNT(wrong); i++)
        assert_unchanged(a, rapport_assessment_set_confidence(a, 0, LEVEL, wrong[i], &error), RAPPORT_BAD_VALUE,
                         "/answers/level");
    static const uint32_t cells[][2] = {{3, LEVEL}, {RAPPORT_FACT, LEVEL}, {0, GROUP}, {0, LAST + 1}};
    for (size_t i = 0; i < COUNT(cells); i++) {
        assert_unchanged(a, rapport_assessment_set_confidence(a, cells[i][0], cells[i][1], 1, &error), RAPPORT_BAD_ARGUMENT,
                         "");
        assert_unchanged(a, rapport_assessment_add_note(a, cells[i][0], cells[i][1], NULL, "n", -1, &error),
                         RAPPORT_BAD_ARGUMENT, "");
        assert_unchanged(a, rapport_assessment_add_evidence(a, cells[i][0], cells[i][1], "e", -1, &error), RAPPORT_BAD_ARGUMENT,
                         "");
    }
    assert_unchanged(a, rapport_assessment_add_note(a, 0, LEVEL, "x", "n", -1, &error), RAPPORT_BAD_VALUE, "");
    assert_unchanged(a, rapport_assessment_add_note(a, 0, LEVEL, "de", "\xFF", -1, &error), RAPPORT_BAD_VALUE, "");
    assert_unchanged(a, rapport_assessment_add_note(a, 0, LEVEL, "de", "a\0b", 3, &error), RAPPORT_BAD_VALUE, "");
    assert_unchanged(a, rapport_assessment_add_note(a, 0, LEVEL, "de", NULL, -1, &error), RAPPORT_BAD_ARGUMENT, "");
    assert_unchanged(a, rapport_assessment_add_evidence(a, 0, LEVEL, "\xFF", -1, &error), RAPPORT_BAD_VALUE, "");
    assert_unchanged(a, rapport_assessment_add_evidence(a, 0, LEVEL, NULL, -1, &error), RAPPORT_BAD_ARGUMENT, "");
}

static void a_walk_needs_all_its_arguments(void **state)
{
    uint32_t cursor = 0;
    double c;
    int32_t e;
    const char *l, *t;
    (void)state;
    assert_ok(rapport_assessment_add_note(a, 0, LEVEL, "de", "Notiz", -1, NULL));
    assert_int_equal(rapport_assessment_get_remark(a, 0, LEVEL, NULL, &c, &e, &l, &t), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_assessment_get_remark(a, 0, LEVEL, &cursor, NULL, &e, &l, &t), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_assessment_get_remark(a, 0, LEVEL, &cursor, &c, NULL, &l, &t), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_assessment_get_remark(a, 0, LEVEL, &cursor, &c, &e, NULL, &t), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_assessment_get_remark(a, 0, LEVEL, &cursor, &c, &e, &l, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_assessment_get_remark(a, 3, LEVEL, &cursor, &c, &e, &l, &t), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_assessment_get_remark(a, RAPPORT_FACT, LEVEL, &cursor, &c, &e, &l, &t), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(cursor, 0);
    cursor = 2; /* no walk leaves it there */
    assert_int_equal(rapport_assessment_get_remark(a, 0, LEVEL, &cursor, &c, &e, &l, &t), RAPPORT_BAD_ARGUMENT);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(answers_are_kept_beside_their_points),
        TEST(facts_are_kept_apart),
        TEST(an_answer_replaces_the_one_before),
        TEST(every_state_is_kept),
        TEST(states_that_do_not_exist_are_refused),
        TEST(an_answer_fits_its_scale_alone),
        TEST(answers_beyond_the_scale_are_refused),
        TEST(every_finite_number_is_an_answer),
        TEST(a_fact_leaves_no_room_for_ratings),
        TEST(ratings_leave_no_room_for_a_fact),
        TEST(answers_of_all_raters_and_criteria_are_kept_apart),
        TEST(what_is_not_there_has_no_answer),
        TEST(remarks_are_walked_in_their_order),
        TEST(the_last_confidence_holds),
        TEST(remarks_are_checked),
        TEST(a_walk_needs_all_its_arguments),
    };
    return cmocka_run_group_tests(tests, make_model, let_model_go);
}
