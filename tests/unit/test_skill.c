/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Skills that fit: distance, coverage, Shapley shares, uniqueness, work beyond knowledge. */
#include "measure_kit.h"

static rapport_skill_fit fit_of(const double *ours, const double *theirs, uint32_t skills, double optimum)
{
    rapport_skill_fit out = {.struct_size = sizeof out};
    assert_ok(rapport_skill_fit_compute(ours, theirs, skills, optimum, &out));
    return out;
}

static void distance_is_what_the_skills_do_not_share(void **state)
{
    (void)state;
    const double ours[] = {0.5, 0.3, 0.2, 0}, theirs[] = {0, 0.2, 0.3, 0.5};
    rapport_skill_fit found = fit_of(ours, theirs, 4, 0.5);
    assert_close(found.distance, 0.6, MK_ALMOST);       /* 1 - (.2 + .2) */
    assert_close(found.cosine, 0.12 / 0.38, MK_ALMOST); /* .06 + .06 over .25 + .09 + .04: .3158 */
    assert_close(found.fit, 0.96, MK_ALMOST);           /* 4 * .6 * .4 */
    assert_int_equal(found.reserved, 0);
    found = fit_of((const double[]){50, 30, 20, 0}, theirs, 4, 0.5); /* proportions count, not amounts */
    assert_close(found.distance, 0.6, MK_ALMOST);
    assert_close(found.cosine, 0.12 / 0.38, MK_ALMOST);
}

static void the_fit_peaks_at_the_chosen_distance(void **state)
{
    (void)state;
    const double ours[] = {0.5, 0.3, 0.2, 0}, theirs[] = {0, 0.2, 0.3, 0.5};
    assert_close(fit_of(ours, theirs, 4, 0.6).fit, 1, MK_ALMOST);
    assert_close(fit_of(ours, theirs, 4, 0.3).fit, 40. / 49, MK_ALMOST); /* 1 - (.3/.7)^2 */
    assert_close(fit_of(ours, theirs, 4, 0.9).fit, 8. / 9, MK_ALMOST);   /* 1 - (.3/.9)^2 */
    assert_close(fit_of(ours, theirs, 4, 0).fit, 0.64, MK_ALMOST);       /* 1 - .6^2 */
    assert_close(fit_of(ours, theirs, 4, 1).fit, 0.84, MK_ALMOST);       /* 1 - .4^2 */
}

static void the_same_and_the_strange_do_not_fit(void **state)
{
    (void)state;
    const double one[] = {0.1, 0.2, 0.3}, twice[] = {0.2, 0.4, 0.6}, apart[] = {0.7, 0, 0}, other[] = {0, 0.1, 0.2};
    rapport_skill_fit found = fit_of(one, twice, 1, 0.5); /* one skill that both have */
    assert_same_bits(found.distance, 0);
    found = fit_of(one, twice, 3, 0.5);
    assert_same_bits(found.distance, 0);
    assert_same_bits(found.cosine, 1);
    assert_same_bits(found.fit, 0);
    found = fit_of(apart, other, 3, 0.5);
    assert_close(found.distance, 1, MK_ALMOST);
    assert_same_bits(found.cosine, 0);
    assert_close(found.fit, 0, MK_ALMOST);
}

static void irrelevant_skills_change_no_distance(void **state)
{
    (void)state;
    const double ours[] = {3, 1, 0, 0}, theirs[] = {1, 3, 0, 0};
    assert_same_bits(fit_of(ours, theirs, 2, 0.5).distance, fit_of(ours, theirs, 4, 0.5).distance);
}

static void skills_that_are_none_have_no_distance(void **state)
{
    (void)state;
    double ours[] = {1, 2}, theirs[] = {2, 1}, optimum = 0.5;
    const double none[] = {0, 0};
    rapport_skill_fit out = {.struct_size = sizeof out};
    assert_int_equal(rapport_skill_fit_compute(ours, none, 2, 0.5, &out), RAPPORT_UNDEFINED);
    assert_int_equal(rapport_skill_fit_compute(none, ours, 2, 0.5, &out), RAPPORT_UNDEFINED);
    assert_int_equal(rapport_skill_fit_compute(ours, theirs, 0, 0.5, &out), RAPPORT_UNDEFINED);
    mk_assert_range(ours[1], 0, 1e300, rapport_skill_fit_compute(ours, theirs, 2, optimum, &out));
    mk_assert_range(theirs[1], 0, 1e300, rapport_skill_fit_compute(ours, theirs, 2, optimum, &out));
    mk_assert_range(optimum, 0, 1, rapport_skill_fit_compute(ours, theirs, 2, optimum, &out));
    mk_assert_struct(out, rapport_skill_fit_compute(ours, theirs, 2, optimum, &out));
    assert_int_equal(rapport_skill_fit_compute(NULL, theirs, 2, 0.5, &out), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_skill_fit_compute(ours, NULL, 2, 0.5, &out), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_skill_fit_compute(ours, theirs, 2, 0.5, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_skill_fit_compute(ours, theirs, 65537, 0.5, &out), RAPPORT_LIMIT);
}

/* Design, logistics, law; two parties. */
static const double importance[] = {3, 2, 1};
static const double levels[] = {0.9, 0.3, 0, /* us */ 0.4, 0.8, 0 /* them */};

static void coverage_of_all_and_of_each_and_their_need_of_each_other(void **state)
{
    (void)state;
    double alone[2];
    rapport_skill_coverage out = {.struct_size = sizeof out};
    assert_ok(rapport_skill_coverage_compute(importance, levels, 2, 3, alone, &out));
    assert_close(out.all, 4.3 / 6, MK_ALMOST);  /* 3 * .9 + 2 * .8 */
    assert_close(alone[0], 3.3 / 6, MK_ALMOST); /* 2.7 + .6 */
    assert_close(alone[1], 2.8 / 6, MK_ALMOST); /* 1.2 + 1.6 */
    assert_close(out.best_alone, 3.3 / 6, MK_ALMOST);
    assert_int_equal(out.best_party, 0);
    assert_close(out.need, 1. / 6, MK_ALMOST);
    assert_int_equal(out.holes, 1); /* nobody knows the law */
}

static void a_lone_party_needs_nobody(void **state)
{
    (void)state;
    rapport_skill_coverage out = {.struct_size = sizeof out};
    assert_ok(rapport_skill_coverage_compute(importance, levels, 1, 3, NULL, &out));
    assert_close(out.all, 3.3 / 6, MK_ALMOST);
    assert_same_bits(out.need, 0);
    assert_ok(rapport_skill_coverage_compute(importance, (const double[]){0, 0, 0, 0, 0, 0}, 2, 3, NULL, &out));
    assert_same_bits(out.all, 0);
    assert_int_equal(out.best_party, 0);
    assert_int_equal(out.holes, 3);
    assert_ok(rapport_skill_coverage_compute((const double[]){1, 0}, (const double[]){1, 0}, 1, 2, NULL, &out));
    assert_same_bits(out.all, 1);
    assert_int_equal(out.holes, 0); /* what is not required is no hole */
    assert_ok(rapport_skill_coverage_compute((const double[]){1}, (const double[]){0.5, 0.5}, 2, 1, NULL, &out));
    assert_int_equal(out.best_party, 0); /* the first of equals */
    assert_int_equal(out.reserved, 0);
}

static void shapley_shares_split_each_step_among_all_who_reach_it(void **state)
{
    (void)state;
    double shares[4];
    assert_ok(rapport_skill_shapley_compute(importance, levels, 2, 3, shares));
    /* design: .4 is split, we alone add .5: 3 * (.2 + .5), 3 * .2; logistics: 2 * .15, 2 * (.15 + .5) */
    assert_close(shares[0], 2.4 / 6, MK_ALMOST);
    assert_close(shares[1], 1.9 / 6, MK_ALMOST);
    /* The textbook airport game, costs 8, 11, 13, 18: 8/4; + 3/3; + 2/2; + 5/1 */
    assert_ok(
        rapport_skill_shapley_compute((const double[]){1}, (const double[]){11. / 18, 8. / 18, 1, 13. / 18}, 4, 1, shares));
    assert_close(shares[0] * 18, 3, 18 * MK_ALMOST);
    assert_close(shares[1] * 18, 2, 18 * MK_ALMOST);
    assert_close(shares[2] * 18, 9, 18 * MK_ALMOST);
    assert_close(shares[3] * 18, 4, 18 * MK_ALMOST);
}

static void coverage_where_nothing_is_required_does_not_exist(void **state)
{
    (void)state;
    const double none[] = {0, 0, 0};
    double shares[] = {-17, -17};
    rapport_skill_coverage out = {.struct_size = sizeof out};
    assert_int_equal(rapport_skill_coverage_compute(none, levels, 2, 3, shares, &out), RAPPORT_UNDEFINED);
    assert_int_equal(rapport_skill_coverage_compute(importance, levels, 0, 3, shares, &out), RAPPORT_UNDEFINED);
    assert_int_equal(rapport_skill_coverage_compute(importance, levels, 2, 0, shares, &out), RAPPORT_UNDEFINED);
    assert_int_equal(rapport_skill_shapley_compute(none, levels, 2, 3, shares), RAPPORT_UNDEFINED);
    assert_true(shares[0] == -17 && shares[1] == -17);
}

static void coverage_of_what_is_no_level_is_refused(void **state)
{
    (void)state;
    double weights[] = {3, 2, 1}, of[] = {0.9, 0.3, 0, 0.4, 0.8, 0}, shares[] = {-17, -17};
    rapport_skill_coverage out = {.struct_size = sizeof out};
    mk_assert_struct(out, rapport_skill_coverage_compute(weights, of, 2, 3, shares, &out));
    assert_true(shares[0] == -17);
    mk_assert_range(weights[2], 0, 1e300, rapport_skill_coverage_compute(weights, of, 2, 3, shares, &out));
    mk_assert_range(of[5], 0, 1, rapport_skill_coverage_compute(weights, of, 2, 3, shares, &out));
    mk_assert_range(weights[2], 0, 1e300, rapport_skill_shapley_compute(weights, of, 2, 3, shares));
    mk_assert_range(of[5], 0, 1, rapport_skill_shapley_compute(weights, of, 2, 3, shares));
    assert_int_equal(rapport_skill_coverage_compute(NULL, of, 2, 3, shares, &out), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_skill_coverage_compute(weights, NULL, 2, 3, shares, &out), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_skill_coverage_compute(weights, of, 2, 3, shares, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_skill_shapley_compute(weights, of, 2, 3, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_skill_shapley_compute(weights, of, 65, 3, shares), RAPPORT_LIMIT);
    assert_int_equal(rapport_skill_coverage_compute(weights, of, 2, 65537, shares, &out), RAPPORT_LIMIT);
}

static void uniqueness_is_one_over_the_number_of_holders(void **state)
{
    (void)state;
    const double weights[] = {1, 3, 7}, ours[] = {1, 0.5, 0.4}, rivals[] = {1, 0, 1, /* the other */ 1, 0.6, 0};
    double each[3], uniqueness;
    assert_ok(rapport_skill_uniqueness_compute(weights, ours, rivals, 2, 3, 0.5, each, &uniqueness));
    assert_close(each[0], 1. / 3, MK_ALMOST);
    assert_close(each[1], 1. / 2, MK_ALMOST);      /* .5 is held from .5 on */
    assert_same_bits(each[2], 0);                  /* not ours */
    assert_close(uniqueness, 11. / 24, MK_ALMOST); /* (1/3 + 3/2) / 4 */
    assert_ok(rapport_skill_uniqueness_compute(NULL, (const double[]){1}, (const double[]){0.5}, 1, 1, 0.5, NULL, &uniqueness));
    assert_same_bits(uniqueness, 0.5); /* .5 is held by a rival, too */
    assert_ok(rapport_skill_uniqueness_compute(NULL, ours, rivals, 2, 3, 0.5, NULL, &uniqueness));
    assert_close(uniqueness, 5. / 12, MK_ALMOST);
    assert_ok(rapport_skill_uniqueness_compute(weights, ours, NULL, 0, 3, 0.5, NULL, &uniqueness));
    assert_same_bits(uniqueness, 1);
}

static void who_holds_no_skill_is_not_unique(void **state)
{
    (void)state;
    double weights[] = {1, 0}, ours[] = {0.4, 1}, rivals[] = {0, 0}, held_from = 0.5, each[] = {-17, -17}, uniqueness = -17;
    assert_int_equal(rapport_skill_uniqueness_compute(weights, ours, rivals, 1, 2, 0.5, each, &uniqueness), RAPPORT_UNDEFINED);
    assert_int_equal(rapport_skill_uniqueness_compute(weights, ours, rivals, 1, 0, 0.5, each, &uniqueness), RAPPORT_UNDEFINED);
    assert_true(each[0] == -17 && uniqueness == -17);
    mk_assert_range(weights[0], 0, 1e300,
                    rapport_skill_uniqueness_compute(weights, ours, rivals, 1, 2, held_from, each, &uniqueness));
    mk_assert_range(ours[0], 0, 1, rapport_skill_uniqueness_compute(weights, ours, rivals, 1, 2, held_from, each, &uniqueness));
    mk_assert_range(rivals[1], 0, 1,
                    rapport_skill_uniqueness_compute(weights, ours, rivals, 1, 2, held_from, each, &uniqueness));
    mk_assert_range(held_from, 0, 1,
                    rapport_skill_uniqueness_compute(weights, ours, rivals, 1, 2, held_from, each, &uniqueness));
    assert_int_equal(rapport_skill_uniqueness_compute(weights, NULL, rivals, 1, 2, 0.5, each, &uniqueness),
                     RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_skill_uniqueness_compute(weights, ours, NULL, 1, 2, 0.5, each, &uniqueness), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_skill_uniqueness_compute(weights, ours, rivals, 1, 2, 0.5, each, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_skill_uniqueness_compute(weights, ours, rivals, 65537, 2, 0.5, each, &uniqueness), RAPPORT_LIMIT);
    assert_int_equal(rapport_skill_uniqueness_compute(weights, ours, rivals, 1, 65537, 0.5, each, &uniqueness), RAPPORT_LIMIT);
}

static void work_beyond_knowledge_and_focus(void **state)
{
    (void)state;
    const double work[] = {5, 3, 2, 0}, required[] = {0.5, 0.6, 0.9, 1};
    const double of[] = {0.8, 0.9, 0.2, 0, /* them */ 0.3, 0.6, 0.4, 0};
    const uint32_t assigned[] = {0, 1, 1, 0};
    uint32_t beyond[] = {99, 99};
    rapport_work out = {.struct_size = sizeof out};
    assert_ok(rapport_work_compute(work, required, assigned, of, 2, 4, beyond, 2, &out));
    assert_close(out.beyond_share, 0.2, MK_ALMOST); /* the third task, 2 of 10; the last is no work */
    assert_int_equal(out.beyond, 1);
    assert_int_equal(beyond[0], 2);
    assert_int_equal(beyond[1], 99);
    assert_int_equal(out.has_focus, 1);
    assert_close(out.focus, 6.6 / 7.5, MK_ALMOST); /* 4 + 1.8 + .8 of 4 + 2.7 + .8 */
}

static void a_list_is_cut_where_there_is_no_room(void **state)
{
    (void)state;
    const double work[] = {1, 1, 1}, required[] = {1, 1, 1}, of[] = {0, 0, 0};
    const uint32_t assigned[] = {0, 0, 0};
    uint32_t beyond[] = {99, 99, 99};
    rapport_work out = {.struct_size = sizeof out};
    assert_ok(rapport_work_compute(work, required, assigned, of, 1, 3, beyond, 2, &out));
    assert_int_equal(out.beyond, 3);
    assert_same_bits(out.beyond_share, 1);
    assert_int_equal(beyond[1], 1);
    assert_int_equal(beyond[2], 99);
    assert_int_equal(out.has_focus, 0); /* nobody can do anything */
    assert_same_bits(out.focus, 0);
    assert_ok(rapport_work_compute(work, required, assigned, of, 1, 3, NULL, 0, &out));
    assert_int_equal(out.beyond, 3);
}

static void work_of_what_makes_no_sense_is_refused(void **state)
{
    (void)state;
    double work[] = {5, 3}, required[] = {0.5, 0.6}, of[] = {0.8, 0.9, 0.3, 0.6};
    uint32_t assigned[] = {0, 1}, beyond[1];
    rapport_work out = {.struct_size = sizeof out};
    mk_assert_range(work[1], 0, 1e300, rapport_work_compute(work, required, assigned, of, 2, 2, beyond, 1, &out));
    mk_assert_range(required[1], 0, 1, rapport_work_compute(work, required, assigned, of, 2, 2, beyond, 1, &out));
    mk_assert_range(of[3], 0, 1, rapport_work_compute(work, required, assigned, of, 2, 2, beyond, 1, &out));
    mk_assert_struct(out, rapport_work_compute(work, required, assigned, of, 2, 2, beyond, 1, &out));
    assert_int_equal(rapport_work_compute(NULL, required, assigned, of, 2, 2, beyond, 1, &out), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_work_compute(work, NULL, assigned, of, 2, 2, beyond, 1, &out), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_work_compute(work, required, NULL, of, 2, 2, beyond, 1, &out), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_work_compute(work, required, assigned, NULL, 2, 2, beyond, 1, &out), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_work_compute(work, required, assigned, of, 2, 2, NULL, 1, &out), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_work_compute(work, required, assigned, of, 2, 2, beyond, 1, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_work_compute(work, required, assigned, of, 0, 2, beyond, 1, &out), RAPPORT_UNDEFINED);
    assert_int_equal(rapport_work_compute(work, required, assigned, of, 2, 0, beyond, 1, &out), RAPPORT_UNDEFINED);
    assert_int_equal(rapport_work_compute(work, required, assigned, of, 65, 2, beyond, 1, &out), RAPPORT_LIMIT);
    assert_int_equal(rapport_work_compute(work, required, assigned, of, 2, 65537, beyond, 1, &out), RAPPORT_LIMIT);
    assert_int_equal(rapport_work_compute((const double[]){0, 0}, required, assigned, of, 2, 2, beyond, 1, &out),
                     RAPPORT_UNDEFINED);
    assert_ok(rapport_work_compute(work, required, assigned, of, 2, 1, beyond, 1, &out)); /* one task is enough */
    assigned[0] = 2;
    assert_int_equal(rapport_work_compute(work, required, assigned, of, 2, 2, beyond, 1, &out), RAPPORT_BAD_ARGUMENT);
    assigned[0] = 0;
    assigned[1] = 2;
    assert_int_equal(rapport_work_compute(work, required, assigned, of, 2, 2, beyond, 1, &out), RAPPORT_BAD_ARGUMENT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(distance_is_what_the_skills_do_not_share),
        cmocka_unit_test(the_fit_peaks_at_the_chosen_distance),
        cmocka_unit_test(the_same_and_the_strange_do_not_fit),
        cmocka_unit_test(irrelevant_skills_change_no_distance),
        cmocka_unit_test(skills_that_are_none_have_no_distance),
        cmocka_unit_test(coverage_of_all_and_of_each_and_their_need_of_each_other),
        cmocka_unit_test(a_lone_party_needs_nobody),
        cmocka_unit_test(shapley_shares_split_each_step_among_all_who_reach_it),
        cmocka_unit_test(coverage_where_nothing_is_required_does_not_exist),
        cmocka_unit_test(coverage_of_what_is_no_level_is_refused),
        cmocka_unit_test(uniqueness_is_one_over_the_number_of_holders),
        cmocka_unit_test(who_holds_no_skill_is_not_unique),
        cmocka_unit_test(work_beyond_knowledge_and_focus),
        cmocka_unit_test(a_list_is_cut_where_there_is_no_room),
        cmocka_unit_test(work_of_what_makes_no_sense_is_refused),
    };
    return cmocka_run_group_tests_name("skill", tests, NULL, NULL);
}
