/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Laws of agreement within a party, of the four views and of stated importance, over seeded random assessments. */
#include "../measure_kit.h"

#include <stdbool.h>
#include <stdio.h>

enum { ROUNDS = 400, MOST_RATERS = 6, CRITERIA = 6, GROUPS = 2, PARTIES = 2, LEVELS = 5, ASPECTS = 3 };

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

static int begin(void **state)
{
    (void)state;
    seed = 20261121;
    return 0;
}

/* What is said: 0 nothing, else a level. Party 0 has the first `split` raters. */
typedef struct story {
    uint32_t raters, split;
    uint32_t answers[MOST_RATERS][CRITERIA], about[MOST_RATERS][PARTIES][CRITERIA], predicts[MOST_RATERS][CRITERIA];
    double importance[PARTIES][CRITERIA];
} story;

static story tell(void)
{
    story s = {.raters = 2 + below(MOST_RATERS - 1)};
    s.split = 1 + below(s.raters - 1);
    for (uint32_t r = 0; r < MOST_RATERS; r++)
        for (uint32_t c = 0; c < CRITERIA; c++) {
            s.answers[r][c] = below(LEVELS + 1);
            s.predicts[r][c] = below(LEVELS + 1);
            for (uint32_t p = 0; p < PARTIES; p++)
                s.about[r][p][c] = below(LEVELS + 1);
        }
    for (uint32_t p = 0; p < PARTIES; p++)
        for (uint32_t c = 0; c < CRITERIA; c++)
            s.importance[p][c] = 1 + below(9);
    return s;
}

static rapport_model *model;
static uint32_t nodes[CRITERIA];

static int make_model(void **state)
{
    rapport_draft *draft;
    uint32_t scale;
    char id[16];
    (void)state;
    assert_ok(rapport_draft_create("m", "1", NULL, &draft, NULL));
    assert_ok(rapport_draft_add_levels(draft, "five", LEVELS, 0, &scale, NULL));
    assert_ok(rapport_draft_add_band(draft, "b", 0, NULL, NULL));
    for (uint32_t g = 0; g < GROUPS; g++) {
        uint32_t group;
        snprintf(id, sizeof id, "g%u", (unsigned)g);
        assert_ok(rapport_draft_add_group(draft, RAPPORT_ROOT, id, g + 1, &group, NULL));
        for (uint32_t i = 0; i < CRITERIA / GROUPS; i++) {
            snprintf(id, sizeof id, "c%u", (unsigned)(g * CRITERIA / GROUPS + i));
            assert_ok(rapport_draft_add_criterion(draft, group, id, i + 1, scale, NULL, NULL));
        }
    }
    assert_ok(rapport_draft_build(draft, &model, NULL));
    rapport_draft_destroy(draft);
    for (uint32_t c = 0; c < CRITERIA; c++) {
        snprintf(id, sizeof id, "c%u", (unsigned)c);
        nodes[c] = rapport_model_find(model, id);
    }
    return 0;
}

static int drop_model(void **state)
{
    (void)state;
    rapport_model_destroy(model);
    return 0;
}

typedef struct world {
    rapport_assessment *assessment;
    rapport_result *result;
} world;

static void give(world *w, uint32_t rater, int32_t kind, uint32_t party, const uint32_t *levels)
{
    for (uint32_t c = 0; c < CRITERIA; c++)
        if (levels[c] && kind)
            assert_ok(
                rapport_assessment_set_opinion(w->assessment, rater, kind, party, nodes[c], RAPPORT_ANSWERED, levels[c], NULL));
        else if (levels[c])
            assert_ok(rapport_assessment_set_level(w->assessment, rater, nodes[c], levels[c], NULL));
}

/* order[i] is the rater of the story that is added as the i-th; parties change places if `turned`. */
static world make(const story *s, const uint32_t *order, bool turned, uint32_t floor)
{
    world w;
    assert_ok(rapport_assessment_create(model, "a", "P", "2026-01-31", NULL, &w.assessment, NULL));
    assert_ok(rapport_assessment_set_anonymity_floor(w.assessment, floor, NULL));
    assert_ok(rapport_assessment_add_party(w.assessment, turned ? "b" : "a", 1, RAPPORT_VOICE_RATERS, NULL, NULL));
    assert_ok(rapport_assessment_add_party(w.assessment, turned ? "a" : "b", 1, RAPPORT_VOICE_RATERS, NULL, NULL));
    for (uint32_t i = 0; i < s->raters; i++) {
        uint32_t from = order ? order[i] : i, party = (from >= s->split) != turned, rater;
        char id[16];
        snprintf(id, sizeof id, "r%u", (unsigned)i);
        assert_ok(rapport_assessment_add_rater(w.assessment, party, id, 1, &rater, NULL));
        give(&w, rater, 0, 0, s->answers[from]);
        give(&w, rater, RAPPORT_PREDICTS, 1 - party, s->predicts[from]);
        for (uint32_t p = 0; p < PARTIES; p++)
            give(&w, rater, RAPPORT_ABOUT, turned ? 1 - p : p, s->about[from][p]);
    }
    for (uint32_t p = 0; p < PARTIES; p++)
        for (uint32_t c = 0; c < CRITERIA; c++)
            assert_ok(rapport_assessment_set_importance(w.assessment, turned ? 1 - p : p, nodes[c], s->importance[p][c], NULL));
    assert_ok(rapport_result_create(NULL, &w.result));
    assert_ok(rapport_result_compute(w.result, w.assessment, NULL));
    return w;
}

static void drop(world *w)
{
    rapport_result_destroy(w->result);
    rapport_assessment_destroy(w->assessment);
}

static const int32_t of_criteria[] = {RAPPORT_RWG, RAPPORT_AWG, RAPPORT_AD, 0};
static const int32_t of_groups[] = {RAPPORT_RWGJ, RAPPORT_ICC1, RAPPORT_ICC1K, RAPPORT_KRIPPENDORFF, RAPPORT_CRONBACH, 0};

static rapport_consensus consensus(const world *w, uint32_t party, uint32_t node, int32_t index)
{
    rapport_consensus out = {.struct_size = sizeof out};
    assert_ok(rapport_result_get_consensus(w->result, party, node, index, &out));
    return out;
}

static rapport_perspective perspective(const world *w, int32_t aspect, uint32_t of, uint32_t node)
{
    rapport_perspective out = {.struct_size = sizeof out};
    assert_ok(rapport_result_get_perspective(w->result, aspect, of, 1 - of, node, &out));
    return out;
}

/* The table of a party's points over some criteria, and an index of it. */
static rapport_agreement over_table(const story *s, uint32_t party, uint32_t first, uint32_t count, int32_t index)
{
    double values[MOST_RATERS * CRITERIA] = {0};
    uint8_t present[MOST_RATERS * CRITERIA] = {0};
    uint32_t rows = 0, from = party ? s->split : 0, end = party ? s->raters : s->split;
    rapport_agreement_options options = {
        .struct_size = sizeof options, .options = LEVELS, .highest = 100, .metric = RAPPORT_INTERVAL};
    rapport_agreement out = {.struct_size = sizeof out};
    bool items = index == RAPPORT_CRONBACH;
    for (uint32_t r = from; r < end; r++, rows++)
        for (uint32_t c = 0; c < count; c++) {
            values[rows * count + c] = 25.0 * (s->answers[r][first + c] - 1.0);
            present[rows * count + c] = s->answers[r][first + c] > 0;
        }
    if (items) { /* rows are items there */
        options.rater_stride = 1;
        options.unit_stride = count;
    }
    assert_ok(rapport_agreement_compute(index, values, present, items ? count : rows, items ? rows : count, &options, NULL,
                                        &out, NULL));
    return out;
}

static void expect_same(const rapport_consensus *found, const rapport_agreement *table)
{
    assert_int_equal(found->has_value, table->has_value);
    if (found->has_value)
        assert_close(found->value, table->value, 1e-11 * (1 + fabs(table->value)));
}

static void indices_are_those_of_the_raters_table(void **state)
{
    (void)state;
    uint32_t values = 0;
    for (int round = 0; round < ROUNDS; round++) {
        story s = tell();
        world w = make(&s, NULL, false, 1);
        for (uint32_t p = 0; p < PARTIES; p++) {
            for (uint32_t c = 0; c < CRITERIA; c++)
                for (uint32_t i = 0; of_criteria[i]; i++) {
                    rapport_consensus found = consensus(&w, p, nodes[c], of_criteria[i]);
                    rapport_agreement table = over_table(&s, p, c, 1, of_criteria[i]);
                    expect_same(&found, &table);
                    values += (uint32_t)found.has_value;
                }
            for (uint32_t i = 0; of_groups[i]; i++) {
                rapport_consensus found = consensus(&w, p, RAPPORT_ROOT, of_groups[i]);
                rapport_agreement table = over_table(&s, p, 0, CRITERIA, of_groups[i]);
                expect_same(&found, &table);
                found = consensus(&w, p, 1, of_groups[i]);
                table = over_table(&s, p, 0, CRITERIA / GROUPS, of_groups[i]);
                expect_same(&found, &table);
                values += (uint32_t)found.has_value;
            }
        }
        drop(&w);
    }
    assert_true(values > ROUNDS * 10);
}

static void relabelling_raters_changes_nothing(void **state)
{
    (void)state;
    for (int round = 0; round < ROUNDS; round++) {
        story s = tell();
        uint32_t order[MOST_RATERS];
        world a = make(&s, NULL, false, 1), b;
        for (uint32_t i = 0; i < s.raters; i++)
            order[i] = i;
        for (uint32_t i = s.raters; i-- > 1;) {
            uint32_t j = below(i + 1), kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
        b = make(&s, order, false, 1);
        for (uint32_t p = 0; p < PARTIES; p++)
            for (uint32_t i = 0; of_groups[i]; i++) {
                rapport_consensus x = consensus(&a, p, 0, of_groups[i]), y = consensus(&b, p, 0, of_groups[i]);
                assert_int_equal(x.reason, y.reason);
                assert_close(x.value, y.value, 1e-11 * (1 + fabs(x.value)));
            }
        for (uint32_t p = 0; p < PARTIES; p++)
            for (int32_t aspect = 1; aspect <= ASPECTS; aspect++)
                assert_close(perspective(&a, aspect, p, 0).value, perspective(&b, aspect, p, 0).value, 1e-11);
        drop(&a);
        drop(&b);
    }
}

static void permuting_the_parties_permutes_the_results(void **state)
{
    (void)state;
    for (int round = 0; round < ROUNDS; round++) {
        story s = tell();
        world a = make(&s, NULL, false, 1), b = make(&s, NULL, true, 1);
        for (uint32_t node = 0; node < rapport_model_count_nodes(model); node++)
            for (uint32_t p = 0; p < PARTIES; p++) {
                double x = 0, y = 0;
                for (int32_t aspect = 1; aspect <= ASPECTS; aspect++) {
                    rapport_perspective one = perspective(&a, aspect, p, node), other = perspective(&b, aspect, 1 - p, node);
                    assert_int_equal(one.reason, other.reason);
                    assert_int_equal(one.criteria, other.criteria);
                    assert_same_bits(one.value, other.value);
                    assert_same_bits(one.bias, other.bias);
                }
                assert_ok(rapport_result_get_importance(a.result, p, node, &x));
                assert_ok(rapport_result_get_importance(b.result, 1 - p, node, &y));
                assert_same_bits(x, y);
            }
        drop(&a);
        drop(&b);
    }
}

static void a_perfect_prediction_is_fully_accurate(void **state)
{
    (void)state;
    for (int round = 0; round < ROUNDS; round++) {
        story s = tell();
        world w;
        rapport_perspective found;
        for (uint32_t r = 0; r < s.raters; r++) /* one rater each answers; all others predict that */
            for (uint32_t c = 0; c < CRITERIA; c++) {
                s.answers[r][c] = r == 0 || r == s.split ? s.answers[r][c] : 0;
                s.predicts[r][c] = s.answers[r < s.split ? s.split : 0][c];
            }
        w = make(&s, NULL, false, 1);
        for (uint32_t p = 0; p < PARTIES; p++)
            for (uint32_t node = 0; node < rapport_model_count_nodes(model); node++) {
                found = perspective(&w, RAPPORT_UNDERSTANDING, p, node);
                assert_same_bits(found.value, found.has_value ? 1 : 0);
                assert_same_bits(found.bias, 0);
            }
        drop(&w);
    }
}

static void understanding_lies_in_0_to_1_and_bias_is_no_larger_than_its_error(void **state)
{
    (void)state;
    for (int round = 0; round < ROUNDS; round++) {
        story s = tell();
        world w = make(&s, NULL, false, 1);
        for (uint32_t p = 0; p < PARTIES; p++) {
            rapport_perspective found = perspective(&w, RAPPORT_UNDERSTANDING, p, 0);
            assert_true(found.value >= 0 && found.value <= 1);
            assert_true(!found.has_value || fabs(found.bias) <= 100 * (1 - found.value) + 1e-9);
            assert_close(found.first - found.second, found.bias, 1e-11);
        }
        drop(&w);
    }
}

static void stated_importance_adds_up_to_the_whole(void **state)
{
    (void)state;
    for (int round = 0; round < ROUNDS; round++) {
        story s = tell();
        world w = make(&s, NULL, false, 1);
        for (uint32_t view = 0; view <= PARTIES; view++) {
            double sum = 0, part = 0;
            for (uint32_t c = 0; c < CRITERIA; c++, sum += part)
                assert_ok(rapport_result_get_importance(w.result, view == PARTIES ? RAPPORT_JOINT : view, nodes[c], &part));
            assert_close(sum, 1, 1e-12);
        }
        drop(&w);
    }
}

/* With a floor: what is shown does not move when a withheld opinion does. */
static void what_is_shown_does_not_depend_on_withheld_opinions(void **state)
{
    (void)state;
    uint32_t withheld = 0, shown = 0;
    for (int round = 0; round < ROUNDS; round++) {
        story s = tell();
        world a = make(&s, NULL, false, 2), b;
        for (uint32_t i = 0; i < rapport_result_count_opinions(a.result); i++) {
            rapport_opinion o = {.struct_size = sizeof o};
            assert_ok(rapport_result_get_opinion(a.result, i, &o));
            withheld += (uint32_t)o.withheld;
            for (uint32_t r = 0; o.withheld && r < s.raters; r++)
                for (uint32_t c = 0; c < CRITERIA; c++)
                    if (nodes[c] == o.node && (r >= s.split) == o.of) {
                        uint32_t *said = o.kind == RAPPORT_ABOUT ? &s.about[r][o.against][c] : &s.predicts[r][c];
                        *said = *said ? 1 + below(LEVELS) : 0;
                    }
        }
        b = make(&s, NULL, false, 2);
        for (uint32_t node = 0; node < rapport_model_count_nodes(model); node++)
            for (uint32_t p = 0; p < PARTIES; p++)
                for (int32_t aspect = 1; aspect <= ASPECTS; aspect++) {
                    rapport_perspective one = perspective(&a, aspect, p, node), other = perspective(&b, aspect, p, node);
                    assert_memory_equal(&one, &other, sizeof one);
                    shown += (uint32_t)one.has_value;
                }
        drop(&a);
        drop(&b);
    }
    assert_true(withheld > ROUNDS && shown > ROUNDS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(indices_are_those_of_the_raters_table, begin),
        cmocka_unit_test_setup(relabelling_raters_changes_nothing, begin),
        cmocka_unit_test_setup(permuting_the_parties_permutes_the_results, begin),
        cmocka_unit_test_setup(a_perfect_prediction_is_fully_accurate, begin),
        cmocka_unit_test_setup(understanding_lies_in_0_to_1_and_bias_is_no_larger_than_its_error, begin),
        cmocka_unit_test_setup(stated_importance_adds_up_to_the_whole, begin),
        cmocka_unit_test_setup(what_is_shown_does_not_depend_on_withheld_opinions, begin),
    };
    return cmocka_run_group_tests(tests, make_model, drop_model);
}
