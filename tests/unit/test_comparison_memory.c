/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Want of memory where lists of a comparison grow: they grow eight at first, so each number of gates and criteria runs out
 * elsewhere. */
#include "score_kit.h"

#include "rapport/round.h"

enum { ROUNDS = 3, MOST_GATES = 16, MOST_CRITERIA = 10, LARGE = 160, CHUNK = 1100 };

static sk rounds[ROUNDS];

static rapport_status compare(const rapport_allocator *memory)
{
    const rapport_assessment *list[] = {rounds[0].assessment, rounds[1].assessment, rounds[2].assessment};
    rapport_comparison_options options = {.struct_size = sizeof options, .mean = 70, .sigma = 4};
    rapport_comparison *made;
    rapport_status status = rapport_comparison_create(list, ROUNDS, &options, memory, NULL, &made, NULL);
    assert_true(!status == !!made);
    rapport_comparison_destroy(made);
    return status;
}

/* A bit for each kind of warning that there is, and their number. */
static uint32_t kinds_of(uint32_t *count)
{
    const rapport_assessment *list[] = {rounds[0].assessment, rounds[1].assessment, rounds[2].assessment};
    rapport_comparison_options options = {.struct_size = sizeof options, .mean = 70, .sigma = 4};
    rapport_comparison *made;
    uint32_t kinds = 0;
    assert_ok(rapport_comparison_create(list, ROUNDS, &options, NULL, NULL, &made, NULL));
    *count = rapport_comparison_count_warnings(made);
    for (uint32_t i = 0; i < *count; i++) {
        rapport_warning w = {.struct_size = sizeof w};
        assert_ok(rapport_comparison_get_warning(made, i, &w));
        kinds |= 1u << w.kind;
    }
    rapport_comparison_destroy(made);
    return kinds;
}

static void close_all(void)
{
    for (int i = 0; i < ROUNDS; i++)
        sk_close(&rounds[i]);
}

/* Gates that were met and are breached now, as many as are wanted, and one that is nearly missed. */
static const char *gates_of(uint32_t count)
{
    static char text[4096];
    char *at = text + sprintf(text, "'gates':[{'id':'near','node':'trust','view':'any','below':35,'effect':'flag'}");
    for (uint32_t i = 0; i < count; i++)
        at += sprintf(at, ",{'id':'g%u','node':'trust','view':'any','below':65,'effect':'flag'}", i);
    sprintf(at, "]");
    return text;
}

/* Trust falls, parties come, go and are silent, shares drift, what is answered gets less, charts are left. */
static void any_number_of_warnings_survives_want_of_memory(void **state)
{
    const uint32_t always = 1u << RAPPORT_WARN_GATE_BREACHED | 1u << RAPPORT_WARN_TRUST_FALLING |
                            1u << RAPPORT_WARN_GAP_WIDENING | 1u << RAPPORT_WARN_COVERAGE_FALLING |
                            1u << RAPPORT_WARN_SHARE_DRIFTING | 1u << RAPPORT_WARN_EWMA | 1u << RAPPORT_WARN_CUSUM |
                            1u << RAPPORT_WARN_PARTY_LEFT;
    (void)state;
    for (uint32_t gates = 1; gates <= MOST_GATES; gates++)
        for (int joins = 0; joins < 2; joins++) {
            const char *settings = gates_of(gates);
            uint32_t wanted = always | (joins ? 1u << RAPPORT_WARN_SILENT_PARTY | 1u << RAPPORT_WARN_PARTY_JOINED
                                              : 1u << RAPPORT_WARN_GATE_NEAR_MISS);
            uint32_t count;
            rounds[0] = sk_open("trust q", settings, "us: trust 80 q 80; them: trust 80 q 80; gone: trust 80 q 80",
                                "'measures':{'benefits':{'us':50,'them':50,'gone':50}}");
            rounds[1] = sk_open("trust q", settings, "us: trust 70 q 80; them: trust 70 q 80; gone: trust 70 q 80", NULL);
            rounds[2] = sk_open(
                "trust q", settings,
                joins ? "us: trust 40 q -; them: trust 60 q 80; late:" : "us: trust 40 q -; them: trust 60 q 80",
                joins ? "'measures':{'benefits':{'us':90,'them':5,'late':5}}" : "'measures':{'benefits':{'us':90,'them':10}}");
            assert_int_equal(kinds_of(&count), wanted);
            assert_true(count > gates + 8);
            assert_true(tk_exhaust_memory(compare) > 20);
            close_all();
        }
}

/* Criteria that only the older model has, only the newer has, and that are on another scale: as many of each. */
static void any_number_of_criteria_left_out_survives_want_of_memory(void **state)
{
    (void)state;
    for (uint32_t count = 1; count <= MOST_CRITERIA; count++)
        for (int way = 0; way < 3; way++) {
            static char older[512], newer[512];
            char *old = older + sprintf(older, "trust:100"), *new = newer + sprintf(newer, "trust:100");
            for (uint32_t i = 0; i < count + 8; i++) {
                uint32_t kind = (i + (uint32_t)way) % 3;
                if (kind != 0)
                    old += sprintf(old, " c%u", i);
                if (kind != 1)
                    new += sprintf(new, " c%u%s", i, kind == 2 ? "#five" : "");
            }
            rounds[0] = sk_open(older, NULL, "us: trust 80", NULL);
            rounds[1] = sk_open(older, NULL, "us: trust 80", NULL);
            rounds[2] = sk_open(newer, NULL, "us: trust 80", NULL);
            assert_true(tk_exhaust_memory(compare) > 20);
            close_all();
        }
}

/* What is kept for each criterion is taken in chunks. */
static void any_number_of_criteria_survives_want_of_memory(void **state)
{
    (void)state;
    for (uint32_t count = 1; count <= CHUNK; count = count < LARGE ? count + 3 : count + CHUNK - LARGE) {
        static char tree[8192];
        char *at = tree;
        for (uint32_t i = 0; i < count; i++)
            at += sprintf(at, "c%u ", i);
        for (int i = 0; i < ROUNDS; i++)
            rounds[i] = sk_open(tree, NULL, "us: c0 50", NULL);
        assert_true(tk_exhaust_memory(compare) > 3);
        close_all();
    }
}

/* The name is looked at last: raters that are silent, 1 to 8, come before it, and all but the first are new. */
static void another_name_survives_want_of_memory(void **state)
{
    (void)state;
    for (uint32_t parties = 1; parties <= 8; parties++) {
        uint32_t count;
        rounds[0] = sk_open("p", NULL, "p0: p 40", NULL);
        rounds[1] = sk_open("p", NULL, "p0: p 40", NULL);
        rounds[2] = sk_open("p", NULL, "p0: p 40", NULL);
        rapport_result_destroy(rounds[2].result);
        rapport_assessment_destroy(rounds[2].assessment);
        rounds[2].result = NULL;
        assert_ok(rapport_assessment_create(rounds[2].model, "b", "Q", "2026-02-28", NULL, &rounds[2].assessment, NULL));
        for (uint32_t i = 0; i < parties; i++) {
            const char id[] = {'p', (char)('0' + i), '\0'};
            assert_ok(rapport_assessment_add_party(rounds[2].assessment, id, 1, 0, NULL, NULL));
        }
        assert_true(kinds_of(&count) & 1u << RAPPORT_WARN_RENAMED);
        assert_true(count >= 2 * parties);
        assert_true(tk_exhaust_memory(compare) > 3);
        close_all();
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_number_of_warnings_survives_want_of_memory),
        cmocka_unit_test(any_number_of_criteria_left_out_survives_want_of_memory),
        cmocka_unit_test(any_number_of_criteria_survives_want_of_memory),
        cmocka_unit_test(another_name_survives_want_of_memory),
    };
    return cmocka_run_group_tests_name("comparison_memory", tests, NULL, NULL);
}
