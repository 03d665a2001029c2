/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Ids, languages, and the index from ids to numbers. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/index.h"
#include "base/language.h"

#include "testkit.h"

#define SIXTY_FOUR "abcdefghijklmnopqrstuvwxyz0123456789._-abcdefghijklmnopqrstuvwxy"

static void ids_are_1_to_64_of_38_characters_and_not_x(void **state)
{
    char id[3] = "a?";
    (void)state;
    for (int c = 1; c < 256; c++) {
        int good = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
        id[1] = (char)c;
        assert_int_equal(rapport__id_valid(id), good);
        assert_int_equal(rapport__id_valid(id + 1), good && c != 'x');
    }
    assert_false(rapport__id_valid(""));
    assert_true(rapport__id_valid("xx"));
    assert_true(rapport__id_valid(SIXTY_FOUR));
    assert_false(rapport__id_valid(SIXTY_FOUR "a"));
}

static void two_ids_are_states(void **state)
{
    (void)state;
    assert_true(rapport__id_is_state("dont-know"));
    assert_true(rapport__id_is_state("declined"));
    assert_false(rapport__id_is_state("dont-knows"));
    assert_false(rapport__id_is_state("decline"));
    assert_false(rapport__id_is_state(""));
    assert_false(rapport__id_valid("n/a")); /* the third state is no id anyway */
}

static void languages_are_1_to_35_letters_digits_and_hyphens(void **state)
{
    char tag[3] = "a?";
    (void)state;
    for (int c = 1; c < 256; c++) {
        int good = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
        tag[1] = (char)c;
        assert_int_equal(rapport__language_valid(tag), good);
        assert_int_equal(rapport__language_valid(tag + 1), good && c != 'x');
    }
    assert_false(rapport__language_valid(""));
    assert_true(rapport__language_valid("12345678901234567890123456789012345"));
    assert_false(rapport__language_valid("123456789012345678901234567890123456"));
}

static void the_wanted_language_beats_english_and_english_beats_the_others(void **state)
{
    static const char *const has[] = {"de", "en", "fr", NULL};
    (void)state;
    assert_true(rapport__language_rank("de", "de") > rapport__language_rank("en", "de"));
    assert_true(rapport__language_rank("en", "de") > rapport__language_rank("fr", "de"));
    assert_true(rapport__language_rank("en", NULL) > rapport__language_rank("fr", NULL));
    assert_true(rapport__language_rank("en", "en") > rapport__language_rank("fr", "en"));
    assert_int_equal(rapport__language_rank("fr", "de"), rapport__language_rank("sv", "de"));
    assert_int_equal(rapport__language_rank("fr", "de"), rapport__language_rank(NULL, "de"));
    for (size_t i = 0; i < 4; i++)
        assert_true(rapport__language_rank(has[i], NULL) <= rapport__language_rank("en", NULL));
}

enum { MANY = 100000, ID_SIZE = 8 };

/* The longest way from the root to a leaf, without recursion: levels of an AA tree fall by at most one each two steps. */
static uint32_t height(const rapport__index *index)
{
    uint32_t *at = malloc((index->count + 1) * sizeof *at), *depth = malloc((index->count + 1) * sizeof *depth);
    uint32_t top = 0, highest = 0;
    assert_non_null(at);
    assert_non_null(depth);
    if (index->root) {
        at[top] = index->root;
        depth[top++] = 1;
    }
    while (top) {
        uint32_t node = at[--top], below = depth[top] + 1;
        const rapport__index_node *is = &index->nodes[node];
        highest = below - 1 > highest ? below - 1 : highest;
        for (int side = 0; side < 2; side++) {
            uint32_t child = side ? is->right : is->left;
            if (!child)
                continue;
            assert_true(side ? strcmp(index->nodes[child].id, is->id) > 0 : strcmp(index->nodes[child].id, is->id) < 0);
            at[top] = child;
            depth[top++] = below;
        }
    }
    free(at);
    free(depth);
    return highest;
}

/* Adds the numbers in an order; every one is found, no other is, and the tree stays shallow. */
static void expect_index(const uint32_t *order)
{
    static char ids[MANY][ID_SIZE];
    rapport_allocator mem;
    rapport__index index = {0};
    assert_ok(rapport__memory_init(&mem, NULL));
    for (uint32_t i = 0; i < MANY; i++) {
        sprintf(ids[order[i]], "c%05u", order[i]);
        assert_int_equal(rapport__index_find(&index, ids[order[i]]), RAPPORT_NONE);
        assert_ok(rapport__index_add(&index, &mem, ids[order[i]], order[i]));
    }
    assert_int_equal(index.count, MANY);
    for (uint32_t i = 0; i < MANY; i++)
        assert_int_equal(rapport__index_find(&index, ids[i]), i);
    assert_int_equal(rapport__index_find(&index, "c"), RAPPORT_NONE);
    assert_int_equal(rapport__index_find(&index, "c000000"), RAPPORT_NONE);
    assert_int_equal(rapport__index_find(&index, "d"), RAPPORT_NONE);
    assert_int_equal(rapport__index_find(&index, ""), RAPPORT_NONE);
    assert_true(height(&index) <= 34); /* 2 log2(100001) = 33.2 */
    rapport__index_clear(&index, &mem);
    assert_int_equal(rapport__index_find(&index, "c00000"), RAPPORT_NONE);
}

static uint32_t order[MANY];

static void a_hundred_thousand_ids_in_order(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < MANY; i++)
        order[i] = i;
    expect_index(order);
}

static void a_hundred_thousand_ids_in_reverse(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < MANY; i++)
        order[i] = MANY - 1 - i;
    expect_index(order);
}

static void a_hundred_thousand_ids_at_random(void **state)
{
    uint64_t seed = 20260930;
    (void)state;
    for (uint32_t i = 0; i < MANY; i++)
        order[i] = i;
    for (uint32_t i = MANY - 1; i > 0; i--) {
        seed = seed * UINT64_C(6364136223846793005) + 1442695040888963407u;
        uint32_t other = (uint32_t)(seed >> 33) % (i + 1), swap = order[i];
        order[i] = order[other];
        order[other] = swap;
    }
    expect_index(order);
}

static void a_hundred_thousand_ids_from_both_ends(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < MANY; i++)
        order[i] = i % 2 ? MANY - 1 - i / 2 : i / 2;
    expect_index(order);
}

static void an_empty_index_finds_nothing(void **state)
{
    rapport_allocator mem;
    rapport__index index = {0};
    (void)state;
    assert_ok(rapport__memory_init(&mem, NULL));
    assert_int_equal(rapport__index_find(&index, "a"), RAPPORT_NONE);
    rapport__index_clear(&index, &mem);
}

static void a_refused_addition_changes_nothing(void **state)
{
    static const char *const ids[] = {"b", "a", "d", "c", "f", "e", "g", "h", "i"};
    tk_heap heap = {0};
    rapport_allocator mem = tk_allocator(&heap);
    rapport__index index = {0};
    (void)state;
    heap.fail_at = 1;
    assert_int_equal(rapport__index_add(&index, &mem, "b", 0), RAPPORT_NO_MEMORY);
    assert_int_equal(index.count, 0);
    for (uint32_t i = 0; i < 9; i++) {
        heap.fail_at = heap.calls + 1; /* refuse the next one, if there is one */
        if (rapport__index_add(&index, &mem, ids[i], i)) {
            assert_int_equal(index.count, i);
            assert_int_equal(rapport__index_find(&index, ids[i]), RAPPORT_NONE);
            for (uint32_t k = 0; k < i; k++)
                assert_int_equal(rapport__index_find(&index, ids[k]), k);
            assert_ok(rapport__index_add(&index, &mem, ids[i], i));
        }
    }
    for (uint32_t k = 0; k < 9; k++)
        assert_int_equal(rapport__index_find(&index, ids[k]), k);
    rapport__index_clear(&index, &mem);
    assert_int_equal(heap.live_blocks, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ids_are_1_to_64_of_38_characters_and_not_x),
        cmocka_unit_test(two_ids_are_states),
        cmocka_unit_test(languages_are_1_to_35_letters_digits_and_hyphens),
        cmocka_unit_test(the_wanted_language_beats_english_and_english_beats_the_others),
        cmocka_unit_test(a_hundred_thousand_ids_in_order),
        cmocka_unit_test(a_hundred_thousand_ids_in_reverse),
        cmocka_unit_test(a_hundred_thousand_ids_at_random),
        cmocka_unit_test(a_hundred_thousand_ids_from_both_ends),
        cmocka_unit_test(an_empty_index_finds_nothing),
        cmocka_unit_test(a_refused_addition_changes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
