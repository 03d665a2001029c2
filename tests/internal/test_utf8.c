/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "testkit.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

/* RFC 3629, section 4, the grammar as it is printed there: how many bytes a well-formed character has, or 0. */
static size_t by_the_grammar(const unsigned char *s, size_t n)
{
#define IN(i, low, high) (n > (i) && s[i] >= (low) && s[i] <= (high))
#define TAIL(i) IN(i, 0x80, 0xBF)
    if (IN(0, 0x00, 0x7F))
        return 1;
    if (IN(0, 0xC2, 0xDF) && TAIL(1))
        return 2;
    if ((IN(0, 0xE0, 0xE0) && IN(1, 0xA0, 0xBF) && TAIL(2)) || (IN(0, 0xE1, 0xEC) && TAIL(1) && TAIL(2)) ||
        (IN(0, 0xED, 0xED) && IN(1, 0x80, 0x9F) && TAIL(2)) || (IN(0, 0xEE, 0xEF) && TAIL(1) && TAIL(2)))
        return 3;
    if ((IN(0, 0xF0, 0xF0) && IN(1, 0x90, 0xBF) && TAIL(2) && TAIL(3)) ||
        (IN(0, 0xF1, 0xF3) && TAIL(1) && TAIL(2) && TAIL(3)) || (IN(0, 0xF4, 0xF4) && IN(1, 0x80, 0x8F) && TAIL(2) && TAIL(3)))
        return 4;
    return 0;
#undef IN
#undef TAIL
}

static void check_against_grammar(const unsigned char *bytes, size_t length)
{
    uint32_t character;
    size_t expected = by_the_grammar(bytes, length), got = rapport__utf8_decode((const char *)bytes, length, &character);
    if (got != expected)
        fail_msg("%02x %02x %02x %02x, %zu bytes: %zu instead of %zu", bytes[0], bytes[1], bytes[2], bytes[3], length, got,
                 expected);
}

static void accepts_exactly_what_the_grammar_of_rfc_3629_accepts(void **state)
{
    static const unsigned char edges[] = {0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC2, 0xE0, 0xF0, 0xFF};
    unsigned char bytes[4] = {0};
    (void)state;
    for (unsigned a = 0; a < 256; a++) {
        for (unsigned b = 0; b < 256; b++) {
            bytes[0] = (unsigned char)a;
            bytes[1] = (unsigned char)b;
            check_against_grammar(bytes, 1);
            check_against_grammar(bytes, 2);
            for (size_t c = 0; c < sizeof edges; c++) {
                bytes[2] = edges[c];
                check_against_grammar(bytes, 3);
                for (size_t d = 0; d < sizeof edges; d++) {
                    bytes[3] = edges[d];
                    check_against_grammar(bytes, 4);
                }
            }
        }
    }
    assert_int_equal(rapport__utf8_decode("", 0, &(uint32_t){0}), 0);
}

static void every_character_comes_back_as_it_went_in(void **state)
{
    (void)state;
    for (uint32_t character = 0; character <= 0x10FFFF; character++) {
        char bytes[4];
        uint32_t back = UINT32_MAX;
        size_t length = rapport__utf8_encode(character, bytes);
        if (character >= 0xD800 && character <= 0xDFFF) {
            assert_int_equal(length, 0);
            continue;
        }
        if (!length || rapport__utf8_decode(bytes, length, &back) != length || back != character ||
            !rapport__utf8_valid(bytes, length, NULL) || rapport__utf8_count(bytes, length) != 1)
            fail_msg("U+%04X", character);
        /* RFC 3629, section 3: the ranges of 1, 2, 3 and 4 bytes */
        assert_int_equal(length, character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4);
    }
    assert_int_equal(rapport__utf8_encode(0x110000, (char[4]){0}), 0);
    assert_int_equal(rapport__utf8_encode(UINT32_MAX, (char[4]){0}), 0);
}

static void encodes_the_examples_of_rfc_3629(void **state)
{
    static const char text[] =
        "A\xE2\x89\xA2\xCE\x91.\xF0\xA3\x8E\xB4"; /* section 7: A<NOT IDENTICAL TO><ALPHA>. and U+233B4 */
    static const uint32_t expected[] = {0x41, 0x2262, 0x391, 0x2E, 0x233B4};
    const char *at = text;
    (void)state;
    for (size_t i = 0; i < 5; i++) {
        uint32_t character;
        at += rapport__utf8_decode(at, strlen(at), &character);
        assert_int_equal(character, expected[i]);
    }
    assert_int_equal(at - text, sizeof text - 1);
    assert_int_equal(rapport__utf8_count(text, sizeof text - 1), 5);
}

static void names_the_first_bad_byte_wherever_it_stands(void **state)
{
    static const char *const bad[] = {"\x80", "\xC0\x80", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xFF",
                                      "\xC3", "\xE2\x82", "\xF0\x9F\x98", "\xC3(",        "\xE2\x82(",        "\xF0\x9F\x98("};
    (void)state;
    for (size_t before = 0; before < 40; before++) {
        for (size_t wide = 0; wide < 2; wide++) {
            for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
                size_t length = before * (wide + 1), offset = SIZE_MAX;
                char *text = malloc(length + strlen(bad[i])); /* of exactly that size, for the sanitizer */
                for (size_t k = 0; k < before; k++)
                    memcpy(text + k * (wide + 1), wide ? "\xC3\xA9" : "a", wide + 1);
                assert_true(rapport__utf8_valid(text, length, &offset));
                assert_true(offset == SIZE_MAX);
                memcpy(text + length, bad[i], strlen(bad[i]));
                assert_false(rapport__utf8_valid(text, length + strlen(bad[i]), &offset));
                assert_int_equal(offset, length);
                assert_false(rapport__utf8_valid(text, length + strlen(bad[i]), NULL));
                free(text);
            }
        }
    }
}

static void whole_cuts_only_what_is_not_a_whole_character(void **state)
{
    static const char text[] = "a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80z"; /* a é € 😀 z end at 1 3 6 10 11 */
    static const size_t whole[] = {0, 1, 1, 3, 3, 3, 6, 6, 6, 6, 10, 11};
    (void)state;
    for (size_t length = 0; length <= 11; length++)
        assert_int_equal(rapport__utf8_whole(text, length), whole[length]);
    assert_int_equal(rapport__utf8_whole("\x80\x80\x80\x80\x80", 5), 5); /* no text at all: left as it is */
}

/* The same order by going through UTF-16, as RFC 8785, 3.2.3, words it. */
static int by_units(uint32_t a, uint32_t b)
{
    uint32_t left = a > 0xFFFF ? 0xD800 + ((a - 0x10000) >> 10) : a, right = b > 0xFFFF ? 0xD800 + ((b - 0x10000) >> 10) : b;
    if (left != right)
        return left < right ? -1 : 1;
    return (a > b) - (a < b);
}

static int sign(int x)
{
    return (x > 0) - (x < 0);
}

static void compares_by_utf16_code_units(void **state)
{
    static const uint32_t edges[] = {1,       0x41,    0x7F,    0x80,    0x7FF,   0x800,    0xFFF,   0x1000,
                                     0xCFFF,  0xD000,  0xD7FF,  0xE000,  0xEFFF,  0xF000,   0xFFFF,  0x10000,
                                     0x103FF, 0x10400, 0xFFFFF, 0x3FFFF, 0x40000, 0x100000, 0x10FFFF};
    (void)state;
    for (size_t i = 0; i < sizeof edges / sizeof *edges; i++) {
        for (size_t k = 0; k < sizeof edges / sizeof *edges; k++) {
            char a[8] = "x", b[8] = "x";
            size_t a_length = 1 + rapport__utf8_encode(edges[i], a + 1), b_length = 1 + rapport__utf8_encode(edges[k], b + 1);
            assert_int_equal(sign(rapport__utf8_compare(a, a_length, b, b_length)), by_units(edges[i], edges[k]));
        }
    }
    assert_true(rapport__utf8_compare("ab", 2, "abc", 3) < 0);
    assert_true(rapport__utf8_compare("abc", 3, "ab", 2) > 0);
    assert_int_equal(rapport__utf8_compare("", 0, "", 0), 0);
    assert_true(rapport__utf8_compare("b", 1, "abc", 3) > 0);
    assert_int_equal(rapport__utf8_compare("abX", 2, "abY", 2), 0); /* what lies behind is not looked at */
}

/* Widths as EastAsianWidth.txt and the general categories of the Unicode Character Database have them. */
static void knows_the_width_of_characters(void **state)
{
    static const struct {
        uint32_t character;
        int width;
    } known[] = {
        {0x00, 0},    {0x1F, 0},    {' ', 1},     {'A', 1},     {'~', 1},     {0x7F, 0},    {0x85, 0},    {0xA0, 1},
        {0xAD, 1},    {0xE9, 1},    {0x300, 0},   {0x301, 0},   {0x36F, 0},   {0x370, 1},   {0x3B1, 1},   {0x416, 1},
        {0x5D0, 1},   {0x5B0, 0},   {0x64B, 0},   {0x94D, 0},   {0x10FF, 1},  {0x1100, 2},  {0x115F, 2},  {0x1160, 0},
        {0x200B, 0},  {0x200D, 0},  {0x2014, 1},  {0x20AC, 1},  {0x231A, 2},  {0x231C, 1},  {0x2588, 1},  {0x2591, 1},
        {0x2605, 1},  {0x2705, 2},  {0x2E80, 2},  {0x3000, 2},  {0x302A, 0},  {0x303F, 1},  {0x3042, 2},  {0x4E00, 2},
        {0x9FFF, 2},  {0xA4D0, 1},  {0xAC00, 2},  {0xD7A3, 2},  {0xF900, 2},  {0xFE0F, 0},  {0xFEFF, 0},  {0xFF01, 2},
        {0xFF21, 2},  {0xFF61, 1},  {0xFF71, 1},  {0xFFE5, 2},  {0xFFFD, 1},  {0x10400, 1}, {0x1F004, 2}, {0x1F600, 2},
        {0x1F680, 2}, {0x1FAF6, 2}, {0x20000, 2}, {0x3FFFD, 2}, {0x3FFFE, 1}, {0xE0001, 0}, {0xE0100, 0}, {0x10FFFF, 1},
    };
    (void)state;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (rapport__utf8_width(known[i].character) != known[i].width)
            fail_msg("U+%04X has %d columns, not %d", known[i].character, rapport__utf8_width(known[i].character),
                     known[i].width);
}

static void columns_add_up(void **state)
{
    (void)state;
    assert_int_equal(rapport__utf8_columns("", 0), 0);
    assert_int_equal(rapport__utf8_columns("abc", 3), 3);
    assert_int_equal(rapport__utf8_columns("e\xCC\x81t\xC3\xA9", 6), 3);        /* e + U+0301, t, é */
    assert_int_equal(rapport__utf8_columns("\xE4\xB8\xAD\xE6\x96\x87!", 7), 5); /* two Han characters and ! */
    assert_int_equal(rapport__utf8_columns("ab\xFFxyz", 6), 2);                 /* ends where the text is not valid */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(accepts_exactly_what_the_grammar_of_rfc_3629_accepts),
        cmocka_unit_test(every_character_comes_back_as_it_went_in),
        cmocka_unit_test(encodes_the_examples_of_rfc_3629),
        cmocka_unit_test(names_the_first_bad_byte_wherever_it_stands),
        cmocka_unit_test(whole_cuts_only_what_is_not_a_whole_character),
        cmocka_unit_test(compares_by_utf16_code_units),
        cmocka_unit_test(knows_the_width_of_characters),
        cmocka_unit_test(columns_add_up),
    };
    return cmocka_run_group_tests_name("utf8", tests, NULL, NULL);
}
