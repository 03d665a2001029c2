/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Laws of the measures over arrays, over seeded random partnerships. */
#include "../measure_kit.h"

enum { ROUNDS = 3000, PARTIES = 6, SKILLS = 5 };

/* splitmix64 (Steele, Lea & Flood 2014). */
static uint64_t seed;

static uint64_t next(void)
{
    uint64_t z = seed += UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

static uint32_t below(uint32_t limit)
{
    return (uint32_t)(next() % limit);
}

static double unit(void)
{
    return (double)(next() >> 11) * 0x1p-53;
}

static void fill(double *values, uint32_t count, double low, double high)
{
    for (uint32_t i = 0; i < count; i++)
        values[i] = low + (high - low) * unit();
}

static int begin(void **state)
{
    (void)state;
    seed = 20260930;
    return 0;
}

static double balance_of(const double *amounts, const double *agreed, uint32_t parties)
{
    rapport_balance out = {.struct_size = sizeof out};
    assert_ok(rapport_balance_compute(amounts, agreed, parties, &out));
    return out.balance;
}

static void balance_is_1_at_the_agreed_shares(void **state)
{
    (void)state;
    double agreed[PARTIES], amounts[PARTIES];
    for (int round = 0; round < ROUNDS; round++) {
        uint32_t parties = 2 + below(PARTIES - 1);
        double scale = 1e-6 + 1e6 * unit();
        fill(agreed, parties, 0.01, 1);
        for (uint32_t p = 0; p < parties; p++)
            amounts[p] = agreed[p] * 1024;
        assert_same_bits(balance_of(agreed, agreed, parties), 1);
        assert_same_bits(balance_of(amounts, agreed, parties), 1);
        for (uint32_t p = 0; p < parties; p++)
            amounts[p] = agreed[p] * scale; /* rounded */
        assert_close(balance_of(amounts, agreed, parties), 1, 1e-15);
        for (uint32_t p = 0; p < parties; p++)
            amounts[p] = (agreed[p] = 1 + below(1000)) * 7;
        assert_same_bits(balance_of(amounts, agreed, parties), 1); /* whole numbers: every quotient is rounded alike */
    }
}

static void balance_falls_with_every_transfer_away_from_the_agreed_shares(void **state)
{
    (void)state;
    double agreed[PARTIES], amounts[PARTIES];
    for (int round = 0; round < ROUNDS; round++) {
        uint32_t parties = 2 + below(PARTIES - 1), from = below(parties), to = (from + 1 + below(parties - 1)) % parties;
        double before = 1;
        fill(agreed, parties, 0.01, 1);
        memcpy(amounts, agreed, sizeof amounts);
        for (int step = 0; step < 4; step++) {
            double part = amounts[from] * (0.001 + 0.9 * unit()), after;
            amounts[from] -= part;
            amounts[to] += part;
            after = balance_of(amounts, agreed, parties);
            assert_true(after < before && after >= 0);
            before = after;
        }
    }
}

/* What a coalition of parties covers, straight from the definition. */
static double covered(const double *importance, const double *levels, uint32_t parties, uint32_t coalition)
{
    double sum = 0, required = 0;
    for (uint32_t s = 0; s < SKILLS; s++) {
        double best = 0;
        for (uint32_t p = 0; p < parties; p++)
            if (coalition >> p & 1)
                best = levels[p * SKILLS + s] > best ? levels[p * SKILLS + s] : best;
        sum += importance[s] * best;
        required += importance[s];
    }
    return sum / required;
}

static int next_order(uint32_t *order, uint32_t count)
{
    uint32_t i = count - 1, j = count - 1, swap;
    while (i && order[i - 1] >= order[i])
        i--;
    if (!i)
        return 0;
    while (order[j] <= order[i - 1])
        j--;
    swap = order[i - 1];
    order[i - 1] = order[j];
    order[j] = swap;
    for (j = count - 1; i < j; i++, j--) {
        swap = order[i];
        order[i] = order[j];
        order[j] = swap;
    }
    return 1;
}

/* The mean of what each adds over all orders of joining (Shapley 1953). */
static void over_all_orders(const double *importance, const double *levels, uint32_t parties, double *shares)
{
    uint32_t order[PARTIES], orders = 0;
    for (uint32_t p = 0; p < parties; p++) {
        order[p] = p;
        shares[p] = 0;
    }
    do {
        uint32_t joined = 0;
        for (uint32_t i = 0; i < parties; i++) {
            double before = covered(importance, levels, parties, joined);
            joined |= 1u << order[i];
            shares[order[i]] += covered(importance, levels, parties, joined) - before;
        }
        orders++;
    } while (next_order(order, parties));
    for (uint32_t p = 0; p < parties; p++)
        shares[p] /= orders;
}

static void shapley_shares_are_those_over_all_orders_of_joining(void **state)
{
    (void)state;
    double importance[SKILLS], levels[PARTIES * SKILLS], shares[PARTIES], expected[PARTIES];
    for (int round = 0; round < 120; round++) {
        uint32_t parties = 1 + below(PARTIES);
        fill(importance, SKILLS, 0, 5);
        for (uint32_t i = 0; i < parties * SKILLS; i++)
            levels[i] = below(3) ? unit() : below(3) * 0.5; /* with ties */
        over_all_orders(importance, levels, parties, expected);
        assert_ok(rapport_skill_shapley_compute(importance, levels, parties, SKILLS, shares));
        for (uint32_t p = 0; p < parties; p++)
            assert_close(shares[p], expected[p], 1e-13);
    }
}

static void shapley_shares_add_up_to_the_coverage_of_all(void **state)
{
    (void)state;
    enum { MANY = 64 };
    double importance[SKILLS], levels[MANY * SKILLS], shares[MANY], alone[MANY];
    for (int round = 0; round < ROUNDS; round++) {
        uint32_t parties = 1 + below(MANY);
        double sum = 0;
        rapport_skill_coverage out = {.struct_size = sizeof out};
        fill(importance, SKILLS, 0, 5);
        fill(levels, parties * SKILLS, 0, 1);
        assert_ok(rapport_skill_shapley_compute(importance, levels, parties, SKILLS, shares));
        assert_ok(rapport_skill_coverage_compute(importance, levels, parties, SKILLS, alone, &out));
        for (uint32_t p = 0; p < parties; p++) {
            sum += shares[p];
            assert_true(shares[p] >= 0 && shares[p] <= alone[p] * (1 + MK_ALMOST));
            assert_true(alone[p] <= out.best_alone);
        }
        assert_close(sum, out.all, 1e-13);
        assert_same_bits(out.need, out.all - out.best_alone);
        assert_true(out.need >= 0);
    }
}

static void equal_parties_have_equal_shapley_shares_and_who_adds_nothing_none(void **state)
{
    (void)state;
    double importance[SKILLS], levels[PARTIES * SKILLS], shares[PARTIES];
    for (int round = 0; round < ROUNDS; round++) {
        fill(importance, SKILLS, 0, 5);
        fill(levels, PARTIES * SKILLS, 0, 1);
        memcpy(levels + 4 * SKILLS, levels + 1 * SKILLS, SKILLS * sizeof *levels);
        memset(levels + 2 * SKILLS, 0, SKILLS * sizeof *levels);
        assert_ok(rapport_skill_shapley_compute(importance, levels, PARTIES, SKILLS, shares));
        assert_same_bits(shares[4], shares[1]);
        assert_same_bits(shares[2], 0);
    }
}

/* Party p of the one is party order[p] of the other. */
static void shuffle(uint32_t *order, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        uint32_t at = below(i + 1);
        order[i] = order[at];
        order[at] = i;
    }
}

static void permute(double *out, const double *in, const uint32_t *order, uint32_t columns)
{
    for (uint32_t p = 0; p < PARTIES; p++)
        memcpy(out + order[p] * columns, in + p * columns, columns * sizeof *in);
}

static void permuting_parties_permutes_gain_balance_equity_and_overload(void **state)
{
    (void)state;
    double a[PARTIES], b[PARTIES], a2[PARTIES], b2[PARTIES], ratios[PARTIES], ratios2[PARTIES];
    uint32_t order[PARTIES];
    for (int round = 0; round < ROUNDS; round++) {
        rapport_gain gain = {.struct_size = sizeof gain}, gain2 = gain;
        rapport_equity equity = {.struct_size = sizeof equity}, equity2 = equity;
        rapport_overload overload = {.struct_size = sizeof overload}, overload2 = overload;
        fill(a, PARTIES, 0.01, 5);
        fill(b, PARTIES, 0.01, 5);
        shuffle(order, PARTIES);
        permute(a2, a, order, 1);
        permute(b2, b, order, 1);
        assert_close(balance_of(a2, b2, PARTIES), balance_of(a, b, PARTIES), MK_ALMOST);
        assert_ok(rapport_gain_compute(a, PARTIES, &gain));
        assert_ok(rapport_gain_compute(a2, PARTIES, &gain2));
        assert_int_equal(gain2.worst_party, order[gain.worst_party]);
        assert_close(gain2.surplus, gain.surplus, 1e-13);
        assert_close(gain2.nash, gain.nash, 1e-13);
        assert_ok(rapport_equity_compute(a, b, PARTIES, ratios, &equity));
        assert_ok(rapport_equity_compute(a2, b2, PARTIES, ratios2, &equity2));
        for (uint32_t p = 0; p < PARTIES; p++)
            assert_close(ratios2[order[p]] / ratios[p], 1, MK_ALMOST);
        assert_int_equal(equity2.lowest_party, order[equity.lowest_party]);
        assert_int_equal(equity2.highest_party, order[equity.highest_party]);
        assert_ok(rapport_overload_compute(a, b, PARTIES, &overload));
        assert_ok(rapport_overload_compute(a2, b2, PARTIES, &overload2));
        assert_int_equal(overload2.party, order[overload.party]);
        assert_int_equal(overload2.overloaded, overload.overloaded);
        assert_close(overload2.ratio / overload.ratio, 1, MK_ALMOST);
    }
}

static void permuting_parties_permutes_coverage_shapley_and_alignment(void **state)
{
    (void)state;
    double importance[SKILLS], levels[PARTIES * SKILLS], levels2[PARTIES * SKILLS], shares[PARTIES], shares2[PARTIES];
    uint32_t order[PARTIES];
    for (int round = 0; round < ROUNDS; round++) {
        rapport_skill_coverage coverage = {.struct_size = sizeof coverage}, coverage2 = coverage;
        rapport_alignment aims = {.struct_size = sizeof aims}, aims2 = aims;
        fill(importance, SKILLS, 0, 5);
        fill(levels, PARTIES * SKILLS, 0, 1);
        shuffle(order, PARTIES);
        permute(levels2, levels, order, SKILLS);
        assert_ok(rapport_skill_coverage_compute(importance, levels, PARTIES, SKILLS, NULL, &coverage));
        assert_ok(rapport_skill_coverage_compute(importance, levels2, PARTIES, SKILLS, NULL, &coverage2));
        assert_same_bits(coverage2.all, coverage.all);
        assert_same_bits(coverage2.need, coverage.need);
        assert_int_equal(coverage2.best_party, order[coverage.best_party]);
        assert_ok(rapport_skill_shapley_compute(importance, levels, PARTIES, SKILLS, shares));
        assert_ok(rapport_skill_shapley_compute(importance, levels2, PARTIES, SKILLS, shares2));
        for (uint32_t p = 0; p < PARTIES; p++)
            assert_same_bits(shares2[order[p]], shares[p]);
        assert_ok(rapport_aim_alignment_compute(levels, PARTIES, SKILLS, &aims));
        assert_ok(rapport_aim_alignment_compute(levels2, PARTIES, SKILLS, &aims2));
        assert_close(aims2.mean, aims.mean, MK_ALMOST);
        assert_same_bits(aims2.lowest, aims.lowest);
        assert_true(aims2.one == order[aims.one] ? aims2.other == order[aims.other]
                                                 : aims2.one == order[aims.other] && aims2.other == order[aims.one]);
    }
}

static void overlap_and_distance_are_two_sides_of_one_thing(void **state)
{
    (void)state;
    double p[SKILLS], q[SKILLS];
    for (int round = 0; round < ROUNDS; round++) {
        double overlap, back, smaller = 0, p_total = 0, q_total = 0;
        rapport_skill_fit fit = {.struct_size = sizeof fit};
        fill(p, SKILLS, 0, 9);
        fill(q, SKILLS, 0, 9);
        p[below(SKILLS)] = 0;
        for (int i = 0; i < SKILLS; i++) {
            p_total += p[i];
            q_total += q[i];
        }
        for (int i = 0; i < SKILLS; i++)
            smaller += p[i] / p_total < q[i] / q_total ? p[i] / p_total : q[i] / q_total;
        assert_ok(rapport_aim_overlap_compute(p, q, SKILLS, &overlap));
        assert_ok(rapport_aim_overlap_compute(q, p, SKILLS, &back));
        assert_same_bits(back, overlap);
        assert_close(overlap, smaller, MK_ALMOST);
        assert_ok(rapport_skill_fit_compute(p, q, SKILLS, 0.5, &fit));
        assert_close(fit.distance, 1 - smaller, MK_ALMOST);
        assert_close(fit.fit, 4 * fit.distance * (1 - fit.distance), MK_ALMOST);
        assert_true(fit.cosine >= 0 && fit.cosine <= 1);
    }
}

/* Parts of a graph without one party (RAPPORT_NONE: with all), by spreading labels until nothing changes. */
static uint32_t parts(const double *trust, uint32_t parties, uint32_t without)
{
    uint32_t label[10], count = 0;
    for (uint32_t p = 0; p < parties; p++)
        label[p] = p;
    for (uint32_t k = 0; k < parties; k++)
        for (uint32_t a = 0; a < parties; a++)
            for (uint32_t b = 0; b < parties; b++)
                if (a != b && a != without && b != without && trust[a * parties + b] >= 50 && trust[b * parties + a] >= 50)
                    label[a] = label[b] = label[a] < label[b] ? label[a] : label[b];
    for (uint32_t p = 0; p < parties; p++)
        count += p != without && label[p] == p;
    return count;
}

static void brokers_are_those_whose_leaving_makes_more_parts(void **state)
{
    (void)state;
    double trust[100];
    uint32_t brokers[10], found = 0;
    for (int round = 0; round < ROUNDS; round++) {
        uint32_t parties = 2 + below(9), at = 0;
        rapport_network out = {.struct_size = sizeof out};
        for (uint32_t i = 0; i < parties * parties; i++)
            trust[i] = below(100);
        assert_ok(rapport_network_compute(trust, parties, 50, brokers, 10, &out));
        assert_int_equal(out.islands, parts(trust, parties, RAPPORT_NONE));
        for (uint32_t p = 0; p < parties; p++)
            if (parts(trust, parties, p) > out.islands)
                assert_int_equal(brokers[at++], p);
        assert_int_equal(out.brokers, at);
        found += at;
    }
    assert_true(found > ROUNDS / 4); /* there were some to find */
}

static void the_scale_of_amounts_changes_nothing(void **state)
{
    (void)state;
    double a[PARTIES], b[PARTIES], scaled[PARTIES];
    for (int round = 0; round < ROUNDS; round++) {
        double overlap, overlap2;
        fill(a, PARTIES, 0, 5);
        fill(b, PARTIES, 0.01, 5);
        for (int p = 0; p < PARTIES; p++)
            scaled[p] = a[p] * 0x1p400;
        assert_same_bits(balance_of(scaled, b, PARTIES), balance_of(a, b, PARTIES));
        assert_ok(rapport_aim_overlap_compute(a, b, PARTIES, &overlap));
        assert_ok(rapport_aim_overlap_compute(scaled, b, PARTIES, &overlap2));
        assert_same_bits(overlap2, overlap);
    }
}

/* A number of any size that may go in, zeros and the smallest included. */
static double any(double low, double high)
{
    static const double sizes[] = {0, 5e-324, 1e-310, 1e-300, 1e-12, 0.3, 1, 7, 99, 100, 1e12, 1e150, 1e300};
    double value = sizes[below(sizeof sizes / sizeof *sizes)] * (low < 0 && below(2) ? -1 : 1);
    return value < low ? low : value > high ? high : value;
}

static void fill_any(double *values, uint32_t count, double low, double high)
{
    for (uint32_t i = 0; i < count; i++)
        values[i] = any(low, high);
}

/* OK with numbers in their range, or a number that does not exist. */
static void expect_numbers(rapport_status status, const double *values, uint32_t count, double low, double high)
{
    assert_true(status == RAPPORT_OK || status == RAPPORT_UNDEFINED);
    for (uint32_t i = 0; status == RAPPORT_OK && i < count; i++)
        assert_true(values[i] >= low && values[i] <= high);
}

static void no_sizes_of_amounts_make_a_nan_or_leave_the_range(void **state)
{
    (void)state;
    double a[9], b[9], c[9], many[3][3];
    for (int round = 0; round < 10 * ROUNDS; round++) {
        uint32_t parties = 2 + below(2);
        rapport_gain gain = {.struct_size = sizeof gain};
        rapport_balance balance = {.struct_size = sizeof balance};
        rapport_equity equity = {.struct_size = sizeof equity};
        rapport_overload overload = {.struct_size = sizeof overload};
        rapport_skill_fit fit = {.struct_size = sizeof fit};
        rapport_scenarios best = {.struct_size = sizeof best};
        double one = 0;
        rapport_status status;
        fill_any(a, 9, 0, 1e300);
        fill_any(b, 9, 0, 1e300);
        fill_any(c, 9, -1e300, 1e300);
        status = rapport_balance_compute(a, b, parties, &balance);
        expect_numbers(status, &balance.balance, 1, 0, 1);
        expect_numbers(status, &balance.jain, 1, 1.0 / parties, 1);
        expect_numbers(status, &balance.jain_rescaled, 1, 0, 1);
        expect_numbers(status, &balance.smallest_to_largest, 1, 0, 1);
        status = rapport_equity_compute(a, b, parties, many[0], &equity);
        expect_numbers(status, many[0], parties, 0, 1e301);
        expect_numbers(status, &equity.index, 1, 0, 1);
        expect_numbers(rapport_overload_compute(a, b, parties, &overload), &overload.ratio, 1, 0, 1e301);
        expect_numbers(rapport_gain_compute(c, parties, &gain), &gain.nash, 1, 0, 1e301);
        expect_numbers(rapport_synergy_compute(c[8], c, parties, &one), &one, 1, -1e301, 1e301);
        expect_numbers(rapport_aim_overlap_compute(a, b, 9, &one), &one, 1, 0, 1);
        status = rapport_skill_fit_compute(a, b, 9, any(0, 1), &fit);
        expect_numbers(status, &fit.distance, 1, 0, 1);
        expect_numbers(status, &fit.cosine, 1, 0, 1);
        expect_numbers(status, &fit.fit, 1, 0, 1);
        status = rapport_scenario_compute(c, b, 3, 3, many[0], many[1], many[2], &best);
        expect_numbers(status, many[0], 3, -1.0001e300, 1.0001e300);
        expect_numbers(status, many[1], 3, -1e300, 1e300);
        expect_numbers(status, many[2], 3, 0, 2e300);
        expect_numbers(rapport_boldness_compute(c[0], c[1], c[2], &one), &one, 1, -1e300, 1e300);
        expect_numbers(rapport_horizon_overlap_compute(a, parties, &one), &one, 1, 0, 1);
        expect_numbers(rapport_price_dominance_compute(a, (const int32_t[]){1, 0, 1}, 3, &one), &one, 1, 0, 1);
    }
}

static void no_importances_or_levels_make_a_nan_or_leave_the_range(void **state)
{
    (void)state;
    double importance[3], levels[9], required[3], shares[3];
    for (int round = 0; round < 10 * ROUNDS; round++) {
        rapport_skill_coverage coverage = {.struct_size = sizeof coverage};
        rapport_work work = {.struct_size = sizeof work};
        uint32_t assigned[3] = {below(3), below(3), below(3)};
        rapport_status status;
        double unique = 0;
        fill_any(importance, 3, 0, 1e300);
        fill_any(levels, 9, 0, 1);
        fill_any(required, 3, 0, 1);
        status = rapport_skill_coverage_compute(importance, levels, 3, 3, shares, &coverage);
        expect_numbers(status, shares, 3, 0, 1);
        expect_numbers(status, &coverage.all, 1, 0, 1);
        expect_numbers(status, &coverage.need, 1, 0, 1);
        expect_numbers(rapport_skill_shapley_compute(importance, levels, 3, 3, shares), shares, 3, 0, 1);
        status = rapport_skill_uniqueness_compute(importance, levels, levels + 3, 2, 3, any(0, 1), shares, &unique);
        expect_numbers(status, &unique, 1, 0, 1);
        expect_numbers(status, shares, 3, 0, 1);
        status = rapport_work_compute(importance, required, assigned, levels, 3, 3, NULL, 0, &work);
        expect_numbers(status, &work.beyond_share, 1, 0, 1);
        expect_numbers(status, &work.focus, 1, 0, 1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(balance_is_1_at_the_agreed_shares, begin),
        cmocka_unit_test_setup(balance_falls_with_every_transfer_away_from_the_agreed_shares, begin),
        cmocka_unit_test_setup(shapley_shares_are_those_over_all_orders_of_joining, begin),
        cmocka_unit_test_setup(shapley_shares_add_up_to_the_coverage_of_all, begin),
        cmocka_unit_test_setup(equal_parties_have_equal_shapley_shares_and_who_adds_nothing_none, begin),
        cmocka_unit_test_setup(permuting_parties_permutes_gain_balance_equity_and_overload, begin),
        cmocka_unit_test_setup(permuting_parties_permutes_coverage_shapley_and_alignment, begin),
        cmocka_unit_test_setup(overlap_and_distance_are_two_sides_of_one_thing, begin),
        cmocka_unit_test_setup(brokers_are_those_whose_leaving_makes_more_parts, begin),
        cmocka_unit_test_setup(the_scale_of_amounts_changes_nothing, begin),
        cmocka_unit_test_setup(no_sizes_of_amounts_make_a_nan_or_leave_the_range, begin),
        cmocka_unit_test_setup(no_importances_or_levels_make_a_nan_or_leave_the_range, begin),
    };
    return cmocka_run_group_tests_name("measures", tests, NULL, NULL);
}
