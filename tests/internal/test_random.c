/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "testkit.h"

#include "base/random.h"

/* The known answers that Random123 publishes for philox4x32 with 10 rounds (Salmon et al. 2011; its file kat_vectors). */
static void philox_gives_the_published_answers(void **state)
{
    static const uint32_t counters[3][4] = {
        {0, 0, 0, 0}, {UINT32_MAX, UINT32_MAX, UINT32_MAX, UINT32_MAX}, {0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}};
    static const uint32_t keys[3][2] = {{0, 0}, {UINT32_MAX, UINT32_MAX}, {0xa4093822, 0x299f31d0}};
    static const uint32_t answers[3][4] = {{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8},
                                           {0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd},
                                           {0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}};
    uint32_t out[4];
    (void)state;
    for (int i = 0; i < 3; i++) {
        rapport__philox(counters[i], keys[i], out);
        assert_memory_equal(out, answers[i], sizeof out);
    }
}

/* The stream is Philox over counters (place, part, number in two), eight counters side by side. */
static void a_stream_is_philox_over_its_counters(void **state)
{
    rapport__random random;
    uint32_t words[3 * 32], out[4];
    const uint64_t seed = 0x299f31d0a4093822u, number = 0x0370734413198a2eu;
    const uint32_t key[2] = {0xa4093822, 0x299f31d0};
    (void)state;
    rapport__random_init(&random, seed, number, 5);
    rapport__random_fill(&random, words, 3 * 32);
    for (uint32_t counter = 0; counter < 24; counter++) {
        const uint32_t place[4] = {counter, 5, 0x13198a2e, 0x03707344};
        rapport__philox(place, key, out);
        for (uint32_t i = 0; i < 4; i++)
            assert_int_equal(words[counter / 8 * 32 + i * 8 + counter % 8], out[i]);
    }
}

static void a_part_of_a_group_is_its_beginning(void **state)
{
    rapport__random one, two;
    uint32_t whole[64], part[64] = {0};
    (void)state;
    rapport__random_init(&one, 1, 2, 3);
    rapport__random_init(&two, 1, 2, 3);
    rapport__random_fill(&one, whole, 64);
    rapport__random_fill(&two, part, 33);
    assert_memory_equal(whole, part, 33 * sizeof *part);
    assert_int_equal(part[33], 0);
    assert_int_equal(two.at, one.at);
}

/* Quantiles of the standard normal distribution: the test values of Wichura 1988, and those of common tables to 16 digits. */
static void normal_quantiles_are_those_of_the_tables(void **state)
{
    (void)state;
    assert_close(rapport__normal_quantile(0.25), -0.6744897501960817, 1e-15);
    assert_close(rapport__normal_quantile(0.001), -3.090232306167814, 1e-14);
    assert_close(rapport__normal_quantile(1e-20), -9.262340089798408, 1e-13);
    assert_close(rapport__normal_quantile(0.975), 1.959963984540054, 1e-14);
    assert_same_bits(rapport__normal_quantile(0.5), 0.0);
    assert_close(rapport__normal_quantile(0.75) + rapport__normal_quantile(0.25), 0, 1e-16);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(philox_gives_the_published_answers),
        cmocka_unit_test(a_stream_is_philox_over_its_counters),
        cmocka_unit_test(a_part_of_a_group_is_its_beginning),
        cmocka_unit_test(normal_quantiles_are_those_of_the_tables),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
