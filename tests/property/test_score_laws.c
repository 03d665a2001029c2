/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Laws that hold for every tree, over seeded random ones. The same seeds always give the same trees. */
#include "testkit.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "rapport/draft.h"
#include "rapport/gap.h"

enum { SEEDS = 400, MOST_NODES = 32, MOST_PARTIES = 4, MOST_RATERS = 3 };

/* ---------------------------------------------------------------- random partnerships */

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

static double fraction(uint64_t *random)
{
    return ldexp((double)(next(random) >> 11), -53);
}

typedef struct plan_node {
    uint32_t parent, depth;
    int32_t group, together, informational;
    double weight, power;
} plan_node;

typedef struct plan_answer {
    int32_t state;
    double value;
} plan_answer;

typedef struct plan { /* node 0 is the root */
    uint32_t count, parties, raters[MOST_PARTIES], rank[MOST_NODES], party_order[MOST_PARTIES];
    plan_node nodes[MOST_NODES];
    double party_weights[MOST_PARTIES];
    plan_answer answers[MOST_PARTIES][MOST_RATERS][MOST_NODES];
    int smooth; /* weighted means, minima and maxima alone: monotone to the last bit */
} plan;

static double random_weight(uint64_t *random)
{
    switch (below(random, 4)) {
    case 0:
        return 1 + below(random, 20);
    case 1:
        return 0.01 + 10 * fraction(random);
    case 2:
        return pow(10, 12 * fraction(random) - 6);
    default:
        return 1;
    }
}

static double random_value(uint64_t *random)
{
    switch (below(random, 5)) {
    case 0:
        return 100. * below(random, 2);
    case 1:
        return 2 * fraction(random); /* around the floor */
    case 2:
        return 25. * below(random, 5);
    default:
        return 100 * fraction(random);
    }
}

static void plan_tree(plan *it, uint64_t *random)
{
    static const double powers[] = {1, 1, 1, 0, -1, 2, 0.5, -0.5, 3, -4.5, 0.01, -0.01, 100, -100, -HUGE_VAL, HUGE_VAL};
    uint32_t groups[MOST_NODES] = {0}, group_count = 1;
    int32_t children[MOST_NODES] = {0};
    it->nodes[0] = (plan_node){.group = 1, .power = powers[below(random, it->smooth ? 3 : 16)]};
    it->count = 6 + below(random, MOST_NODES - 6);
    for (uint32_t i = 1; i < it->count; i++) {
        plan_node *node = &it->nodes[i];
        uint32_t parent = groups[below(random, group_count)];
        *node = (plan_node){.parent = parent, .depth = it->nodes[parent].depth + 1, .weight = random_weight(random)};
        node->group = i + 4 < it->count && below(random, 3) == 0;
        node->together = (int32_t[]){RAPPORT_MEAN, RAPPORT_MIN, RAPPORT_MAX}[below(random, 3)];
        node->power = powers[below(random, it->smooth ? 3 : 16)];
        if (it->smooth && node->power == 1 && below(random, 4) == 0)
            node->power = powers[14 + below(random, 2)];
        if (children[parent]++ && below(random, 8) == 0) { /* the first child always counts */
            node->informational = (int32_t)below(random, 2);
            node->weight = node->informational ? node->weight : 0;
        }
        if (node->group)
            groups[group_count++] = i;
    }
    for (uint32_t i = 0; i < it->count; i++) /* no group without a child */
        it->nodes[i].group = i == 0 || children[i] > 0;
}

static plan make_plan(uint32_t seed, uint32_t parties)
{
    uint64_t state = seed, *random = &state;
    plan it = {.smooth = seed % 2 == 0};
    plan_tree(&it, random);
    it.parties = parties ? parties : 1 + below(random, MOST_PARTIES);
    for (uint32_t i = 0; i < it.count; i++)
        it.rank[i] = i;
    for (uint32_t p = 0; p < it.parties; p++) {
        it.party_order[p] = p;
        it.party_weights[p] = parties == 1 ? 1 : random_weight(random);
        it.raters[p] = 1 + below(random, MOST_RATERS);
        for (uint32_t r = 0; r < it.raters[p]; r++) {
            for (uint32_t n = 0; n < it.count; n++) {
                static const int32_t states[] = {RAPPORT_UNANSWERED, RAPPORT_DONT_KNOW, RAPPORT_DECLINED,
                                                 RAPPORT_NOT_APPLICABLE};
                int answered = below(random, 3) > 0;
                it.answers[p][r][n] =
                    (plan_answer){answered ? RAPPORT_ANSWERED : states[below(random, 4)], random_value(random)};
            }
        }
    }
    return it;
}

/* ---------------------------------------------------------------- from plans to results */

typedef struct trial {
    rapport_model *model;
    rapport_assessment *assessment;
    rapport_result *result;
    uint32_t place[MOST_NODES];    /* of a planned node in the model */
    uint32_t party[MOST_PARTIES];  /* of a planned party */
} trial;

/* Nodes are added level by level, by rank within a level: another rank is another order of siblings. */
static void build_model(const plan *it, trial *made)
{
    static const double knots[] = {0, 64, 96, 100}; /* an answer is worth itself, to the last bit */
    rapport_draft *draft;
    uint32_t drafted[MOST_NODES] = {0}, scale, done = 1;
    char id[16];
    assert_ok(rapport_draft_create("m", "1", NULL, &draft, NULL));
    assert_ok(rapport_draft_add_points(draft, "n", knots, knots, 4, &scale, NULL));
    assert_ok(rapport_draft_set_power(draft, RAPPORT_ROOT, it->nodes[0].power, NULL));
    for (uint32_t depth = 1; done < it->count; depth++) {
        for (uint32_t k = 0; k < it->count; k++) {
            uint32_t i = it->rank[k];
            const plan_node *node = &it->nodes[i];
            if (i == 0 || node->depth != depth)
                continue;
            snprintf(id, sizeof id, "n%u", (unsigned)i);
            if (node->group) {
                assert_ok(rapport_draft_add_group(draft, drafted[node->parent], id, node->weight, &drafted[i], NULL));
                assert_ok(rapport_draft_set_power(draft, drafted[i], node->power, NULL));
            } else {
                assert_ok(
                    rapport_draft_add_criterion(draft, drafted[node->parent], id, node->weight, scale, &drafted[i], NULL));
                assert_ok(rapport_draft_set_together(draft, drafted[i], node->together, NULL));
            }
            assert_ok(rapport_draft_set_informational(draft, drafted[i], node->informational, NULL));
            done++;
        }
    }
    assert_ok(rapport_draft_add_band(draft, "all", 0, NULL, NULL));
    assert_ok(rapport_draft_build(draft, &made->model, NULL));
    rapport_draft_destroy(draft);
    made->place[0] = RAPPORT_ROOT;
    for (uint32_t i = 1; i < it->count; i++) {
        snprintf(id, sizeof id, "n%u", (unsigned)i);
        made->place[i] = rapport_model_find(made->model, id);
    }
}

static void fill_assessment(const plan *it, trial *made)
{
    char id[16];
    assert_ok(rapport_assessment_create(made->model, "a", "P", "2026-01-31", NULL, &made->assessment, NULL));
    for (uint32_t k = 0; k < it->parties; k++) {
        uint32_t p = it->party_order[k];
        snprintf(id, sizeof id, "p%u", (unsigned)p);
        assert_ok(rapport_assessment_add_party(made->assessment, id, it->party_weights[p], RAPPORT_VOICE_RATERS,
                                               &made->party[p], NULL));
        for (uint32_t r = 0; r < it->raters[p]; r++) {
            uint32_t rater;
            snprintf(id, sizeof id, "r%u", (unsigned)r);
            assert_ok(rapport_assessment_add_rater(made->assessment, made->party[p], id, 1 + r, &rater, NULL));
            for (uint32_t n = 1; n < it->count; n++) {
                const plan_answer *answer = &it->answers[p][r][n];
                if (it->nodes[n].group)
                    continue;
                assert_ok(answer->state == RAPPORT_ANSWERED
                              ? rapport_assessment_set_number(made->assessment, rater, made->place[n], answer->value, NULL)
                              : rapport_assessment_set_state(made->assessment, rater, made->place[n], answer->state, NULL));
            }
        }
    }
}

static trial try_plan(const plan *it)
{
    trial made = {0};
    build_model(it, &made);
    fill_assessment(it, &made);
    assert_ok(rapport_result_create(NULL, &made.result));
    assert_ok(rapport_result_compute(made.result, made.assessment, NULL));
    return made;
}

static void end(trial *made)
{
    rapport_result_destroy(made->result);
    rapport_assessment_destroy(made->assessment);
    rapport_model_destroy(made->model);
}

/* The cell of a planned node in the view of a planned party; p = parties is the joint one. */
static rapport_cell cell_of(const plan *it, const trial *made, uint32_t p, uint32_t node)
{
    rapport_cell cell = {.struct_size = sizeof cell};
    assert_ok(
        rapport_result_get_cell(made->result, p < it->parties ? made->party[p] : RAPPORT_JOINT, made->place[node], &cell));
    return cell;
}

static int has_score(const rapport_cell *cell)
{
    return cell->status == RAPPORT_CELL_OK || cell->status == RAPPORT_CELL_INCOMPLETE;
}

enum { EXACT = 1, CLOSE = 0 };

static void expect_number(double actual, double expected, int exact)
{
    if (exact)
        assert_same_bits(actual, expected);
    else
        assert_close(actual, expected, 1e-10); /* (n + 3) 2^-53 of 100 a level, ten times over for powers */
}

static void expect_same_cell(const rapport_cell *actual, const rapport_cell *expected, int exact)
{
    assert_int_equal(actual->status, expected->status);
    assert_int_equal(actual->raters, expected->raters);
    expect_number(actual->score, expected->score, exact);
    expect_number(actual->coverage, expected->coverage, exact);
    expect_number(actual->lower, expected->lower, exact);
    expect_number(actual->upper, expected->upper, exact);
}

/* All views and the joint one of two trials of the same nodes and parties. */
static void expect_same(const plan *it, const trial *actual, const trial *expected, int views, int joint)
{
    for (uint32_t p = 0; p <= it->parties; p++) {
        for (uint32_t n = 0; n < it->count; n++) {
            rapport_cell one = cell_of(it, actual, p, n), other = cell_of(it, expected, p, n);
            expect_same_cell(&one, &other, p < it->parties ? views : joint);
        }
    }
}

static double contribution_of(const trial *made, uint32_t node)
{
    rapport_finding finding = {.struct_size = sizeof finding};
    assert_ok(rapport_result_get_finding(made->result, made->place[node], &finding));
    return finding.contribution;
}

/* ---------------------------------------------------------------- the laws */

/* Scales the weights of the children of one group. */
static plan scaled(const plan *it, uint32_t group, double factor)
{
    plan other = *it;
    for (uint32_t n = 1; n < it->count; n++)
        if (it->nodes[n].parent == group)
            other.nodes[n].weight *= factor;
    return other;
}

static void scaling_siblings_weights_changes_nothing(void **state)
{
    (void)state;
    for (uint32_t seed = 0; seed < SEEDS; seed++) {
        static const double factors[] = {2, 0.25, 1024, 3, 0.1, 1234.5};
        plan it = make_plan(seed, 0), other;
        trial one = try_plan(&it), two;
        uint32_t group = 0, f = seed % 6;
        for (uint32_t n = 0; n < it.count; n++)
            group = it.nodes[n].group && (seed >> 3) % 3 == n % 3 ? n : group;
        other = scaled(&it, group, factors[f]);
        two = try_plan(&other);
        expect_same(&it, &two, &one, f < 3, f < 3); /* powers of two shift every sum by whole bits */
        for (uint32_t n = 1; n < it.count; n++)
            expect_number(contribution_of(&two, n), contribution_of(&one, n), f < 3);
        end(&one);
        end(&two);
    }
}

static void raising_a_value_never_lowers_a_score(void **state)
{
    (void)state;
    for (uint32_t seed = 0; seed < SEEDS; seed++) {
        uint64_t random = seed + 1000;
        plan it = make_plan(seed, 0), other = it;
        double slack = it.smooth ? 0 : 1e-11; /* rounding of powers */
        trial one, two;
        for (int tries = 0; tries < 3; tries++) {
            uint32_t p = below(&random, it.parties), r = below(&random, it.raters[p]), n = below(&random, it.count);
            plan_answer *answer = &other.answers[p][r][n];
            answer->value += (100 - answer->value) * (tries == 1 ? 1e-9 : fraction(&random));
        }
        one = try_plan(&it);
        two = try_plan(&other);
        for (uint32_t p = 0; p <= it.parties; p++) {
            for (uint32_t n = 0; n < it.count; n++) {
                rapport_cell before = cell_of(&it, &one, p, n), after = cell_of(&it, &two, p, n);
                assert_true(after.score >= before.score - slack);
                assert_true(after.lower >= before.lower - slack);
                assert_true(after.upper >= before.upper - slack);
                assert_same_bits(after.coverage, before.coverage);
            }
        }
        end(&one);
        end(&two);
    }
}

static void reordering_nodes_changes_nothing_but_order(void **state)
{
    (void)state;
    for (uint32_t seed = 0; seed < SEEDS; seed++) {
        uint64_t random = seed + 2000;
        plan it = make_plan(seed, 0), other = it;
        trial one = try_plan(&it), two;
        for (uint32_t i = it.count - 1; i > 0; i--) { /* Fisher and Yates */
            uint32_t j = below(&random, i + 1), swap = other.rank[i];
            other.rank[i] = other.rank[j];
            other.rank[j] = swap;
        }
        two = try_plan(&other);
        expect_same(&it, &two, &one, CLOSE, CLOSE);
        for (uint32_t n = 1; n < it.count; n++)
            expect_number(contribution_of(&two, n), contribution_of(&one, n), CLOSE);
        end(&one);
        end(&two);
    }
}

/* Everybody who did not know, declined or did not react answers wherever the criterion is missing in the party's view. */
static plan completed(const plan *it, const trial *made, uint64_t *random, uint32_t how)
{
    plan other = *it;
    for (uint32_t p = 0; p < it->parties; p++) {
        for (uint32_t n = 1; n < it->count; n++) {
            if (it->nodes[n].group || cell_of(it, made, p, n).status != RAPPORT_CELL_MISSING)
                continue;
            for (uint32_t r = 0; r < it->raters[p]; r++)
                other.answers[p][r][n] = (plan_answer){RAPPORT_ANSWERED, how < 2 ? 100. * how : random_value(random)};
        }
    }
    return other;
}

static void bounds_contain_the_score_and_the_score_of_every_completion(void **state)
{
    (void)state;
    for (uint32_t seed = 0; seed < SEEDS; seed++) {
        uint64_t random = seed + 3000;
        plan it = make_plan(seed, 0);
        trial one = try_plan(&it);
        for (uint32_t how = 0; how < 4; how++) {
            plan other = completed(&it, &one, &random, how);
            trial two = try_plan(&other);
            for (uint32_t p = 0; p <= it.parties; p++) {
                for (uint32_t n = 0; n < it.count; n++) {
                    rapport_cell before = cell_of(&it, &one, p, n), after = cell_of(&it, &two, p, n);
                    if (has_score(&before))
                        assert_true(before.lower <= before.score && before.score <= before.upper);
                    if (before.status == RAPPORT_CELL_NOT_APPLICABLE)
                        continue;
                    assert_int_equal(after.status, RAPPORT_CELL_OK);
                    assert_true(after.score >= before.lower - 1e-10 && after.score <= before.upper + 1e-10);
                }
            }
            end(&two);
        }
        end(&one);
    }
}

static void contributions_add_up(void **state)
{
    (void)state;
    for (uint32_t seed = 0; seed < SEEDS; seed++) {
        plan it = make_plan(seed, 0);
        trial one = try_plan(&it);
        rapport_cell root = cell_of(&it, &one, it.parties, 0);
        double below_group[MOST_NODES] = {0}, sum = 0;
        for (uint32_t n = it.count - 1; n > 0; n--) {
            double contribution = contribution_of(&one, n);
            sum += it.nodes[n].group ? 0 : contribution;
            if (it.nodes[n].group)
                assert_close(contribution, below_group[n], 1e-10);
            below_group[it.nodes[n].parent] += contribution;
        }
        assert_close(sum, root.score, 1e-10); /* 0 without a score */
        end(&one);
    }
}

static void permuting_parties_permutes_the_results(void **state)
{
    (void)state;
    for (uint32_t seed = 0; seed < SEEDS; seed++) {
        plan it = make_plan(seed, 2 + seed % 3), other = it;
        trial one = try_plan(&it), two;
        for (uint32_t k = 0; k < it.parties; k++)
            other.party_order[k] = (k + 1 + seed % 2) % it.parties;
        two = try_plan(&other);
        expect_same(&it, &two, &one, EXACT, CLOSE); /* the joint sums run in another order */
        end(&one);
        end(&two);
    }
}

static void party_weights_are_relative(void **state)
{
    (void)state;
    for (uint32_t seed = 0; seed < SEEDS; seed++) {
        plan it = make_plan(seed, seed % 2 ? 1 : 0), other = it;
        trial one = try_plan(&it), two;
        for (uint32_t p = 0; p < it.parties; p++)
            other.party_weights[p] *= 3;
        two = try_plan(&other);
        expect_same(&it, &two, &one, EXACT, CLOSE);
        end(&one);
        end(&two);
    }
}

static void one_partys_view_is_the_joint_view(void **state)
{
    (void)state;
    for (uint32_t seed = 0; seed < SEEDS; seed++) {
        plan it = make_plan(seed, 1); /* its weight is 1: nothing is rounded on the way */
        trial one = try_plan(&it);
        for (uint32_t n = 0; n < it.count; n++) {
            rapport_cell view = cell_of(&it, &one, 0, n), joint = cell_of(&it, &one, 1, n);
            joint.raters = view.raters; /* which the joint view does not count */
            expect_same_cell(&joint, &view, EXACT);
        }
        end(&one);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(scaling_siblings_weights_changes_nothing),
        cmocka_unit_test(raising_a_value_never_lowers_a_score),
        cmocka_unit_test(reordering_nodes_changes_nothing_but_order),
        cmocka_unit_test(bounds_contain_the_score_and_the_score_of_every_completion),
        cmocka_unit_test(contributions_add_up),
        cmocka_unit_test(permuting_parties_permutes_the_results),
        cmocka_unit_test(party_weights_are_relative),
        cmocka_unit_test(one_partys_view_is_the_joint_view),
    };
    return cmocka_run_group_tests_name("score laws", tests, NULL, NULL);
}
