/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The sort is stable, takes n log n comparisons, and no comparison can make it run astray. */
#include "base/sort.h"

#include "testkit.h"

enum { MOST = 200, LARGE = 65536 };

static uint32_t keys[LARGE];
static uint64_t comparisons, seed;

static uint32_t next_number(uint32_t below)
{
    seed = seed * UINT64_C(6364136223846793005) + 1442695040888963407u;
    return (uint32_t)(seed >> 33) % below;
}

static int compare_keys(const void *context, uint32_t a, uint32_t b)
{
    assert_ptr_equal(context, keys);
    comparisons++;
    return keys[a] < keys[b] ? -7 : keys[a] > keys[b] ? 7 : 0;
}

static void sort_and_check(uint32_t count)
{
    static uint32_t order[LARGE + 1], room[LARGE + 1];
    for (uint32_t i = 0; i <= count; i++)
        order[i] = room[i] = i;
    comparisons = 0;
    rapport__sort(order, room, count, compare_keys, keys);
    for (uint32_t i = 1; i < count; i++)
        assert_true(keys[order[i - 1]] < keys[order[i]] || (keys[order[i - 1]] == keys[order[i]] && order[i - 1] < order[i]));
    assert_int_equal(order[count], count); /* nothing beyond is touched */
    assert_int_equal(room[count], count);
}

static void every_size_is_sorted_and_equals_keep_their_order(void **state)
{
    (void)state;
    seed = 1;
    for (uint32_t count = 0; count <= MOST; count++)
        for (uint32_t kinds = 1; kinds <= 2 * MOST; kinds = kinds * 3 + 1) {
            for (uint32_t i = 0; i < count; i++)
                keys[i] = next_number(kinds);
            sort_and_check(count);
        }
}

static void what_is_in_order_or_in_reverse_is_sorted_too(void **state)
{
    (void)state;
    for (uint32_t count = 0; count <= MOST; count++) {
        for (uint32_t i = 0; i < count; i++)
            keys[i] = i;
        sort_and_check(count);
        for (uint32_t i = 0; i < count; i++)
            keys[i] = count - i;
        sort_and_check(count);
    }
}

static void comparisons_grow_as_n_log_n(void **state)
{
    (void)state;
    seed = 2;
    for (uint32_t i = 0; i < LARGE; i++)
        keys[i] = next_number(LARGE);
    sort_and_check(LARGE);
    assert_true(comparisons <= (uint64_t)LARGE * 16); /* n log2(n), n = 2^16 */
}

static int compare_as_it_likes(const void *context, uint32_t a, uint32_t b)
{
    (void)context;
    (void)a;
    (void)b;
    return (int)next_number(3) - 1;
}

static int compare_always_less(const void *context, uint32_t a, uint32_t b)
{
    (void)context;
    (void)a;
    (void)b;
    return -1;
}

static int compare_in_a_circle(const void *context, uint32_t a, uint32_t b)
{
    (void)context;
    return a % 3 == b % 3 ? 0 : (a + 1) % 3 == b % 3 ? -1 : 1; /* 0 < 1 < 2 < 0 */
}

static void a_hostile_comparison_only_spoils_the_order(void **state)
{
    static const rapport__compare_items hostile[] = {compare_as_it_likes, compare_always_less, compare_in_a_circle};
    uint32_t order[MOST + 1], room[MOST + 1], seen[MOST];
    (void)state;
    seed = 3;
    for (size_t h = 0; h < 3; h++)
        for (uint32_t count = 0; count <= MOST; count++) {
            for (uint32_t i = 0; i <= count; i++) {
                order[i] = room[i] = i;
                if (i < count)
                    seen[i] = 0;
            }
            rapport__sort(order, room, count, hostile[h], NULL);
            for (uint32_t i = 0; i < count; i++) {
                assert_true(order[i] < count);
                seen[order[i]]++;
            }
            for (uint32_t i = 0; i < count; i++)
                assert_int_equal(seen[i], 1); /* all of them are still there, once each */
            assert_int_equal(order[count], count);
            assert_int_equal(room[count], count);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_size_is_sorted_and_equals_keep_their_order),
        cmocka_unit_test(what_is_in_order_or_in_reverse_is_sorted_too),
        cmocka_unit_test(comparisons_grow_as_n_log_n),
        cmocka_unit_test(a_hostile_comparison_only_spoils_the_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
