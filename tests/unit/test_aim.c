/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Aims: overlap, transparency, opposed aims. Expected numbers by hand. */
#include "measure_kit.h"

static double overlap_of(const double *ours, const double *theirs, uint32_t aims)
{
    double overlap = -17;
    assert_ok(rapport_aim_overlap_compute(ours, theirs, aims, &overlap));
    return overlap;
}

static void overlap_is_the_sum_of_the_smaller_shares(void **state)
{
    (void)state;
    const double ranked[] = {40, 30, 20, 10}, equal[] = {25, 25, 25, 25}, one[] = {0, 0, 0, 3};
    assert_close(overlap_of(ranked, equal, 4), 0.8, MK_ALMOST); /* .25 + .25 + .2 + .1 */
    assert_close(overlap_of(equal, ranked, 4), 0.8, MK_ALMOST);
    assert_close(overlap_of(ranked, one, 4), 0.1, MK_ALMOST);
    assert_same_bits(overlap_of(ranked, ranked, 4), 1);
    assert_same_bits(overlap_of((const double[]){4, 3, 2, 1}, ranked, 4), 1);
    assert_same_bits(overlap_of((const double[]){1, 0}, (const double[]){0, 1}, 2), 0);
}

static void aims_that_nobody_has_do_not_overlap(void **state)
{
    (void)state;
    double ours[] = {1, 2}, theirs[] = {2, 1}, overlap = -17;
    const double none[] = {0, 0};
    assert_int_equal(rapport_aim_overlap_compute(ours, none, 2, &overlap), RAPPORT_UNDEFINED);
    assert_int_equal(rapport_aim_overlap_compute(none, theirs, 2, &overlap), RAPPORT_UNDEFINED);
    assert_int_equal(rapport_aim_overlap_compute(ours, theirs, 0, &overlap), RAPPORT_UNDEFINED);
    assert_true(overlap == -17);
    mk_assert_range(ours[0], 0, 1e300, rapport_aim_overlap_compute(ours, theirs, 2, &overlap));
    mk_assert_range(theirs[0], 0, 1e300, rapport_aim_overlap_compute(ours, theirs, 2, &overlap));
    assert_int_equal(rapport_aim_overlap_compute(NULL, theirs, 2, &overlap), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_aim_overlap_compute(ours, NULL, 2, &overlap), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_aim_overlap_compute(ours, theirs, 2, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_aim_overlap_compute(ours, theirs, 65537, &overlap), RAPPORT_LIMIT);
}

static void alignment_looks_at_every_pair(void **state)
{
    (void)state;
    const double weights[] = {5, 0, /* b */ 2, 2, /* c */ 0, 7};
    rapport_alignment out = {.struct_size = sizeof out};
    assert_ok(rapport_aim_alignment_compute(weights, 3, 2, &out));
    assert_int_equal(out.pairs, 3);
    assert_close(out.mean, 1. / 3, MK_ALMOST); /* .5, 0, .5 */
    assert_same_bits(out.lowest, 0);
    assert_int_equal(out.one, 0);
    assert_int_equal(out.other, 2);
}

static void who_states_no_aims_is_left_out(void **state)
{
    (void)state;
    const double weights[] = {5, 0, /* b says nothing */ 0, 0, /* c */ 3, 1}, silent[] = {5, 0, 0, 0};
    rapport_alignment out = {.struct_size = sizeof out};
    assert_ok(rapport_aim_alignment_compute(weights, 3, 2, &out));
    assert_int_equal(out.pairs, 1);
    assert_close(out.mean, 0.75, MK_ALMOST);
    assert_close(out.lowest, 0.75, MK_ALMOST);
    assert_int_equal(out.one, 0);
    assert_int_equal(out.other, 2);
    assert_ok(rapport_aim_alignment_compute((const double[]){1, 2, 3}, 3, 1, &out)); /* one aim that all have */
    assert_same_bits(out.lowest, 1);
    assert_int_equal(out.one, 0); /* the first of equals */
    assert_int_equal(out.other, 1);
    assert_int_equal(rapport_aim_alignment_compute(silent, 2, 2, &out), RAPPORT_UNDEFINED);
    assert_int_equal(rapport_aim_alignment_compute(weights, 1, 2, &out), RAPPORT_UNDEFINED);
    assert_int_equal(rapport_aim_alignment_compute(weights, 3, 0, &out), RAPPORT_UNDEFINED);
}

static void alignment_of_what_is_no_weight_is_refused(void **state)
{
    (void)state;
    double weights[] = {5, 0, 2, 2};
    rapport_alignment out = {.struct_size = sizeof out};
    mk_assert_range(weights[3], 0, 1e300, rapport_aim_alignment_compute(weights, 2, 2, &out));
    mk_assert_struct(out, rapport_aim_alignment_compute(weights, 2, 2, &out));
    assert_int_equal(rapport_aim_alignment_compute(NULL, 2, 2, &out), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_aim_alignment_compute(weights, 2, 2, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_aim_alignment_compute(weights, 65, 2, &out), RAPPORT_LIMIT);
    assert_int_equal(rapport_aim_alignment_compute(weights, 2, 65537, &out), RAPPORT_LIMIT);
}

static void transparency_is_what_is_believed_against_what_is_stated(void **state)
{
    (void)state;
    const double stated[] = {3, 1, /* b */ 1, 3};
    const double believed[] = {9, 9, /* a of b */ 1, 1, /* b of a */ 6, 2, /* b of itself */ 9, 9};
    rapport_alignment out = {.struct_size = sizeof out};
    assert_ok(rapport_aim_transparency_compute(believed, stated, 2, 2, &out));
    assert_int_equal(out.pairs, 2);
    assert_close(out.mean, 0.875, MK_ALMOST); /* .25 + .5 and 1 */
    assert_close(out.lowest, 0.75, MK_ALMOST);
    assert_int_equal(out.one, 0);
    assert_int_equal(out.other, 1);
    /* three parties, three aims: only c's belief of b was asked, 2 1 1 against 0 1 3: .25 + .25 */
    double beliefs[27] = {0};
    const double aims[] = {1, 0, 0, /* b */ 0, 1, 3, /* c */ 0, 0, 1};
    memcpy(beliefs + (2 * 3 + 1) * 3, (const double[]){2, 1, 1}, 3 * sizeof *beliefs);
    assert_ok(rapport_aim_transparency_compute(beliefs, aims, 3, 3, &out));
    assert_int_equal(out.pairs, 1);
    assert_close(out.mean, 0.5, MK_ALMOST);
    assert_int_equal(out.one, 2);
    assert_int_equal(out.other, 1);
}

static void beliefs_that_nobody_gave_are_left_out(void **state)
{
    (void)state;
    const double stated[] = {3, 1, /* b */ 1, 3};
    const double believed[] = {0, 0, /* a of b */ 0, 0, /* b of a */ 6, 2, /* b of itself */ 0, 0}, none[8] = {0};
    rapport_alignment out = {.struct_size = sizeof out};
    assert_ok(rapport_aim_transparency_compute(believed, stated, 2, 2, &out));
    assert_int_equal(out.pairs, 1);
    assert_same_bits(out.mean, 1);
    assert_int_equal(out.one, 1);
    assert_int_equal(out.other, 0);
    assert_int_equal(rapport_aim_transparency_compute(none, stated, 2, 2, &out), RAPPORT_UNDEFINED);
    assert_int_equal(rapport_aim_transparency_compute(believed, none, 2, 2, &out), RAPPORT_UNDEFINED);
}

static void transparency_of_what_is_no_weight_is_refused(void **state)
{
    (void)state;
    double stated[] = {3, 1, 1, 3}, believed[] = {1, 1, 1, 1, 6, 2, 1, 1};
    rapport_alignment out = {.struct_size = sizeof out};
    mk_assert_range(stated[3], 0, 1e300, rapport_aim_transparency_compute(believed, stated, 2, 2, &out));
    mk_assert_range(believed[5], 0, 1e300, rapport_aim_transparency_compute(believed, stated, 2, 2, &out));
    mk_assert_struct(out, rapport_aim_transparency_compute(believed, stated, 2, 2, &out));
    assert_int_equal(rapport_aim_transparency_compute(NULL, stated, 2, 2, &out), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_aim_transparency_compute(believed, NULL, 2, 2, &out), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_aim_transparency_compute(believed, stated, 2, 2, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_aim_transparency_compute(believed, stated, 1, 2, &out), RAPPORT_UNDEFINED);
    assert_int_equal(rapport_aim_transparency_compute(believed, stated, 65, 2, &out), RAPPORT_LIMIT);
}

static void an_aim_is_opposed_if_one_supports_and_another_opposes_it(void **state)
{
    (void)state;
    /* aim:                   0   1    2   3     4       5 */
    const double support[] = {1, -1, 0.5, 0, -0.2, -1e-10, /* b */ 1, 1, 0, -1, 0.1, 1};
    uint32_t opposed[] = {99, 99, 99}, count = 99;
    assert_ok(rapport_aim_conflict_compute(support, 2, 6, opposed, 3, &count));
    assert_int_equal(count, 2); /* 0 is neither, and -1e-10 is 0 when rounded to 1e-9 */
    assert_int_equal(opposed[0], 1);
    assert_int_equal(opposed[1], 4);
    assert_int_equal(opposed[2], 99);
    opposed[1] = 99;
    assert_ok(rapport_aim_conflict_compute(support, 2, 6, opposed, 1, &count));
    assert_int_equal(count, 2);
    assert_int_equal(opposed[1], 99);
    assert_ok(rapport_aim_conflict_compute(support, 2, 6, NULL, 0, &count));
    assert_int_equal(count, 2);
}

static void opposition_of_what_is_no_support_is_refused(void **state)
{
    (void)state;
    double support[] = {1, -1, 0.5, 0};
    uint32_t opposed[2], count = 99;
    mk_assert_range(support[3], -1, 1, rapport_aim_conflict_compute(support, 2, 2, opposed, 2, &count));
    count = 99;
    assert_int_equal(rapport_aim_conflict_compute(NULL, 2, 2, opposed, 2, &count), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_aim_conflict_compute(support, 2, 2, NULL, 2, &count), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_aim_conflict_compute(support, 2, 2, opposed, 2, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_aim_conflict_compute(support, 1, 2, opposed, 2, &count), RAPPORT_UNDEFINED);
    assert_int_equal(rapport_aim_conflict_compute(support, 2, 0, opposed, 2, &count), RAPPORT_UNDEFINED);
    assert_int_equal(rapport_aim_conflict_compute(support, 65, 2, opposed, 2, &count), RAPPORT_LIMIT);
    assert_int_equal(count, 99);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(overlap_is_the_sum_of_the_smaller_shares),
        cmocka_unit_test(aims_that_nobody_has_do_not_overlap),
        cmocka_unit_test(alignment_looks_at_every_pair),
        cmocka_unit_test(who_states_no_aims_is_left_out),
        cmocka_unit_test(alignment_of_what_is_no_weight_is_refused),
        cmocka_unit_test(transparency_is_what_is_believed_against_what_is_stated),
        cmocka_unit_test(beliefs_that_nobody_gave_are_left_out),
        cmocka_unit_test(transparency_of_what_is_no_weight_is_refused),
        cmocka_unit_test(an_aim_is_opposed_if_one_supports_and_another_opposes_it),
        cmocka_unit_test(opposition_of_what_is_no_support_is_refused),
    };
    return cmocka_run_group_tests_name("aim", tests, NULL, NULL);
}
