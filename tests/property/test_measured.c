/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Laws of the measures of an assessment, over seeded random partnerships: the order of the parties changes nothing but order,
 * and every measure is what the function over arrays says. */
#include "../measured_kit.h"

enum { ROUNDS = 300, PARTIES = 5, ITEMS = 4 };

static uint64_t seed; /* splitmix64 (Steele, Lea & Flood 2014) */

static uint64_t next(void)
{
    uint64_t z = seed += UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

static double whole(uint32_t limit)
{
    return (double)(next() % limit);
}

typedef struct world { /* all that the parties say; whole numbers, so that sums are exact */
    uint32_t parties;
    double benefits[PARTIES], burdens[PARTIES], alternatives[PARTIES], agreed[PARTIES], contributions[PARTIES], alone[PARTIES];
    double horizons[PARTIES], dependence[PARTIES], wanted[PARTIES], trust[PARTIES][PARTIES];
    double levels[PARTIES][ITEMS], importance[ITEMS], now[PARTIES][ITEMS], believed[PARTIES][PARTIES][ITEMS],
        support[PARTIES][ITEMS];
} world;

static world random_world(void)
{
    world w = {.parties = 2 + (uint32_t)(next() % (PARTIES - 1))};
    for (uint32_t i = 0; i < ITEMS; i++)
        w.importance[i] = 1 + whole(8);
    for (uint32_t p = 0; p < w.parties; p++) {
        w.benefits[p] = 1 + whole(100);
        w.burdens[p] = 1 + whole(60);
        w.alternatives[p] = whole(40);
        w.agreed[p] = 1 + whole(9);
        w.contributions[p] = 1 + whole(50);
        w.alone[p] = 1 + whole(50);
        w.horizons[p] = 1 + whole(12);
        w.dependence[p] = whole(10);
        w.wanted[p] = whole(101);
        for (uint32_t i = 0; i < ITEMS; i++) {
            w.levels[p][i] = whole(9) / 8;
            w.now[p][i] = 1 + whole(9);
            w.support[p][i] = whole(3) - 1;
            for (uint32_t q = 0; q < w.parties; q++)
                w.believed[p][q][i] = 1 + whole(9);
        }
        for (uint32_t q = 0; q < w.parties; q++)
            w.trust[p][q] = whole(101);
    }
    return w;
}

/* The world as seen in another order: party i of the assessment is order[i] of the world. */
static wk open_world(const world *w, const uint32_t *order)
{
    static const char *const names[PARTIES] = {"a", "b", "c", "d", "e"}, *const items[ITEMS] = {"k", "l", "m", "n"};
    char parties[64] = "";
    wk it;
    for (uint32_t p = 0; p < w->parties; p++)
        snprintf(parties + strlen(parties), sizeof parties - strlen(parties), "%s'%s'", p ? "," : "", names[order[p]]);
    it = wk_open_of(parties, "");
    for (uint32_t i = 0; i < ITEMS; i++) {
        assert_ok(rapport_assessment_add_skill(it.assessment, items[i], w->importance[i], NULL, NULL));
        assert_ok(rapport_ledger_add_item(it.assessment, RAPPORT_LIST_AIMS, items[i], NULL, NULL));
    }
    assert_ok(rapport_ledger_set_entry(it.assessment, RAPPORT_ENTRY_TOGETHER, 0, 0, 0, 200, NULL));
    for (uint32_t p = 0; p < w->parties; p++) {
        uint32_t at = order[p];
        assert_ok(rapport_assessment_set_amount(it.assessment, RAPPORT_BENEFITS, p, w->benefits[at], NULL));
        assert_ok(rapport_assessment_set_amount(it.assessment, RAPPORT_BURDENS, p, w->burdens[at], NULL));
        assert_ok(rapport_assessment_set_amount(it.assessment, RAPPORT_ALTERNATIVES, p, w->alternatives[at], NULL));
        assert_ok(rapport_assessment_set_amount(it.assessment, RAPPORT_AGREED_SHARES, p, w->agreed[at], NULL));
        assert_ok(rapport_ledger_set_entry(it.assessment, RAPPORT_ENTRY_CONTRIBUTION, p, 0, 0, w->contributions[at], NULL));
        assert_ok(rapport_ledger_set_entry(it.assessment, RAPPORT_ENTRY_ALONE, p, 0, 0, w->alone[at], NULL));
        assert_ok(rapport_ledger_set_entry(it.assessment, RAPPORT_ENTRY_HORIZON, p, 0, 0, w->horizons[at], NULL));
        assert_ok(rapport_ledger_set_entry(it.assessment, RAPPORT_ENTRY_DEPENDENCE, p, 0, 0, w->dependence[at], NULL));
        assert_ok(rapport_ledger_set_entry(it.assessment, RAPPORT_ENTRY_WANTED, p, 0, 0, w->wanted[at], NULL));
        for (uint32_t i = 0; i < ITEMS; i++) {
            assert_ok(rapport_assessment_set_skill(it.assessment, i, p, w->levels[at][i], NULL));
            assert_ok(rapport_ledger_set_entry(it.assessment, RAPPORT_ENTRY_AIM_NOW, p, i, 0, w->now[at][i], NULL));
            assert_ok(rapport_ledger_set_entry(it.assessment, RAPPORT_ENTRY_SUPPORT, p, i, 0, w->support[at][i], NULL));
            for (uint32_t q = 0; q < w->parties; q++)
                assert_ok(rapport_ledger_set_entry(it.assessment, RAPPORT_ENTRY_BELIEVED_NOW, p, q, i,
                                                   w->believed[at][order[q]][i], NULL));
        }
        for (uint32_t q = 0; q < w->parties; q++)
            assert_ok(rapport_ledger_set_entry(it.assessment, RAPPORT_ENTRY_TRUST, p, q, 0, w->trust[at][order[q]], NULL));
    }
    assert_ok(rapport_result_compute(it.result, it.assessment, NULL));
    return it;
}

/* The measure of parties named in the world's numbers. */
static rapport_status measure_of(const wk *it, const uint32_t *order, uint32_t parties, int32_t measure, uint32_t first,
                                 uint32_t second, double *value, int32_t *reason)
{
    uint32_t one = 0, other = 0;
    for (uint32_t p = 0; p < parties; p++) {
        one = order[p] == first ? p : one;
        other = order[p] == second ? p : other;
    }
    *value = 0;
    return rapport_measure_get(it->result, measure, one, other, value, reason);
}

static void the_order_of_the_parties_changes_nothing(void **state)
{
    (void)state;
    seed = 20260531;
    for (int round = 0; round < ROUNDS; round++) {
        world w = random_world();
        uint32_t given[PARTIES], other[PARTIES], defined = 0;
        wk a, b;
        for (uint32_t p = 0; p < w.parties; p++)
            given[p] = other[p] = p;
        for (uint32_t p = w.parties; p > 1; p--) { /* Fisher and Yates */
            uint32_t with = (uint32_t)(next() % p), held = other[p - 1];
            other[p - 1] = other[with];
            other[with] = held;
        }
        a = open_world(&w, given);
        b = open_world(&w, other);
        for (int32_t measure = RAPPORT_NET_BENEFIT; measure < RAPPORT_MEASURE_END; measure++)
            for (uint32_t cell = 0; cell < w.parties * w.parties; cell++) {
                double one, two;
                int32_t why, whys;
                uint32_t p = cell / w.parties, q = cell % w.parties;
                rapport_status status = measure_of(&a, given, w.parties, measure, p, q, &one, &why);
                assert_int_equal(measure_of(&b, other, w.parties, measure, p, q, &two, &whys), status);
                if (status == RAPPORT_BAD_ARGUMENT)
                    continue;
                assert_int_equal(why, whys);
                assert_close(one, two, 1e-10);
                defined += !status;
            }
        assert_true(defined > 40);
        assert_int_equal(rapport_pattern_count(a.result), rapport_pattern_count(b.result));
        assert_int_equal(rapport_mention_count(a.result, RAPPORT_MENTION_OPPOSED),
                         rapport_mention_count(b.result, RAPPORT_MENTION_OPPOSED));
        wk_close(&a);
        wk_close(&b);
    }
}

static void every_measure_is_what_the_function_over_arrays_says(void **state)
{
    (void)state;
    static const uint32_t order[PARTIES] = {0, 1, 2, 3, 4};
    seed = 20260601;
    for (int round = 0; round < ROUNDS; round++) {
        world w = random_world();
        double levels[PARTIES * ITEMS], trust[PARTIES * PARTIES], shares[PARTIES], ratios[PARTIES], overlap, synergy;
        rapport_equity equity = {.struct_size = sizeof equity};
        rapport_network network = {.struct_size = sizeof network};
        rapport_balance balance = {.struct_size = sizeof balance};
        wk it = open_world(&w, order);
        for (uint32_t p = 0; p < w.parties; p++) {
            memcpy(levels + p * ITEMS, w.levels[p], sizeof w.levels[p]);
            memcpy(trust + p * w.parties, w.trust[p], w.parties * sizeof *trust);
        }
        assert_ok(rapport_equity_compute(w.benefits, w.contributions, w.parties, ratios, &equity));
        assert_same_bits(wk_value(&it, RAPPORT_MEASURE_EQUITY, 0, 0), equity.index);
        assert_same_bits(wk_value(&it, RAPPORT_MEASURE_EQUITY_RATIO, 1, 0), ratios[1]);
        assert_ok(rapport_balance_compute(w.burdens, w.agreed, w.parties, &balance));
        assert_same_bits(wk_value(&it, RAPPORT_MEASURE_BURDEN_BALANCE, 0, 0), balance.balance);
        assert_ok(rapport_synergy_compute(200, w.alone, w.parties, &synergy));
        assert_same_bits(wk_value(&it, RAPPORT_MEASURE_SYNERGY, 0, 0), synergy);
        if (!rapport_skill_shapley_compute(w.importance, levels, w.parties, ITEMS, shares))
            assert_same_bits(wk_value(&it, RAPPORT_MEASURE_SKILL_SHAPLEY, 1, 0), shares[1]);
        assert_ok(rapport_aim_overlap_compute(w.believed[1][0], w.now[0], ITEMS, &overlap));
        assert_same_bits(wk_value(&it, RAPPORT_MEASURE_KNOWN_NOW, 1, 0), overlap);
        assert_ok(rapport_network_compute(trust, w.parties, 50, NULL, 0, &network));
        assert_same_bits(wk_value(&it, RAPPORT_MEASURE_MUTUAL_TRUST, 0, 0), network.mutual);
        assert_int_equal(rapport_mention_count(it.result, RAPPORT_MENTION_BROKERS), network.brokers);
        wk_close(&it);
    }
}

/* A partnership with `parties`, lists of these lengths, every section open and some entries in every table. */
static void measure_lists(uint32_t parties, const uint32_t *lengths, uint32_t entries)
{
    rapport_model *model;
    rapport_assessment *a;
    rapport_result *result;
    char id[16];
    assert_ok(rapport_model_load_builtin("own-readiness", NULL, &model, NULL));
    assert_ok(rapport_assessment_create(model, "a", "P", "2026-01-31", NULL, &a, NULL));
    for (uint32_t p = 0; p < parties; p++) {
        snprintf(id, sizeof id, "p%u", p);
        assert_ok(rapport_assessment_add_party(a, id, 1, RAPPORT_VOICE_ONE, NULL, NULL));
    }
    for (int32_t section = 1; section < RAPPORT_SECTION_END; section++)
        assert_ok(rapport_ledger_add_section(a, section, NULL));
    for (int32_t list = 1; list < RAPPORT_LIST_END; list++)
        for (uint32_t i = 0; i < lengths[list]; i++) {
            snprintf(id, sizeof id, "i%u", i);
            assert_ok(rapport_ledger_add_item(a, list, id, NULL, NULL));
        }
    for (uint32_t p = 0; p < parties; p++)
        assert_ok(rapport_assessment_set_skill(a, RAPPORT_NONE, p, 0, NULL));
    for (int32_t table = 1; table < RAPPORT_ENTRY_END; table++)
        for (uint32_t i = 0; i < entries; i++) /* most are refused for what they belong to: that is fine */
            for (uint32_t axes = 0; axes < 4; axes++) {
                uint32_t one = axes ? (uint32_t)(next() % RAPPORT_MAX_ITEMS) : 0, two = axes > 1 ? (uint32_t)(next() % 64) : 0;
                one = i % 2 ? one % 6 : one;
                two = i % 2 ? two % 6 : two;
                (void)rapport_ledger_set_entry(a, table, one, two, axes > 2 ? (uint32_t)(next() % 6) : 0, whole(2), NULL);
            }
    assert_ok(rapport_result_create(NULL, &result));
    assert_ok(rapport_result_compute(result, a, NULL));
    for (int32_t measure = 1; measure < RAPPORT_MEASURE_END; measure++) {
        double value = 0;
        int32_t reason = 0;
        rapport_status status = rapport_measure_get(result, measure, 0, 1, &value, &reason);
        assert_true(status == RAPPORT_BAD_ARGUMENT || (status == RAPPORT_OK) == (reason == RAPPORT_WHY_NONE));
        assert_true(value - value == 0);
    }
    for (int32_t mention = 1; mention < RAPPORT_MENTION_END; mention++)
        for (uint32_t i = 0; i < rapport_mention_count(result, mention); i++)
            assert_non_null(rapport_mention_id(result, mention, i));
    rapport_result_destroy(result);
    rapport_assessment_destroy(a);
    rapport_model_destroy(model);
}

static void whatever_is_listed_can_be_measured(void **state)
{
    (void)state;
    seed = 20260602;
    for (int round = 0; round < ROUNDS; round++) {
        uint32_t lengths[RAPPORT_LIST_END];
        for (int32_t list = 0; list < RAPPORT_LIST_END; list++)
            lengths[list] = (uint32_t)(next() % 7);
        measure_lists(1 + (uint32_t)(next() % 5), lengths, 40);
    }
}

static void the_longest_lists_can_be_measured(void **state)
{
    (void)state;
    uint32_t lengths[RAPPORT_LIST_END];
    seed = 20260603;
    for (int32_t list = 0; list < RAPPORT_LIST_END; list++)
        lengths[list] = RAPPORT_MAX_ITEMS;
    measure_lists(RAPPORT_MAX_PARTIES, lengths, 2000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_order_of_the_parties_changes_nothing),
        cmocka_unit_test(every_measure_is_what_the_function_over_arrays_says),
        cmocka_unit_test(whatever_is_listed_can_be_measured),
        cmocka_unit_test(the_longest_lists_can_be_measured),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
