/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Dependence of two; trust among several. Expected numbers by hand. */
#include "measure_kit.h"

static void dependence_has_a_size_and_a_side(void **state)
{
    (void)state;
    double ours = 7, theirs = 3;
    rapport_dependence out = {.struct_size = sizeof out};
    assert_ok(rapport_dependence_compute(ours, theirs, &out));
    assert_close(out.joint, 10, 0);
    assert_int_equal(out.reserved, 0);
    assert_close(out.asymmetry, 4, 0);
    assert_ok(rapport_dependence_compute(3, 7, &out));
    assert_close(out.asymmetry, -4, 0);
    assert_ok(rapport_dependence_compute(-0.0, -0.0, &out));
    assert_same_bits(out.joint, 0);
    mk_assert_range(ours, 0, 1e300, rapport_dependence_compute(ours, theirs, &out));
    mk_assert_range(theirs, 0, 1e300, rapport_dependence_compute(ours, theirs, &out));
    mk_assert_struct(out, rapport_dependence_compute(ours, theirs, &out));
    assert_int_equal(rapport_dependence_compute(ours, theirs, NULL), RAPPORT_BAD_ARGUMENT);
}

enum { MOST = 64 };

static double trust[MOST * MOST];

/* Everybody trusts everybody with 20, nobody himself in any sense. */
static void begin(uint32_t parties)
{
    for (uint32_t i = 0; i < parties * parties; i++)
        trust[i] = 20;
    for (uint32_t p = 0; p < parties; p++)
        trust[p * parties + p] = NAN; /* the diagonal is not looked at */
}

static void tie(uint32_t parties, uint32_t a, uint32_t b, double there, double back)
{
    trust[a * parties + b] = there;
    trust[b * parties + a] = back;
}

static rapport_network network_of(uint32_t parties, uint32_t *brokers)
{
    rapport_network out = {.struct_size = sizeof out};
    assert_ok(rapport_network_compute(trust, parties, 50, brokers, brokers ? MOST : 0, &out));
    return out;
}

static void a_path_hangs_on_its_middle(void **state)
{
    (void)state;
    uint32_t brokers[MOST];
    begin(4);
    for (uint32_t p = 0; p < 3; p++)
        tie(4, p, p + 1, 80, 80);
    rapport_network found = network_of(4, brokers);
    assert_close(found.mutual, 50, 0); /* three pairs of 80, three of 20 */
    assert_close(found.weakest, 20, 0);
    assert_int_equal(found.weakest_one, 0);
    assert_int_equal(found.weakest_other, 2);
    assert_close(found.asymmetry, 0, 0);
    assert_close(found.density, 0.5, 0); /* 6 of 12 */
    assert_close(found.reciprocity, 1, 0);
    assert_close(found.centralisation, 1. / 3, MK_ALMOST); /* degrees 1 2 2 1: 2 / (3 * 2) */
    assert_int_equal(found.islands, 1);
    assert_int_equal(found.brokers, 2);
    assert_int_equal(brokers[0], 1);
    assert_int_equal(brokers[1], 2);
}

static void a_star_hangs_on_its_hub(void **state)
{
    (void)state;
    uint32_t brokers[MOST];
    begin(5);
    for (uint32_t p = 0; p < 5; p++)
        if (p != 3)
            tie(5, 3, p, 50, 90); /* 50 is a tie */
    rapport_network found = network_of(5, brokers);
    assert_close(found.centralisation, 1, 0);
    assert_int_equal(found.brokers, 1);
    assert_int_equal(brokers[0], 3);
    assert_close(found.density, 0.4, MK_ALMOST);        /* 8 of 20 */
    assert_close(found.asymmetry, 16, 100 * MK_ALMOST); /* 4 * 40 / 10 */
    assert_close(found.widest, 40, 0);
    assert_int_equal(found.widest_trusting, 0);
    assert_int_equal(found.widest_trusted, 3);
}

static void a_ring_hangs_on_nobody(void **state)
{
    (void)state;
    begin(MOST);
    for (uint32_t p = 0; p < MOST; p++)
        tie(MOST, p, (p + 1) % MOST, 90, 80);
    rapport_network found = network_of(MOST, NULL);
    assert_close(found.centralisation, 0, 0);
    assert_int_equal(found.brokers, 0);
    assert_int_equal(found.islands, 1);
    assert_close(found.density, 2. / 63, MK_ALMOST); /* 128 of 64 * 63 */
    tie(MOST, 63, 0, 20, 20);
    found = network_of(MOST, NULL); /* now a path: all but its ends */
    assert_int_equal(found.brokers, 62);
    assert_int_equal(found.islands, 1);
}

static void ties_that_are_not_returned_connect_nobody(void **state)
{
    (void)state;
    begin(3);
    tie(3, 0, 1, 90, 10);
    tie(3, 1, 2, 60, 70);
    rapport_network found = network_of(3, NULL);
    assert_close(found.density, 0.5, 0); /* 3 of 6 */
    assert_close(found.reciprocity, 2. / 3, MK_ALMOST);
    assert_int_equal(found.islands, 2);
    assert_int_equal(found.brokers, 0);
    assert_close(found.weakest, 10, 0);
    assert_int_equal(found.weakest_one, 0);
    assert_int_equal(found.weakest_other, 1);
    assert_close(found.mutual, 30, 100 * MK_ALMOST);    /* 10, 20, 60 */
    assert_close(found.asymmetry, 30, 100 * MK_ALMOST); /* 80, 0, 10 */
    assert_close(found.widest, 80, 0);
    assert_int_equal(found.widest_trusting, 0);
    assert_int_equal(found.widest_trusted, 1);
    assert_close(found.centralisation, 0.5, MK_ALMOST); /* degrees 0 1 1: 1 / (2 * 1) */
}

static void islands_are_counted_and_their_brokers_found(void **state)
{
    (void)state;
    uint32_t brokers[MOST];
    begin(7); /* 0 - 1 - 2, 3 - 4, 5, 6 */
    tie(7, 0, 1, 60, 60);
    tie(7, 1, 2, 60, 60);
    tie(7, 3, 4, 60, 60);
    rapport_network found = network_of(7, brokers);
    assert_int_equal(found.islands, 4);
    assert_int_equal(found.brokers, 1);
    assert_int_equal(brokers[0], 1);
}

static void what_does_not_exist_says_so(void **state)
{
    (void)state;
    begin(3);
    rapport_network found = network_of(3, NULL);
    assert_int_equal(found.has_reciprocity, 0);
    assert_close(found.reciprocity, 0, 0);
    assert_int_equal(found.has_centralisation, 1);
    assert_int_equal(found.islands, 3);
    tie(3, 1, 2, 40, 60); /* one tie, not returned */
    found = network_of(3, NULL);
    assert_int_equal(found.has_reciprocity, 1);
    assert_close(found.reciprocity, 0, 0);
    assert_int_equal(found.widest_trusting, 2);
    assert_int_equal(found.widest_trusted, 1);
    assert_int_equal(found.reserved, 0);
    begin(2);
    tie(2, 0, 1, 80, 60);
    found = network_of(2, NULL);
    assert_int_equal(found.has_reciprocity, 1);
    assert_int_equal(found.has_centralisation, 0);
    assert_close(found.mutual, 60, 0);
    assert_int_equal(found.widest_trusting, 0);
    assert_int_equal(found.brokers, 0);
}

static void a_list_of_brokers_is_cut_where_there_is_no_room(void **state)
{
    (void)state;
    uint32_t brokers[] = {99, 99};
    rapport_network out = {.struct_size = sizeof out};
    begin(4);
    for (uint32_t p = 0; p < 3; p++)
        tie(4, p, p + 1, 80, 80);
    assert_ok(rapport_network_compute(trust, 4, 50, brokers, 1, &out));
    assert_int_equal(out.brokers, 2);
    assert_int_equal(brokers[0], 1);
    assert_int_equal(brokers[1], 99);
    assert_ok(rapport_network_compute(trust, 4, 80.0000000001, NULL, 0, &out));
    assert_int_equal(out.islands, 1); /* the cut is 80 when rounded to 1e-9 */
}

static void networks_that_make_no_sense_are_refused(void **state)
{
    (void)state;
    double cut = 50;
    uint32_t brokers[1];
    rapport_network out = {.struct_size = sizeof out};
    begin(3);
    for (uint32_t i = 0; i < 9; i++)
        if (i % 4 != 0)
            mk_assert_range(trust[i], 0, 100, rapport_network_compute(trust, 3, cut, brokers, 1, &out));
    mk_assert_range(cut, 0, 100, rapport_network_compute(trust, 3, cut, brokers, 1, &out));
    mk_assert_struct(out, rapport_network_compute(trust, 3, cut, brokers, 1, &out));
    assert_int_equal(rapport_network_compute(NULL, 3, cut, brokers, 1, &out), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_network_compute(trust, 3, cut, NULL, 1, &out), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_network_compute(trust, 3, cut, brokers, 1, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_network_compute(trust, 1, cut, brokers, 1, &out), RAPPORT_UNDEFINED);
    assert_int_equal(rapport_network_compute(trust, 65, cut, brokers, 1, &out), RAPPORT_LIMIT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dependence_has_a_size_and_a_side),
        cmocka_unit_test(a_path_hangs_on_its_middle),
        cmocka_unit_test(a_star_hangs_on_its_hub),
        cmocka_unit_test(a_ring_hangs_on_nobody),
        cmocka_unit_test(ties_that_are_not_returned_connect_nobody),
        cmocka_unit_test(islands_are_counted_and_their_brokers_found),
        cmocka_unit_test(what_does_not_exist_says_so),
        cmocka_unit_test(a_list_of_brokers_is_cut_where_there_is_no_room),
        cmocka_unit_test(networks_that_make_no_sense_are_refused),
    };
    return cmocka_run_group_tests_name("network", tests, NULL, NULL);
}
