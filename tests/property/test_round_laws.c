/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Laws of comparisons, over seeded random rounds. The same seeds always give the same ones. */
#include "testkit.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "rapport/rapport.h"
#include "score_kit.h"

enum { SEEDS = 150, GROUPS = 3, EACH = 4, CRITERIA = GROUPS * EACH, PARTIES = 2, RATERS = 3 };

static uint64_t next(uint64_t *random) /* splitmix64 (Steele, Lea & Flood 2014) */
{
    uint64_t z = *random += UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

static uint32_t below(uint64_t *random, uint32_t end)
{
    return (uint32_t)(next(random) >> 33) % end;
}

typedef struct plan { /* a model: which of the criteria it asks, and how */
    int asks[CRITERIA];
    uint32_t weight[CRITERIA], heavy[GROUPS], power[GROUPS], together[CRITERIA];
} plan;

typedef struct page {
    char text[4096];
    size_t length;
} page;

static void put(page *to, const char *text)
{
    size_t length = strlen(text);
    assert_true(to->length + length < sizeof to->text);
    memcpy(to->text + to->length, text, length + 1);
    to->length += length;
}

static void put_number(page *to, const char *before, uint32_t number)
{
    char text[16];
    snprintf(text, sizeof text, "%u", (unsigned)number);
    put(to, before);
    put(to, text);
}

static plan draw(uint64_t *random)
{
    plan made;
    for (uint32_t i = 0; i < CRITERIA; i++) {
        made.asks[i] = i == 0 || below(random, 4) > 0;
        made.weight[i] = 1 + below(random, 9);
        made.together[i] = below(random, 3);
    }
    for (uint32_t g = 0; g < GROUPS; g++) {
        made.heavy[g] = 1 + below(random, 5);
        made.power[g] = below(random, 4);
    }
    return made;
}

/* The tree of a plan, with what `also` asks too if that is not NULL. */
static void put_tree(page *to, const plan *of, const plan *also)
{
    static const char *const powers[] = {"", "^0", "^-1", "^2"}, *const rules[] = {"", "!", "?"};
    for (uint32_t g = 0; g < GROUPS; g++) {
        int any = 0;
        for (uint32_t i = g * EACH; i < (g + 1) * EACH; i++) {
            if (!of->asks[i] || (also && !also->asks[i]))
                continue;
            if (!any++) {
                put_number(to, " g", g);
                put_number(to, ":", of->heavy[g]);
                put(to, powers[of->power[g]]);
                put(to, "(");
            }
            put_number(to, " c", i);
            put_number(to, ":", of->weight[i]);
            put(to, rules[of->together[i]]);
        }
        put(to, any ? ")" : "");
    }
}

/* What the raters say to what is asked, the parties in one order or the other. */
static void put_answers(page *to, const plan *asked, const plan *also, uint64_t seed, int backwards)
{
    for (uint32_t turn = 0; turn < PARTIES; turn++) {
        uint32_t p = backwards ? PARTIES - 1 - turn : turn;
        uint64_t random = seed + p;
        put_number(to, turn ? "; p" : "p", p);
        put(to, ":");
        for (uint32_t r = 0; r < RATERS; r++) {
            put(to, r ? " |" : "");
            for (uint32_t i = 0; i < CRITERIA; i++) {
                uint32_t how = below(&random, 20), value = below(&random, 101);
                if (!asked->asks[i] || (also && !also->asks[i]))
                    continue;
                put_number(to, " c", i);
                if (how < 17)
                    put_number(to, " ", value);
                else
                    put(to, how < 18 ? " -" : how == 18 ? " /" : " n/a");
            }
        }
    }
}

static sk open_round(const plan *model, const plan *also, uint64_t seed, int backwards, uint32_t floor)
{
    static page tree, answers;
    char settings[64];
    tree.length = answers.length = 0;
    put_tree(&tree, model, also);
    put_answers(&answers, model, also, seed, backwards);
    snprintf(settings, sizeof settings, "'anonymity_floor':%u", (unsigned)floor);
    return sk_open(tree.text, settings, answers.text, NULL);
}

static rapport_comparison *compare(const sk *older, const sk *newer)
{
    const rapport_assessment *list[] = {older->assessment, newer->assessment};
    rapport_comparison_options options = {.struct_size = sizeof options, .minimum_common = 1e-6};
    rapport_comparison *made;
    assert_ok(rapport_comparison_create(list, 2, &options, NULL, NULL, &made, NULL));
    return made;
}

static rapport_change change_of(const rapport_comparison *c, uint32_t older, uint32_t newer, uint32_t view, uint32_t node)
{
    rapport_change change = {.struct_size = sizeof change};
    assert_ok(rapport_comparison_get_change(c, older, newer, view, node, &change));
    return change;
}

static uint32_t view_at(uint32_t v)
{
    return v == PARTIES ? RAPPORT_JOINT : v;
}

static void changes_are_antisymmetric_and_nothing_changes_by_itself(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        uint64_t random = seed;
        plan model = draw(&random), other = draw(&random);
        sk a = open_round(&model, NULL, seed * 7, 0, (uint32_t)(1 + seed % 3));
        sk b = open_round(seed % 2 ? &model : &other, NULL, seed * 7 + 3, 0, (uint32_t)(1 + seed % 3));
        rapport_comparison *both = compare(&a, &b), *same = compare(&a, &a);
        for (uint32_t node = 0; node < rapport_model_count_nodes(b.model); node++)
            for (uint32_t v = 0; v <= PARTIES; v++) {
                rapport_change there = change_of(both, 0, 1, view_at(v), node), back = change_of(both, 1, 0, view_at(v), node);
                assert_true(there.delta == -back.delta && there.older == back.newer);
                assert_true(isfinite(there.delta) && isfinite(there.closure) && there.closure <= 1);
                if (there.older_status == RAPPORT_CELL_WITHHELD || there.newer_status == RAPPORT_CELL_WITHHELD)
                    assert_true(!(there.has & RAPPORT_HAS_DELTA) && there.delta == 0 && there.closure == 0);
            }
        for (uint32_t node = 0; node < rapport_model_count_nodes(a.model); node++)
            for (uint32_t v = 0; v <= PARTIES; v++)
                assert_same_bits(change_of(same, 0, 1, view_at(v), node).delta, 0);
        rapport_comparison_destroy(both);
        rapport_comparison_destroy(same);
        sk_close(&a);
        sk_close(&b);
    }
}

static void the_order_of_parties_does_not_matter(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        uint64_t random = seed;
        plan model = draw(&random), other = draw(&random);
        sk a = open_round(&other, NULL, seed, 0, 1), turned = open_round(&other, NULL, seed, 1, 1);
        sk b = open_round(&model, NULL, seed + 5, 0, 1);
        rapport_comparison *one = compare(&a, &b), *two = compare(&turned, &b);
        for (uint32_t node = 0; node < rapport_model_count_nodes(b.model); node++)
            for (uint32_t v = 0; v <= PARTIES; v++) {
                rapport_change first = change_of(one, 0, 1, view_at(v), node), second = change_of(two, 0, 1, view_at(v), node);
                assert_int_equal(first.has, second.has);
                assert_close(first.delta, second.delta, 1e-9); /* joint means are summed in the order of the parties */
            }
        rapport_comparison_destroy(one);
        rapport_comparison_destroy(two);
        sk_close(&a);
        sk_close(&turned);
        sk_close(&b);
    }
}

/* Leaving out is the same as never having asked, to the last bit. */
static void scoring_again_is_scoring_under_the_reduced_model(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        uint64_t random = seed ^ 77;
        plan older = draw(&random), newer = draw(&random);
        newer.weight[0] = older.weight[0] + 1; /* never the same model */
        sk a = open_round(&older, NULL, seed, 0, 1), b = open_round(&newer, NULL, seed + 9, 0, 1);
        sk left[2] = {open_round(&newer, &older, seed, 0, 1), open_round(&newer, &older, seed + 9, 0, 1)};
        rapport_comparison *both = compare(&a, &b);
        assert_int_equal(rapport_comparison_basis(both, NULL), RAPPORT_RESCORED);
        for (uint32_t round = 0; round < 2; round++)
            for (uint32_t node = 0; node < rapport_model_count_nodes(left[0].model); node++)
                for (uint32_t v = 0; v <= PARTIES; v++) {
                    const char *id = rapport_model_part_id(left[0].model, RAPPORT_OF_NODE, node, 0);
                    rapport_change change = change_of(both, round, round, view_at(v), *id ? sk_node(&b, id) : 0);
                    rapport_cell cell = sk_cell(&left[round], view_at(v), id);
                    assert_int_equal(change.older_status, cell.status);
                    assert_same_bits(change.older, cell.score);
                }
        rapport_comparison_destroy(both);
        for (int i = 0; i < 2; i++)
            sk_close(&left[i]);
        sk_close(&a);
        sk_close(&b);
    }
}

/* Under a floor, what is shown of a round that is scored again follows from criteria that its own report shows. */
static void scoring_again_shows_nothing_that_rests_on_what_is_withheld(void **state)
{
    (void)state;
    uint32_t withheld = 0, shown = 0;
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        uint64_t random = seed ^ 1234;
        plan older = draw(&random), newer = draw(&random);
        newer.weight[0] = older.weight[0] + 1;
        sk rounds[2] = {open_round(&older, NULL, seed, 0, 2), open_round(&newer, NULL, seed + 9, 0, 2)};
        rapport_comparison *both = compare(&rounds[0], &rounds[1]);
        for (uint32_t round = 0; round < 2; round++)
            for (uint32_t v = 0; v <= PARTIES; v++)
                for (uint32_t at = 1; at < rapport_model_count_nodes(rounds[1].model); at++) {
                    const char *id = rapport_model_part_id(rounds[1].model, RAPPORT_OF_NODE, at, 0);
                    rapport_node node = {.struct_size = sizeof node};
                    assert_ok(rapport_model_get_node(rounds[1].model, at, &node));
                    if (node.kind != RAPPORT_CRITERION || !rapport_comparison_has_node(both, at))
                        continue;
                    if (sk_cell(&rounds[round], view_at(v), id).status != RAPPORT_CELL_WITHHELD)
                        continue;
                    for (uint32_t up = at; up != RAPPORT_NONE; withheld++) {
                        assert_int_equal(change_of(both, round, round, view_at(v), up).older_status, RAPPORT_CELL_WITHHELD);
                        assert_int_equal(change_of(both, round, round, RAPPORT_JOINT, up).older_status, RAPPORT_CELL_WITHHELD);
                        assert_ok(rapport_model_get_node(rounds[1].model, up, &node));
                        up = node.parent;
                    }
                }
        for (uint32_t at = 0; at < rapport_model_count_nodes(rounds[1].model); at++)
            shown += (change_of(both, 0, 1, RAPPORT_JOINT, at).has & RAPPORT_HAS_DELTA) != 0;
        rapport_comparison_destroy(both);
        sk_close(&rounds[0]);
        sk_close(&rounds[1]);
    }
    assert_true(withheld > 100 && shown > 100); /* the law is not empty */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(changes_are_antisymmetric_and_nothing_changes_by_itself),
        cmocka_unit_test(the_order_of_parties_does_not_matter),
        cmocka_unit_test(scoring_again_is_scoring_under_the_reduced_model),
        cmocka_unit_test(scoring_again_shows_nothing_that_rests_on_what_is_withheld),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
