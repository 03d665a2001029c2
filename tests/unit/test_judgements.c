/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Judgements by calls, and the weights of one or several raters. */
#include "rapport/judgement.h"

#include <math.h>
#include <string.h>

#include "testkit.h"

/* Criteria a, b, c; by request groups left (a, b) and right (c) in one called all. */
static rapport_judgements *three(const rapport_allocator *memory, int groups)
{
    static const char *const ids[] = {"a", "b", "c"};
    rapport_judgements *j;
    if (rapport_judgements_create(memory, &j, NULL))
        return NULL;
    for (int i = 0; i < 3; i++)
        if (rapport_judgements_add_criterion(j, ids[i], NULL, NULL))
            goto failed;
    if (groups &&
        (rapport_judgements_add_group(j, "left", NULL, NULL) || rapport_judgements_add_group(j, "right", NULL, NULL) ||
         rapport_judgements_add_group(j, "all", NULL, NULL) || rapport_judgements_set_group(j, "a", "left", NULL) ||
         rapport_judgements_set_group(j, "b", "left", NULL) || rapport_judgements_set_group(j, "c", "right", NULL) ||
         rapport_judgements_set_group(j, "left", "all", NULL) || rapport_judgements_set_group(j, "right", "all", NULL)))
        goto failed;
    return j;
failed:
    rapport_judgements_destroy(j);
    return NULL;
}

static rapport_weights *weigh(int32_t method, const rapport_judgements *j)
{
    rapport_weights *w;
    rapport_error error;
    if (rapport_weights_create(method, j, NULL, NULL, &w, &error))
        fail_msg("%s: %s", error.path, error.message);
    return w;
}

static void points_of_two_raters_are_averaged_and_their_spread_is_told(void **state)
{
    static const double first[] = {5, 3, 2}, second[] = {1, 2, 2};
    rapport_judgements *j = three(NULL, 0);
    rapport_weights *w;
    rapport_spread spread = {.struct_size = sizeof spread};
    rapport_consistency c = {.struct_size = sizeof c};
    double concordance;
    (void)state;
    assert_ok(rapport_judgements_add_rater(j, "anna", 3, NULL, NULL));
    assert_ok(rapport_judgements_add_rater(j, "bo", 1, NULL, NULL));
    assert_ok(rapport_judgements_set_row(j, 0, RAPPORT_JUDGED_POINTS, first, NULL, NULL));
    assert_ok(rapport_judgements_set_row(j, 1, RAPPORT_JUDGED_POINTS, second, NULL, NULL));
    w = weigh(RAPPORT_WEIGHTS_POINTS, j);
    rapport_judgements_destroy(j);                           /* weights borrow nothing */
    assert_close(rapport_weights_values(w)[0], .425, 1e-15); /* (3 * .5 + .2) / 4 */
    assert_close(rapport_weights_values(w)[1], .325, 1e-15);
    assert_close(rapport_weights_rater_values(w, 1)[1], .4, 1e-15);
    assert_null(rapport_weights_rater_values(w, 2));
    assert_string_equal(rapport_weights_rater_id(w, 1), "bo");
    assert_null(rapport_weights_rater_id(w, 2));
    assert_close(rapport_weights_rater_weight(w, 0), 3, 0);
    assert_close(rapport_weights_rater_weight(w, 2), 0, 0);
    assert_string_equal(rapport_weights_criterion_id(w, 2), "c");
    assert_null(rapport_weights_criterion_id(w, 3));
    assert_int_equal(rapport_weights_method(w), RAPPORT_WEIGHTS_POINTS);
    assert_int_equal(rapport_weights_count(w), 3);
    assert_ok(rapport_weights_get_spread(w, 0, &spread));
    assert_close(spread.lowest, .2, 0);
    assert_close(spread.highest, .5, 0);
    assert_close(spread.sd, .3 / sqrt(2), 1e-15);         /* of two: their difference over a root of 2 */
    assert_ok(rapport_weights_get_spread(w, 1, &spread)); /* here bo gives more: 3/10 and 2/5 */
    assert_close(spread.lowest, .3, 0);
    assert_close(spread.highest, .4, 0);
    assert_int_equal(rapport_weights_get_spread(w, 3, &spread), RAPPORT_NOT_FOUND);
    /* Ranks 3 2 1 and 1 2.5 2.5 sum to 4 4.5 3.5: S .5, W = 12 S / (m^2 (n^3 - n) - m sum of (t^3 - t)) = 6 / (96 - 12). */
    assert_ok(rapport_weights_get_concordance(w, &concordance));
    assert_close(concordance, 6 / 84.0, 1e-15);
    assert_int_equal(rapport_weights_get_consistency(w, 0, &c), RAPPORT_NOT_FOUND);
    rapport_weights_destroy(w);
    rapport_weights_destroy(NULL);
}

/* By hand: left 100, right 50 within all; a 100, b 60 within left: 2/3 * 5/8, 2/3 * 3/8, 1/3. */
static void swing_goes_down_the_groups(void **state)
{
    static const double swing[] = {100, 60, 40}, groups[] = {100, 50, 80};
    rapport_judgements *j = three(NULL, 1);
    rapport_weights *w;
    rapport_error error;
    (void)state;
    assert_ok(rapport_judgements_add_rater(j, NULL, 1, NULL, NULL));
    assert_int_equal(rapport_weights_create(RAPPORT_WEIGHTS_SWING, j, NULL, NULL, &w, &error), RAPPORT_NOT_FOUND);
    assert_string_equal(error.message, "the judgements lack \"swing\"");
    assert_ok(rapport_judgements_set_row(j, 0, RAPPORT_JUDGED_POINTS, swing, NULL, NULL)); /* will do for swing */
    assert_int_equal(rapport_weights_create(RAPPORT_WEIGHTS_SWING, j, NULL, NULL, &w, &error), RAPPORT_NOT_FOUND);
    assert_string_equal(error.message, "the judgements lack \"group_swing\"");
    assert_ok(rapport_judgements_set_row(j, 0, RAPPORT_JUDGED_GROUP_SWING, groups, NULL, NULL));
    w = weigh(RAPPORT_WEIGHTS_SWING, j);
    assert_close(rapport_weights_values(w)[0], 5 / 12.0, 1e-16);
    assert_close(rapport_weights_values(w)[1], .25, 1e-16);
    assert_close(rapport_weights_values(w)[2], 1 / 3.0, 1e-16);
    assert_int_equal(rapport_weights_count_groups(w), 3);
    assert_string_equal(rapport_weights_group_id(w, 1), "right");
    assert_close(rapport_weights_group_weight(w, 0), 2 / 3.0, 2e-16);
    assert_close(rapport_weights_group_weight(w, 2), 1, 2e-16);
    assert_null(rapport_weights_group_id(w, 3));
    assert_close(rapport_weights_group_weight(w, 3), 0, 0);
    rapport_weights_destroy(w);
    static const double none[] = {0, 0, 1};
    assert_ok(rapport_judgements_set_row(j, 0, RAPPORT_JUDGED_SWING, none, NULL, NULL));
    assert_int_equal(rapport_weights_create(RAPPORT_WEIGHTS_SWING, j, NULL, NULL, &w, &error), RAPPORT_UNDEFINED);
    assert_string_equal(error.path, "/group_swing/0");
    static const double nothing[] = {1, 1, 0};
    assert_ok(rapport_judgements_set_row(j, 0, RAPPORT_JUDGED_GROUP_SWING, nothing, NULL, NULL));
    assert_int_equal(rapport_weights_create(RAPPORT_WEIGHTS_SWING, j, NULL, NULL, &w, &error), RAPPORT_UNDEFINED);
    assert_string_equal(error.path, "/swing");
    rapport_judgements_destroy(j);
}

static void an_empty_group_is_named(void **state)
{
    static const double swing[] = {1, 1, 1}, group[] = {1};
    rapport_judgements *j = three(NULL, 0);
    rapport_weights *w;
    rapport_error error;
    (void)state;
    assert_ok(rapport_judgements_add_group(j, "empty", NULL, NULL));
    assert_ok(rapport_judgements_add_rater(j, NULL, 1, NULL, NULL));
    assert_ok(rapport_judgements_set_row(j, 0, RAPPORT_JUDGED_SWING, swing, NULL, NULL));
    assert_ok(rapport_judgements_set_row(j, 0, RAPPORT_JUDGED_GROUP_SWING, group, NULL, NULL));
    assert_int_equal(rapport_weights_create(RAPPORT_WEIGHTS_SWING, j, NULL, NULL, &w, &error), RAPPORT_UNDEFINED);
    assert_string_equal(error.path, "/groups/0");
    rapport_judgements_destroy(j);
}

/* anna judged a against b alone, bo b against c: neither can be weighed, both together say a : b : c = 2 : 1 : 1/4. */
static void judgements_may_complete_each_other(void **state)
{
    static const double first[] = {1, 2, 0, 0, 1, 0, 0, 0, 1}, second[] = {1, 0, 0, 0, 1, 4, 0, 0, 1};
    static const uint8_t in_first[] = {1, 1, 0, 0, 1, 0, 0, 0, 1}, in_second[] = {1, 0, 0, 0, 1, 1, 0, 0, 1};
    rapport_judgements *j = three(NULL, 0);
    rapport_weights *w;
    rapport_error error;
    rapport_consistency c = {.struct_size = sizeof c};
    rapport_spread spread = {.struct_size = sizeof spread};
    double concordance;
    int32_t combine;
    (void)state;
    assert_ok(rapport_judgements_add_rater(j, "anna", 1, NULL, NULL));
    assert_ok(rapport_judgements_add_rater(j, "bo", 1, NULL, NULL));
    assert_ok(rapport_judgements_set_row(j, 0, RAPPORT_JUDGED_PAIRWISE, first, in_first, NULL));
    assert_ok(rapport_judgements_set_row(j, 1, RAPPORT_JUDGED_PAIRWISE, second, in_second, NULL));
    assert_int_equal(rapport_weights_create(RAPPORT_WEIGHTS_AHP, j, NULL, NULL, &w, &error), RAPPORT_UNDEFINED);
    assert_string_equal(error.path, "/raters/0/pairwise/2");
    assert_ok(rapport_judgements_set_choices(j, RAPPORT_RANDOM_SAATY_2005, RAPPORT_COMBINE_JUDGEMENTS));
    w = weigh(RAPPORT_WEIGHTS_AHP, j);
    assert_close(rapport_weights_values(w)[0], 8 / 13.0, 2e-16);
    assert_close(rapport_weights_values(w)[2], 1 / 13.0, 2e-16);
    assert_null(rapport_weights_rater_values(w, 0));
    assert_int_equal(rapport_weights_get_spread(w, 0, &spread), RAPPORT_NOT_FOUND);
    assert_int_equal(rapport_weights_get_concordance(w, &concordance), RAPPORT_UNDEFINED);
    assert_int_equal(rapport_weights_get_concordance(w, NULL), RAPPORT_BAD_ARGUMENT);
    assert_ok(rapport_weights_get_consistency(w, RAPPORT_NONE, &c));
    assert_int_equal(c.missing, 1);
    assert_close(c.ri, .52, 0);
    assert_int_equal(rapport_weights_get_consistency(w, 0, &c), RAPPORT_NOT_FOUND);
    rapport_weights_get_choices(w, NULL, &combine);
    assert_int_equal(combine, RAPPORT_COMBINE_JUDGEMENTS);
    rapport_weights_destroy(w);
    assert_int_equal(rapport_weights_create(RAPPORT_WEIGHTS_ROC, j, NULL, NULL, &w, NULL), RAPPORT_BAD_ARGUMENT);
    rapport_judgements_destroy(j);
}

static void each_method_asks_for_what_it_needs(void **state)
{
    static const struct {
        int32_t method;
        const char *message;
    } needs[] = {{RAPPORT_WEIGHTS_POINTS, "points"},
                 {RAPPORT_WEIGHTS_SWING, "swing"},
                 {RAPPORT_WEIGHTS_RANK_SUM, "ranks"},
                 {RAPPORT_WEIGHTS_ROC, "ranks"},
                 {RAPPORT_WEIGHTS_AHP, "pairwise"},
                 {RAPPORT_WEIGHTS_AHP_GEOMETRIC, "pairwise"},
                 {RAPPORT_WEIGHTS_BEST_WORST, "best_to_others"}};
    static const double to_others[] = {1, 2, 4}, to_worst[] = {4, 2, 1};
    rapport_judgements *j = three(NULL, 0);
    rapport_weights *w;
    rapport_error error;
    (void)state;
    assert_int_equal(rapport_weights_create(RAPPORT_WEIGHTS_AHP, j, NULL, NULL, &w, &error), RAPPORT_NOT_FOUND);
    assert_ok(rapport_judgements_add_rater(j, "anna", 1, NULL, NULL));
    for (size_t i = 0; i < sizeof needs / sizeof *needs; i++) {
        assert_int_equal(rapport_weights_create(needs[i].method, j, NULL, NULL, &w, &error), RAPPORT_NOT_FOUND);
        assert_null(w);
        assert_string_equal(error.path, "/raters/0");
        assert_non_null(strstr(error.message, needs[i].message));
    }
    assert_ok(rapport_judgements_set_row(j, 0, RAPPORT_JUDGED_BEST_TO_OTHERS, to_others, NULL, NULL));
    assert_int_equal(rapport_weights_create(RAPPORT_WEIGHTS_BEST_WORST, j, NULL, NULL, &w, &error), RAPPORT_NOT_FOUND);
    assert_non_null(strstr(error.message, "others_to_worst"));
    assert_ok(rapport_judgements_set_row(j, 0, RAPPORT_JUDGED_OTHERS_TO_WORST, to_worst, NULL, NULL));
    assert_int_equal(rapport_weights_create(RAPPORT_WEIGHTS_BEST_WORST, j, NULL, NULL, &w, &error), RAPPORT_NOT_FOUND);
    assert_non_null(strstr(error.message, "\"best\""));
    assert_ok(rapport_judgements_set_best_worst(j, 0, 0, 2, NULL));
    w = weigh(RAPPORT_WEIGHTS_BEST_WORST, j);
    assert_close(rapport_weights_values(w)[1], 2 / 7.0, 1e-16);
    rapport_weights_destroy(w);
    w = weigh(RAPPORT_WEIGHTS_EQUAL, j);
    assert_close(rapport_weights_values(w)[1], 1 / 3.0, 0);
    assert_int_equal(rapport_weights_count_raters(w), 0);
    rapport_weights_destroy(w);
    assert_int_equal(rapport_weights_create(RAPPORT_WEIGHTS_CRITIC, j, NULL, NULL, &w, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_weights_create(RAPPORT_WEIGHTS_END, j, NULL, NULL, &w, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_weights_create(RAPPORT_WEIGHTS_AHP, NULL, NULL, NULL, &w, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_weights_create(RAPPORT_WEIGHTS_AHP, j, NULL, NULL, NULL, NULL), RAPPORT_BAD_ARGUMENT);
    rapport_judgements_destroy(j);
}

static void what_cannot_be_added_is_refused(void **state)
{
    static const double row[] = {1, 1, -1};
    rapport_judgements *j = three(NULL, 1);
    rapport_error error;
    uint32_t count;
    (void)state;
    assert_int_equal(rapport_judgements_add_criterion(j, "A", NULL, NULL), RAPPORT_BAD_VALUE);
    assert_int_equal(rapport_judgements_add_criterion(j, NULL, NULL, NULL), RAPPORT_BAD_VALUE);
    assert_int_equal(rapport_judgements_add_criterion(j, "left", NULL, NULL), RAPPORT_DUPLICATE);
    assert_int_equal(rapport_judgements_set_group(j, "a", "right", NULL), RAPPORT_DUPLICATE);
    assert_int_equal(rapport_judgements_set_group(j, "nobody", "right", NULL), RAPPORT_NOT_FOUND);
    assert_int_equal(rapport_judgements_set_group(j, "all", "a", NULL), RAPPORT_NOT_FOUND);
    assert_int_equal(rapport_judgements_set_group(j, "all", "left", NULL), RAPPORT_BAD_VALUE); /* which is in it */
    assert_int_equal(rapport_judgements_set_group(j, NULL, "left", NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_judgements_add_rater(j, "anna", 0, NULL, NULL), RAPPORT_BAD_VALUE);
    assert_int_equal(rapport_judgements_add_rater(j, "Anna", 1, NULL, NULL), RAPPORT_BAD_VALUE);
    assert_ok(rapport_judgements_add_rater(j, "anna", 1, NULL, NULL));
    assert_int_equal(rapport_judgements_add_rater(j, "anna", 1, NULL, NULL), RAPPORT_DUPLICATE);
    assert_int_equal(rapport_judgements_add_criterion(j, "d", NULL, NULL), RAPPORT_BAD_ARGUMENT); /* too late */
    assert_int_equal(rapport_judgements_set_row(j, 1, RAPPORT_JUDGED_POINTS, row, NULL, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_judgements_set_row(j, 0, RAPPORT_JUDGED_END, row, NULL, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_judgements_set_row(j, 0, RAPPORT_JUDGED_POINTS, NULL, NULL, NULL), RAPPORT_BAD_ARGUMENT);
    static const char *const paths[] = {"/points/2",     "/swing/2",          "/group_swing/2",    "/ranks/2",
                                        "/pairwise/0/2", "/best_to_others/2", "/others_to_worst/2"};
    static const double matrix[] = {1, 1, -1, 1, 1, 1, 1, 1, 1};
    for (int32_t kind = RAPPORT_JUDGED_POINTS; kind < RAPPORT_JUDGED_END; kind++) {
        assert_int_equal(rapport_judgements_set_row(j, 0, kind, kind == RAPPORT_JUDGED_PAIRWISE ? matrix : row, NULL, &error),
                         RAPPORT_BAD_VALUE);
        assert_string_equal(error.path, paths[kind - 1]);
        assert_null(rapport_judgements_row(j, 0, kind, &count));
        assert_int_equal(count, 0);
    }
    assert_int_equal(rapport_judgements_set_best_worst(j, 0, 0, 0, NULL), RAPPORT_BAD_VALUE);
    assert_int_equal(rapport_judgements_set_best_worst(j, 0, 3, 0, NULL), RAPPORT_BAD_VALUE);
    assert_int_equal(rapport_judgements_set_best_worst(j, 1, 0, 1, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_judgements_set_choices(j, 0, 3), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_judgements_set_choices(j, 3, 0), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_judgements_find_criterion(j, "left"), RAPPORT_NONE);
    assert_int_equal(rapport_judgements_find_criterion(j, "b"), 1);
    assert_int_equal(rapport_judgements_count_groups(j), 3);
    rapport_judgements_destroy(j);
    rapport_judgements_destroy(NULL);
    assert_ok(rapport_judgements_create(NULL, &j, NULL));
    assert_int_equal(rapport_judgements_add_rater(j, NULL, 1, NULL, NULL), RAPPORT_BAD_ARGUMENT);
    rapport_judgements_destroy(j);
    assert_int_equal(rapport_judgements_create(NULL, NULL, NULL), RAPPORT_BAD_ARGUMENT);
}

static void name(char out[8], char letter, uint32_t number)
{
    out[0] = letter;
    for (int i = 5; i >= 1; i--, number /= 10)
        out[i] = (char)('0' + number % 10);
    out[6] = '\0';
}

static void criteria_groups_and_depth_have_limits(void **state)
{
    rapport_judgements *j;
    char id[8], above[8];
    (void)state;
    assert_ok(rapport_judgements_create(NULL, &j, NULL));
    for (uint32_t i = 0; i < RAPPORT_MAX_CRITERIA; i++) {
        name(id, 'c', i);
        assert_ok(rapport_judgements_add_criterion(j, id, NULL, NULL));
    }
    assert_int_equal(rapport_judgements_add_criterion(j, "more", NULL, NULL), RAPPORT_LIMIT);
    for (uint32_t i = 0; i < RAPPORT_MAX_GROUPS; i++) {
        name(id, 'g', i);
        assert_ok(rapport_judgements_add_group(j, id, NULL, NULL));
    }
    assert_int_equal(rapport_judgements_add_group(j, "more", NULL, NULL), RAPPORT_LIMIT);
    for (uint32_t i = 1; i < RAPPORT_MAX_DEPTH; i++) {
        name(above, 'g', i - 1);
        name(id, 'g', i);
        assert_ok(rapport_judgements_set_group(j, id, above, NULL));
    }
    assert_int_equal(rapport_judgements_set_group(j, "g00032", "g00031", NULL), RAPPORT_LIMIT);
    assert_ok(rapport_judgements_set_group(j, "g00034", "g00033", NULL)); /* two deep, and put 31 deep: 33 */
    assert_int_equal(rapport_judgements_set_group(j, "g00033", "g00030", NULL), RAPPORT_LIMIT);
    assert_ok(rapport_judgements_set_group(j, "g00033", "g00029", NULL));
    assert_ok(rapport_judgements_set_group(j, "c00000", "g00031", NULL));
    rapport_judgements_destroy(j);
}

static rapport_status whole_use(const rapport_allocator *memory)
{
    static const double row[] = {1, 2, 3}, matrix[] = {1, 2, 3, .5, 1, 4, 1 / 3.0, .25, 1};
    rapport_judgements *j = three(memory, 1);
    rapport_weights *w = NULL;
    rapport_status status = RAPPORT_NO_MEMORY;
    if (!j)
        return status;
    for (uint32_t r = 0; r < 2; r++)
        if ((status = rapport_judgements_add_rater(j, r ? "anna" : "bo", 1, NULL, NULL)) ||
            (status = rapport_judgements_set_row(j, r, RAPPORT_JUDGED_SWING, row, NULL, NULL)) ||
            (status = rapport_judgements_set_row(j, r, RAPPORT_JUDGED_GROUP_SWING, row, NULL, NULL)) ||
            (status = rapport_judgements_set_row(j, r, RAPPORT_JUDGED_PAIRWISE, matrix, NULL, NULL)))
            break;
    for (int32_t combine = 0; combine < 3 && !status; combine++) {
        rapport_judgements_set_choices(j, 0, combine);
        status = rapport_weights_create(RAPPORT_WEIGHTS_AHP, j, NULL, memory, &w, NULL);
        rapport_weights_destroy(w);
    }
    rapport_judgements_set_choices(j, 0, 0);
    if (!status)
        status = rapport_weights_create(RAPPORT_WEIGHTS_SWING, j, NULL, memory, &w, NULL);
    rapport_weights_destroy(status ? NULL : w);
    rapport_judgements_destroy(j);
    return status;
}

static void memory_may_run_out_anywhere(void **state)
{
    (void)state;
    assert_true(tk_exhaust_memory(whole_use) > 30);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(points_of_two_raters_are_averaged_and_their_spread_is_told),
        cmocka_unit_test(swing_goes_down_the_groups),
        cmocka_unit_test(an_empty_group_is_named),
        cmocka_unit_test(judgements_may_complete_each_other),
        cmocka_unit_test(each_method_asks_for_what_it_needs),
        cmocka_unit_test(what_cannot_be_added_is_refused),
        cmocka_unit_test(criteria_groups_and_depth_have_limits),
        cmocka_unit_test(memory_may_run_out_anywhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
