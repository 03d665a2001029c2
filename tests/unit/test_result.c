/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Results as objects: made, reused, grown, and as they were where memory ran out. */
#include "score_kit.h"

#include "rapport/draft.h"

/* Two groups of `width` criteria each; every power mean, gates, a band with demands. */
static rapport_model *make_model(uint32_t width)
{
    rapport_draft *draft;
    rapport_model *model;
    uint32_t scale, groups[2], gate_node = 0;
    char id[16];
    assert_ok(rapport_draft_create("m", "1", NULL, &draft, NULL));
    assert_ok(rapport_draft_add_levels(draft, "five", 5, 0, &scale, NULL));
    for (uint32_t g = 0; g < 2; g++) {
        snprintf(id, sizeof id, "g%u", (unsigned)g);
        assert_ok(rapport_draft_add_group(draft, RAPPORT_ROOT, id, g + 1, &groups[g], NULL));
        assert_ok(rapport_draft_set_power(draft, groups[g], g ? -1 : 1, NULL));
        for (uint32_t i = 0; i < width; i++) {
            snprintf(id, sizeof id, "c%u-%u", (unsigned)g, (unsigned)i);
            assert_ok(rapport_draft_add_criterion(draft, groups[g], id, 1 + i % 3, scale, &gate_node, NULL));
        }
    }
    assert_ok(rapport_draft_add_gate(draft, "gate", gate_node, RAPPORT_ANY_VIEW, 20, RAPPORT_CAP, 50, NULL, NULL));
    assert_ok(rapport_draft_add_band(draft, "low", 0, NULL, NULL));
    assert_ok(rapport_draft_add_band(draft, "high", 20, NULL, NULL));
    assert_ok(rapport_draft_add_demand(draft, 1, RAPPORT_EVERY_GROUP, 99, NULL));
    assert_ok(rapport_draft_build(draft, &model, NULL));
    rapport_draft_destroy(draft);
    return model;
}

/* Parties of three raters who answer by a formula and leave some out. */
static rapport_assessment *fill(const rapport_model *model, uint32_t parties, uint32_t seed)
{
    rapport_assessment *made;
    char id[16];
    assert_ok(rapport_assessment_create(model, "a", "P", "2026-01-31", NULL, &made, NULL));
    for (uint32_t p = 0; p < parties; p++) {
        snprintf(id, sizeof id, "p%u", (unsigned)p);
        assert_ok(rapport_assessment_add_party(made, id, 1 + p, RAPPORT_VOICE_RATERS, NULL, NULL));
        for (uint32_t r = 0; r < 3; r++) {
            uint32_t rater;
            snprintf(id, sizeof id, "r%u", (unsigned)r);
            assert_ok(rapport_assessment_add_rater(made, p, id, 1, &rater, NULL));
            for (uint32_t n = 1; n < rapport_model_count_nodes(model); n++) {
                rapport_node node = {.struct_size = sizeof node};
                assert_ok(rapport_model_get_node(model, n, &node));
                if (node.kind == RAPPORT_CRITERION && (n * 7 + r + seed) % 11)
                    assert_ok(rapport_assessment_set_level(made, rater, n, 1 + (n * 3 + r * 5 + p * 2 + seed) % 5, NULL));
            }
        }
    }
    return made;
}

/* ---------------------------------------------------------------- everything that can be read, as one list of numbers */

typedef struct listing {
    double numbers[1 << 15];
    size_t count;
} listing;

static void note(listing *list, double number)
{
    assert_true(list->count < sizeof list->numbers / sizeof *list->numbers);
    list->numbers[list->count++] = number;
}

static void note_cells(listing *list, const rapport_result *result, uint32_t view, uint32_t nodes)
{
    for (uint32_t n = 0; n < nodes; n++) {
        rapport_cell cell = {.struct_size = sizeof cell};
        assert_ok(rapport_result_get_cell(result, view, n, &cell));
        note(list, cell.status);
        note(list, cell.score);
        note(list, cell.coverage);
        note(list, cell.lower);
        note(list, cell.upper);
        note(list, cell.raters);
    }
}

static void note_findings(listing *list, const rapport_result *result, uint32_t nodes)
{
    for (uint32_t n = 1; n < nodes; n++) {
        rapport_finding finding = {.struct_size = sizeof finding};
        assert_ok(rapport_result_get_finding(result, n, &finding));
        note(list, finding.has);
        note(list, finding.contribution);
        note(list, finding.leverage);
        note(list, finding.severity);
        note(list, finding.lift);
        note(list, rapport_result_priority(result, n - 1));
        for (uint32_t pair = 0; pair < rapport_result_count_pairs(result); pair++) {
            rapport_perception found = {.struct_size = sizeof found};
            if (!rapport_result_get_perception(result, pair, n, &found)) {
                note(list, found.gap);
                note(list, found.notable);
            }
        }
    }
}

static void list_all(listing *list, const rapport_result *result)
{
    const rapport_assessment *assessment = rapport_result_assessment(result);
    uint32_t nodes = rapport_model_count_nodes(rapport_assessment_model(assessment));
    rapport_outcome outcome = {.struct_size = sizeof outcome};
    rapport_gate_result gate = {.struct_size = sizeof gate};
    list->count = 0;
    for (uint32_t p = 0; p < rapport_assessment_count_parties(assessment); p++)
        note_cells(list, result, p, nodes);
    note_cells(list, result, RAPPORT_JOINT, nodes);
    note_findings(list, result, nodes);
    assert_ok(rapport_result_get_outcome(result, &outcome));
    note(list, outcome.gated);
    note(list, outcome.band);
    note(list, outcome.band_certain);
    assert_ok(rapport_result_get_gate(result, 0, &gate));
    note(list, gate.state);
    note(list, gate.value);
    note(list, rapport_result_count_held_back(result));
}

static void expect_same(const rapport_result *one, const rapport_result *other)
{
    static listing left, right;
    list_all(&left, one);
    list_all(&right, other);
    assert_int_equal(left.count, right.count);
    assert_memory_equal(left.numbers, right.numbers, left.count * sizeof *left.numbers);
}

static rapport_result *fresh(const rapport_assessment *assessment)
{
    rapport_result *made;
    assert_ok(rapport_result_create(NULL, &made));
    assert_ok(rapport_result_compute(made, assessment, NULL));
    return made;
}

/* ---------------------------------------------------------------- reuse */

static void computing_again_gives_the_same_bits_and_allocates_nothing(void **state)
{
    (void)state;
    tk_heap heap = {0};
    rapport_allocator memory = tk_allocator(&heap);
    rapport_model *model = make_model(20);
    rapport_assessment *assessment = fill(model, 2, 0);
    rapport_result *once = fresh(assessment), *again;
    size_t calls;
    assert_ok(rapport_result_create(&memory, &again));
    assert_ok(rapport_result_compute(again, assessment, NULL));
    calls = heap.calls;
    assert_int_equal(calls, 2); /* the result and its block */
    for (int i = 0; i < 3; i++) {
        assert_ok(rapport_result_compute(again, assessment, NULL));
        expect_same(once, again);
    }
    assert_int_equal(heap.calls, calls);
    rapport_result_destroy(again);
    assert_int_equal(heap.live_blocks, 0);
    rapport_result_destroy(once);
    rapport_assessment_destroy(assessment);
    rapport_model_destroy(model);
}

static void growing_and_shrinking_assessments_leave_nothing_of_each_other(void **state)
{
    (void)state;
    static const struct { uint32_t width, parties; } sizes[] = {{3, 1}, {60, 4}, {3, 2}, {1, 9}, {20, 2}, {60, 4}, {2, 1}};
    tk_heap heap = {0};
    rapport_allocator memory = tk_allocator(&heap);
    rapport_result *reused;
    assert_ok(rapport_result_create(&memory, &reused));
    for (uint32_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        rapport_model *model = make_model(sizes[i].width);
        rapport_assessment *assessment = fill(model, sizes[i].parties, i);
        rapport_result *alone = fresh(assessment);
        size_t calls = heap.calls;
        assert_ok(rapport_result_compute(reused, assessment, NULL));
        assert_ptr_equal(rapport_result_assessment(reused), assessment);
        expect_same(alone, reused);
        if (i >= 2)
            assert_int_equal(heap.calls, calls); /* the largest came second: no more is needed */
        assert_true(heap.live_blocks <= 2);
        rapport_result_destroy(alone);
        /* the reused result is not read again before it has a new assessment */
        rapport_assessment_destroy(assessment);
        rapport_model_destroy(model);
    }
    rapport_result_destroy(reused);
    assert_int_equal(heap.live_blocks, 0);
}

static void an_assessment_that_changed_is_computed_anew(void **state)
{
    (void)state;
    sk it = sk_open("p q", NULL, "us: p 40 q 60", NULL);
    assert_ok(rapport_assessment_set_number(it.assessment, 0, sk_node(&it, "p"), 80, NULL));
    sk_expect_ok(&it, 0, "", 50); /* a result is of the time when it was computed */
    assert_ok(rapport_result_compute(it.result, it.assessment, NULL));
    sk_expect_ok(&it, 0, "", 70);
    assert_ok(rapport_assessment_set_state(it.assessment, 0, sk_node(&it, "p"), RAPPORT_UNANSWERED, NULL));
    assert_ok(rapport_result_compute(it.result, it.assessment, NULL));
    sk_expect(&it, 0, "", RAPPORT_CELL_INCOMPLETE, 60, 0.5, 30, 80);
    sk_close(&it);
}

/* ---------------------------------------------------------------- without memory */

static void without_memory_the_old_result_stays_readable(void **state)
{
    (void)state;
    tk_heap heap = {0};
    rapport_allocator memory = tk_allocator(&heap);
    rapport_error error = {0};
    rapport_model *small = make_model(3), *large = make_model(60);
    rapport_assessment *before = fill(small, 2, 0), *after = fill(large, 3, 1);
    rapport_result *reference = fresh(before), *result;
    assert_ok(rapport_result_create(&memory, &result));
    assert_ok(rapport_result_compute(result, before, NULL));
    heap.fail_at = heap.calls + 1;
    heap.fail_for_good = 1;
    assert_int_equal(rapport_result_compute(result, after, &error), RAPPORT_NO_MEMORY);
    assert_int_equal(error.status, RAPPORT_NO_MEMORY);
    assert_ptr_equal(rapport_result_assessment(result), before);
    expect_same(reference, result);
    assert_ok(rapport_result_compute(result, before, NULL)); /* what fits needs no memory */
    expect_same(reference, result);
    heap.fail_at = 0;
    assert_ok(rapport_result_compute(result, after, NULL));
    rapport_result_destroy(reference);
    reference = fresh(after);
    expect_same(reference, result);
    rapport_result_destroy(reference);
    rapport_result_destroy(result);
    assert_int_equal(heap.live_blocks, 0);
    rapport_assessment_destroy(before);
    rapport_assessment_destroy(after);
    rapport_model_destroy(small);
    rapport_model_destroy(large);
}

static rapport_assessment *shared;

static rapport_status create_and_compute(const rapport_allocator *memory)
{
    rapport_result *result = (rapport_result *)&shared; /* anything: it must be NULL after a failure */
    rapport_status status = rapport_result_create(memory, &result);
    if (status)
        assert_null(result);
    else
        status = rapport_result_compute(result, shared, NULL);
    rapport_result_destroy(result);
    return status;
}

static void every_allocation_may_fail(void **state)
{
    (void)state;
    rapport_model *model = make_model(5);
    shared = fill(model, 2, 0);
    assert_int_equal(tk_exhaust_memory(create_and_compute), 2);
    rapport_assessment_destroy(shared);
    rapport_model_destroy(model);
}

/* ---------------------------------------------------------------- contracts */

static void a_result_without_a_computation_has_nothing_to_read(void **state)
{
    (void)state;
    rapport_result *empty;
    rapport_cell cell = {.struct_size = sizeof cell};
    rapport_outcome outcome = {.struct_size = sizeof outcome};
    rapport_gate_result gate = {.struct_size = sizeof gate};
    rapport_finding finding = {.struct_size = sizeof finding};
    rapport_demand demand = {.struct_size = sizeof demand};
    rapport_perception found = {.struct_size = sizeof found};
    rapport_perception_summary all = {.struct_size = sizeof all};
    double number = 7;
    uint32_t node = 7;
    assert_ok(rapport_result_create(NULL, &empty));
    assert_null(rapport_result_assessment(empty));
    assert_int_equal(rapport_result_get_cell(empty, RAPPORT_JOINT, 0, &cell), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_result_get_score(empty, RAPPORT_JOINT, 0, &number), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_result_get_outcome(empty, &outcome), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_result_band(empty, RAPPORT_JOINT), RAPPORT_NONE);
    assert_int_equal(rapport_result_get_gate(empty, 0, &gate), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_result_count_held_back(empty), 0);
    assert_int_equal(rapport_result_get_held_back(empty, 0, &demand), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_result_get_measure(empty, RAPPORT_BALANCE, 0, &number), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_result_get_finding(empty, 1, &finding), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_result_get_priorities(empty, &node, 1), 0);
    assert_int_equal(rapport_result_priority(empty, 0), RAPPORT_NONE);
    assert_int_equal(rapport_result_count_pairs(empty), 0);
    assert_int_equal(rapport_result_get_perception(empty, 0, 0, &found), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_result_get_perception_summary(empty, 0, &all), RAPPORT_BAD_ARGUMENT);
    assert_true(number == 7 && node == 7);
    rapport_result_destroy(empty);
    rapport_result_destroy(NULL);
}

static void creating_wants_a_place_and_a_whole_allocator(void **state)
{
    (void)state;
    rapport_allocator nothing = {0};
    rapport_result *result = (rapport_result *)&nothing;
    assert_int_equal(rapport_result_create(NULL, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_result_create(&nothing, &result), RAPPORT_BAD_ARGUMENT);
    assert_null(result);
}

static void computing_wants_a_result_and_an_assessment_with_a_party(void **state)
{
    (void)state;
    rapport_error error = {0};
    rapport_assessment *nobody;
    sk it = sk_open("p", NULL, "us: p 40", NULL);
    assert_int_equal(rapport_result_compute(NULL, it.assessment, &error), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(error.status, RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_result_compute(it.result, NULL, NULL), RAPPORT_BAD_ARGUMENT);
    assert_ok(rapport_assessment_create(it.model, "a", "P", "2026-01-31", NULL, &nobody, NULL));
    assert_int_equal(rapport_result_compute(it.result, nobody, &error), RAPPORT_BAD_ARGUMENT);
    assert_string_equal(error.path, "/parties");
    assert_ptr_equal(rapport_result_assessment(it.result), it.assessment);
    sk_expect_ok(&it, 0, "", 40); /* the old one is still there */
    rapport_assessment_destroy(nobody);
    sk_close(&it);
}

static void cells_are_asked_for_by_view_and_node(void **state)
{
    (void)state;
    rapport_cell cell = {.struct_size = sizeof cell};
    double score;
    sk it = sk_open("p", NULL, "us: p 40", NULL);
    assert_int_equal(rapport_result_get_cell(it.result, 1, 0, &cell), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_result_get_cell(it.result, 0, 2, &cell), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_result_get_cell(it.result, 0, 0, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_result_get_score(it.result, 0, 2, &score), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_result_get_score(it.result, 0, 1, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_result_get_outcome(it.result, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_result_band(it.result, 1), RAPPORT_NONE);
    assert_ok(rapport_result_get_score(it.result, 0, 1, &score));
    assert_same_bits(score, 40);
    sk_close(&it);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(computing_again_gives_the_same_bits_and_allocates_nothing),
        cmocka_unit_test(growing_and_shrinking_assessments_leave_nothing_of_each_other),
        cmocka_unit_test(an_assessment_that_changed_is_computed_anew),
        cmocka_unit_test(without_memory_the_old_result_stays_readable),
        cmocka_unit_test(every_allocation_may_fail),
        cmocka_unit_test(a_result_without_a_computation_has_nothing_to_read),
        cmocka_unit_test(creating_wants_a_place_and_a_whole_allocator),
        cmocka_unit_test(computing_wants_a_result_and_an_assessment_with_a_party),
        cmocka_unit_test(cells_are_asked_for_by_view_and_node),
    };
    return cmocka_run_group_tests_name("result", tests, NULL, NULL);
}
