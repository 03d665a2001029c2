/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "testkit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/json_read.h"

/* Reads a copy of exactly that size, without a NUL, so that a sanitizer sees one byte too many. */
static rapport_status parse(const char *text, size_t length, rapport__json **out, rapport_error *error)
{
    char *copy = malloc(length ? length : 1);
    rapport_status status;
    memcpy(copy, text, length);
    status = rapport__json_parse(copy, (int64_t)length, NULL, out, error);
    free(copy);
    assert_true(!*out == (status != RAPPORT_OK));
    return status;
}

static rapport__json *sound(const char *text)
{
    rapport__json *doc;
    rapport_error error = {0};
    if (parse(text, strlen(text), &doc, &error))
        fail_msg("%s: %u:%u %s %s", text, error.line, error.column, error.path, error.message);
    return doc;
}

/* A text with its length, as it may have U+0000 in it. */
#define TEXT(literal) (literal), sizeof(literal) - 1

typedef struct refusal {
    const char *text;
    size_t length;
    uint32_t line, column;
    const char *path, *message;
} refusal;

static void check_refusal(const refusal *r, rapport_status expected)
{
    rapport__json *doc;
    rapport_error error;
    memset(&error, 0xAA, sizeof error);
    if (parse(r->text, r->length, &doc, &error) != expected || error.status != expected || error.line != r->line ||
        error.column != r->column || strcmp(error.path, r->path) || !strstr(error.message, r->message))
        fail_msg("%s: status %d, %u:%u, path %s, message %s", r->text, error.status, error.line, error.column, error.path,
                 error.message);
    assert_int_equal(parse(r->text, r->length, &doc, NULL), expected);
}

static void refuses_broken_structure_and_says_where(void **state)
{
    static const refusal cases[] = {
        {TEXT(""), 1, 1, "", "the text is empty"},
        {TEXT(" \n\t\r "), 2, 4, "", "the text is empty"},
        {TEXT("\xEF\xBB\xBF{}"), 1, 1, "", "byte order mark"},
        {TEXT("\xEF\xBB\xBF"), 1, 1, "", "byte order mark"},
        {TEXT("["), 1, 2, "/0", "the text ends where a value is expected"},
        {TEXT("[1"), 1, 3, "", "the text ends inside an array"},
        {TEXT("[1,"), 1, 4, "/1", "the text ends where a value is expected"},
        {TEXT("[[1],["), 1, 7, "/1/0", "the text ends where a value is expected"},
        {TEXT("{"), 1, 2, "", "the text ends inside an object"},
        {TEXT("{\"a\""), 1, 5, "", "the text ends after a key"},
        {TEXT("{\"a\":"), 1, 6, "/a", "the text ends where a value is expected"},
        {TEXT("{\"a\":1"), 1, 7, "", "the text ends inside an object"},
        {TEXT("{\"a\":{\"b\":[1,2"), 1, 15, "/a/b", "the text ends inside an array"},
        {TEXT("{\"a\":1,"), 1, 8, "", "the text ends inside an object"},
        {TEXT("[1,]"), 1, 4, "", "a comma must be followed by another"},
        {TEXT("{\"a\":[{\"b\":1,}]}"), 1, 14, "/a/0", "a comma must be followed by another"},
        {TEXT("[,1]"), 1, 2, "/0", "expected a value"},
        {TEXT("[1,,2]"), 1, 4, "/1", "expected a value"},
        {TEXT("{,}"), 1, 2, "", "expected a key in double quotes"},
        {TEXT("[1 2]"), 1, 4, "", "expected ',' or ']' after an array element"},
        {TEXT("[1}"), 1, 3, "", "expected ',' or ']' after an array element"},
        {TEXT("{\"a\":1]"), 1, 7, "", "expected ',' or '}' after an object member"},
        {TEXT("{\"a\":1 \"b\":2}"), 1, 8, "", "expected ',' or '}' after an object member"},
        {TEXT("{\"a\" 1}"), 1, 6, "", "expected ':' after a key"},
        {TEXT("{\"a\",1}"), 1, 5, "", "expected ':' after a key"},
        {TEXT("{a:1}"), 1, 2, "", "expected a key in double quotes"},
        {TEXT("{'a':1}"), 1, 2, "", "expected a key in double quotes"},
        {TEXT("{1:1}"), 1, 2, "", "expected a key in double quotes"},
        {TEXT("]"), 1, 1, "", "expected a value"},
        {TEXT("}"), 1, 1, "", "expected a value"},
        {TEXT(":"), 1, 1, "", "expected a value"},
        {TEXT("1 2"), 1, 3, "", "expected the end of the text"},
        {TEXT("{}\n{}"), 2, 1, "", "expected the end of the text"},
        {TEXT("[]]"), 1, 3, "", "expected the end of the text"},
        {TEXT("{}}"), 1, 3, "", "expected the end of the text"},
        {TEXT("\"a\",1"), 1, 4, "", "expected the end of the text"},
        {TEXT("// no\n1"), 1, 1, "", "comments are not allowed"},
        {TEXT("[1, /* no */ 2]"), 1, 5, "/1", "comments are not allowed"},
        {TEXT("[1 # no\n]"), 1, 4, "", "comments are not allowed"},
        {TEXT("{ // no\n}"), 1, 3, "", "comments are not allowed"},
        {TEXT("[\xC2\xA0 1]"), 1, 2, "/0", "expected a value"}, /* a no-break space is no white space of JSON */
        {TEXT("[\f1]"), 1, 2, "/0", "expected a value"},
        {TEXT("[\v1]"), 1, 2, "/0", "expected a value"},
        {TEXT("[\x80]"), 1, 2, "/0", "not valid UTF-8"},
        {TEXT("[\xFF]"), 1, 2, "/0", "not valid UTF-8"},
        {TEXT("\xFF\xFE[\0]\0"), 1, 1, "", "not valid UTF-8"}, /* UTF-16 */
        {TEXT("[1]\xC3"), 1, 4, "", "not valid UTF-8"},
        {TEXT("[\0]"), 1, 2, "/0", "U+0000 is not allowed"},
        {TEXT("[1]\0"), 1, 4, "", "U+0000 is not allowed"},
        {TEXT("\0"), 1, 1, "", "U+0000 is not allowed"},
        {TEXT("[1\0,2]"), 1, 3, "", "U+0000 is not allowed"},
        {TEXT("{\"a\"\0:2}"), 1, 5, "", "U+0000 is not allowed"},
        {TEXT("{\0\"a\":2}"), 1, 2, "", "U+0000 is not allowed"},
        {TEXT("{\n  \"criteria\": [\n    {\"id\": \"a\"},\n    {\"id\": \"b\", \"weight\": }\n  ]\n}"), 4, 27,
         "/criteria/1/weight", "expected a value"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_refusal(&cases[i], RAPPORT_BAD_SYNTAX);
}

static void refuses_broken_scalars_and_says_where(void **state)
{
    static const refusal cases[] = {
        {TEXT("nul"), 1, 1, "", "the only bare words"},
        {TEXT("[tru]"), 1, 2, "/0", "the only bare words"},
        {TEXT("{\"a\":fals}"), 1, 6, "/a", "the only bare words"},
        {TEXT("nullx"), 1, 5, "", "expected the end of the text"},
        {TEXT("[truefalse]"), 1, 6, "", "expected ',' or ']'"},
        {TEXT("True"), 1, 1, "", "expected a value"},
        {TEXT("NaN"), 1, 1, "", "NaN and Infinity"},
        {TEXT("[1, Infinity]"), 1, 5, "/1", "NaN and Infinity"},
        {TEXT("-Infinity"), 1, 2, "", "'-' must be followed by a digit"},
        {TEXT("-NaN"), 1, 2, "", "'-' must be followed by a digit"},
        {TEXT("-"), 1, 2, "", "'-' must be followed by a digit"},
        {TEXT("--1"), 1, 2, "", "'-' must be followed by a digit"},
        {TEXT("- 1"), 1, 2, "", "'-' must be followed by a digit"},
        {TEXT("-.5"), 1, 2, "", "'-' must be followed by a digit"},
        {TEXT("+1"), 1, 1, "", "a number must begin with"},
        {TEXT(".5"), 1, 1, "", "a number must begin with"},
        {TEXT("01"), 1, 1, "", "must not begin with 0"},
        {TEXT("[-00]"), 1, 3, "/0", "must not begin with 0"},
        {TEXT("[1.]"), 1, 4, "/0", "the point of a number"},
        {TEXT("[1.e5]"), 1, 4, "/0", "the point of a number"},
        {TEXT("0."), 1, 3, "", "the point of a number"},
        {TEXT("[1e]"), 1, 4, "/0", "the exponent"},
        {TEXT("[1E+]"), 1, 5, "/0", "the exponent"},
        {TEXT("[1e-"), 1, 5, "/0", "the exponent"},
        {TEXT("[1e1.5]"), 1, 5, "", "expected ',' or ']'"},
        {TEXT("0x10"), 1, 2, "", "expected the end of the text"},
        {TEXT("1_000"), 1, 2, "", "expected the end of the text"},
        {TEXT("1,5"), 1, 2, "", "expected the end of the text"},
        {TEXT("{\"w\":1e309}"), 1, 6, "/w", "too large"},
        {TEXT("[-1e309]"), 1, 2, "/0", "too large"},
        {TEXT("1.7976931348623159e308"), 1, 1, "", "too large"}, /* above 2^1024 - 2^970, which rounds to infinity */
        {TEXT("1e99999999999999999999"), 1, 1, "", "too large"},
        {TEXT("'a'"), 1, 1, "", "double quotes"},
        {TEXT("\""), 1, 2, "", "the text ends inside a string"},
        {TEXT("[\"abc"), 1, 6, "/0", "the text ends inside a string"},
        {TEXT("{\"abc"), 1, 6, "", "the text ends inside a string"},
        {TEXT("\"\\"), 1, 3, "", "the text ends inside a string"},
        {TEXT("\"a\\\""), 1, 5, "", "the text ends inside a string"},
        {TEXT("\"\\n"), 1, 4, "", "the text ends inside a string"},
        {TEXT("[\"a\nb\"]"), 1, 4, "/0", "a line break inside a string"},
        {TEXT("[\"a\rb\"]"), 1, 4, "/0", "a line break inside a string"},
        {TEXT("[\"a\tb\"]"), 1, 4, "/0", "a tab inside a string"},
        {TEXT("[\"\\n\x1F\"]"), 1, 5, "/0", "a control character inside a string"},
        {TEXT("[\"\x01\"]"), 1, 3, "/0", "a control character inside a string"},
        {TEXT("[\"a\0b\"]"), 1, 4, "/0", "U+0000 is not allowed"},
        {TEXT("{\"a\0b\":1}"), 1, 4, "", "U+0000 is not allowed"},
        {TEXT("[\"\\u0000\"]"), 1, 3, "/0", "U+0000 is not allowed"},
        {TEXT("{\"\\u0000\":1}"), 1, 3, "", "U+0000 is not allowed"},
        {TEXT("[\"\\a\"]"), 1, 3, "/0", "after \\ in a string"},
        {TEXT("[\"\\'\"]"), 1, 3, "/0", "after \\ in a string"},
        {TEXT("[\"\\0\"]"), 1, 3, "/0", "after \\ in a string"},
        {TEXT("[\"\\\0\"]"), 1, 3, "/0", "after \\ in a string"},
        {TEXT("[\"\\U0041\"]"), 1, 3, "/0", "after \\ in a string"},
        {TEXT("[\"\\x41\"]"), 1, 3, "/0", "after \\ in a string"},
        {TEXT("[\"\\\xC3\xA9\"]"), 1, 3, "/0", "after \\ in a string"},
        {TEXT("[\"\\u12\"]"), 1, 3, "/0", "four hexadecimal digits"},
        {TEXT("[\"\\u12G4\"]"), 1, 3, "/0", "four hexadecimal digits"},
        {TEXT("[\"\\u12g4\"]"), 1, 3, "/0", "four hexadecimal digits"},
        {TEXT("[\"\\u@123\"]"), 1, 3, "/0", "four hexadecimal digits"},
        {TEXT("[\"\\u`123\"]"), 1, 3, "/0", "four hexadecimal digits"},
        {TEXT("[\"\\u 123\"]"), 1, 3, "/0", "four hexadecimal digits"},
        {TEXT("\"\\u123"), 1, 2, "", "four hexadecimal digits"},
        {TEXT("[\"\\uD800\"]"), 1, 3, "/0", "surrogate"},
        {TEXT("[\"\\uDBFF\\u0041\"]"), 1, 3, "/0", "surrogate"},
        {TEXT("[\"\\uD800\\uD800\"]"), 1, 3, "/0", "surrogate"},
        {TEXT("[\"\\uD800\\uE000\"]"), 1, 3, "/0", "surrogate"},
        {TEXT("[\"\\uD800\\n\"]"), 1, 3, "/0", "surrogate"},
        {TEXT("[\"\\uD800\\\"]"), 1, 3, "/0", "surrogate"},
        {TEXT("[\"\\uD800\\uZZZZ\"]"), 1, 3, "/0", "surrogate"},
        {TEXT("[\"\\uD800xudc00\"]"), 1, 3, "/0", "surrogate"},
        {TEXT("[\"ab\\uDC00\"]"), 1, 5, "/0", "surrogate"},
        {TEXT("[\"\\uDC00\\uDC00\"]"), 1, 3, "/0", "surrogate"},
        {TEXT("[\"\\uDFFF\\uD800\"]"), 1, 3, "/0", "surrogate"},
        {TEXT("\"\\uD83D\\uDE0"), 1, 2, "", "surrogate"},
        {TEXT("[\"\x80\"]"), 1, 3, "/0", "not valid UTF-8"}, /* with no bit but the highest */
        {TEXT("[\"a\x80\"]"), 1, 4, "/0", "not valid UTF-8"},
        {TEXT("[\"\xC3\xA9\xC0\x80\"]"), 1, 4, "/0", "not valid UTF-8"},
        {TEXT("[\"\xED\xA0\x80\"]"), 1, 3, "/0", "not valid UTF-8"},
        {TEXT("[\"\xF4\x90\x80\x80\"]"), 1, 3, "/0", "not valid UTF-8"},
        {TEXT("[\"\xC3"), 1, 3, "/0", "not valid UTF-8"},
        {TEXT("[\"\\n\xE2\x82\"]"), 1, 5, "/0", "not valid UTF-8"},
        {TEXT("[\"\xC3\n\"]"), 1, 3, "/0", "not valid UTF-8"},
        {TEXT("{\"\xFF\":1}"), 1, 3, "", "not valid UTF-8"},
        {TEXT("{\"x/y~\": {\"\": nope}}"), 1, 15, "/x~1y~0/", "the only bare words"},
        {TEXT("{\"\\u00e9\xE2\x82\xAC\": nope}"), 1, 13, "/\xC3\xA9\xE2\x82\xAC", "the only bare words"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_refusal(&cases[i], RAPPORT_BAD_SYNTAX);
}

static void every_cut_of_a_sound_document_is_refused_at_its_end(void **state)
{
    static const char text[] =
        "{\"a\":[1,-2.5e+3,{\"k\\u00e9y\":\"\\\"\xC3\xA9\xF0\x9F\x98\x80\"}],\"b\":{},\"c\":[[],null,true,false]}";
    (void)state;
    for (size_t length = 0; length < sizeof text - 1; length++) {
        rapport__json *doc;
        rapport_error error;
        assert_int_equal(parse(text, length, &doc, &error), RAPPORT_BAD_SYNTAX);
        assert_int_equal(error.line, 1);
        assert_in_range(error.column, length < 8 ? 1 : length - 8, length + 1);
    }
    rapport__json_destroy(sound(text));
}

static void accepts_every_kind_of_value(void **state)
{
    static const char *const texts[] = {
        "null",
        "true",
        "false",
        "0",
        "-0",
        "1",
        "-1",
        "10",
        "1.0",
        "0.5",
        "-0.0",
        "1e5",
        "1E5",
        "1e+5",
        "1e-5",
        "1E-05",
        "0e0",
        "0E+00",
        "123456789012345678901234567890",
        "1e-400",
        "1.7976931348623157e308",
        "-1.7976931348623157E+308",
        "4.9e-324",
        "\"\"",
        "\"a\"",
        "\" \"",
        "\"\x7F\"",
        "\"/\"",
        "\"\\/\"",
        "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"",
        "\"\\u0001\"",
        "\"\\uFFFF\"",
        "\"\\uffFf\"",
        "\"\\uD83D\\uDE00\"",
        "\"\\ud800\\udc00\"",
        "\"\\uDBFF\\uDFFF\"",
        "\"\xC3\xA9\"",
        "\"\xEF\xBB\xBF\"",
        "\"\xEF\xBF\xBF\"",
        "\"\xF4\x8F\xBF\xBF\"",
        "\"\xE2\x80\xA8\"",
        "\"'\"",
        "\"//\"",
        "[]",
        "[ ]",
        "[\n]",
        "{}",
        "{ }",
        "[1]",
        "[ 1 , 2 ]",
        "[[]]",
        "[[],[]]",
        "[{}]",
        "{\"a\":1}",
        "{ \"a\" : 1 , \"b\" : 2 }",
        "{\"\":0}",
        "{\"a\":{\"a\":{\"a\":1}}}",
        " 1 ",
        "\t1\n",
        "\r\n1\r\n",
        "[null,true,false,0,\"\",[],{}]",
        "{\"A\":1,\"a\":2}",
        "{\"a\":1,\"a \":2}",
        "{\"\\u00e9\":1,\"e\":2}",
        "[\"a\\u005D\"]",
    };
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        rapport__json_destroy(sound(texts[i]));
}

static void check_number(const char *text, double expected)
{
    rapport__json *doc = sound(text);
    assert_int_equal(rapport__json_type_of(doc, 0), RAPPORT__JSON_NUMBER);
    assert_same_bits(rapport__json_number(doc, 0), expected);
    rapport__json_destroy(doc);
}

static void reads_numbers_to_the_nearest_double(void **state)
{
    (void)state;
    check_number("0", 0.0);
    check_number("-0", 0.0);
    check_number("-0.0", 0.0);
    check_number("-0e5", 0.0);
    check_number("-1e-400", 0.0);
    check_number("1e-400", 0.0);
    check_number("7", 7.0);
    check_number("-15", -15.0);
    check_number("99999999999999", 99999999999999.0);
    check_number("-99999999999999", -99999999999999.0);
    check_number("999999999999999", 999999999999999.0); /* 15 digits: below 2^53 */
    check_number("9999999999999999",
                 10000000000000000.0); /* 16 digits: 9999999999999999 lies between two doubles, halves to even */
    check_number("9007199254740993", 9007199254740992.0); /* 2^53 + 1, a tie: to even */
    check_number("-9007199254740993", -9007199254740992.0);
    check_number("0.1", 0x1.999999999999ap-4);
    check_number("1.5", 1.5);
    check_number("25e-1", 2.5);
    check_number("1e22", 1e22);
    check_number("1.7976931348623157e308", 0x1.fffffffffffffp+1023);
    check_number("1.7976931348623158e308", 0x1.fffffffffffffp+1023); /* still nearer to the largest double */
    check_number("4.9406564584124654e-324", 0x1p-1074);
}

static void tells_integers(void **state)
{
    static const struct {
        const char *text;
        bool integer;
        int64_t value;
    } cases[] = {
        {"0", true, 0},
        {"-0", true, 0},
        {"5", true, 5},
        {"-5", true, -5},
        {"5.0", true, 5},
        {"5e2", true, 500},
        {"9007199254740991", true, INT64_C(9007199254740991)},
        {"-9007199254740991", true, -INT64_C(9007199254740991)},
        {"9007199254740992", false, 0},
        {"-9007199254740992", false, 0},
        {"1e300", false, 0},
        {"-1e300", false, 0},
        {"0.5", false, 0},
        {"-0.5", false, 0},
        {"5.000000000000001", false, 0},
        {"1e-300", false, 0},
        {"\"5\"", false, 0},
        {"true", false, 0},
        {"null", false, 0},
        {"[5]", false, 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        rapport__json *doc = sound(cases[i].text);
        int64_t value = 0;
        assert_int_equal(rapport__json_integer(doc, 0, &value), cases[i].integer);
        if (cases[i].integer)
            assert_true(value == cases[i].value);
        rapport__json_destroy(doc);
    }
}

static void check_text(const char *json, const char *expected)
{
    rapport__json *doc = sound(json);
    size_t length = 99;
    assert_string_equal(rapport__json_text(doc, 0, &length), expected);
    assert_int_equal(length, strlen(expected));
    assert_true(rapport__json_is(doc, 0, expected));
    assert_false(rapport__json_is(doc, 0, "something else"));
    if (length) {
        char other[32];
        strcpy(other, expected);
        other[length - 1] ^= 1;
        assert_false(rapport__json_is(doc, 0, other));
    }
    rapport__json_destroy(doc);
}

static void decodes_strings(void **state)
{
    (void)state;
    check_text("\"\"", "");
    check_text("\"plain\"", "plain");
    check_text("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\b\f\n\r\t");
    check_text("\"a\\nb\\nc\"", "a\nb\nc");
    check_text("\"\\u0041\\u00e9\\u20AC\\uD83D\\uDE00\"", "A\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80");
    check_text("\"\\ud800\\udc00\\uDBFF\\uDFFF\"", "\xF0\x90\x80\x80\xF4\x8F\xBF\xBF"); /* U+10000, U+10FFFF */
    check_text("\"\\uD7FF\\uE000\"", "\xED\x9F\xBF\xEE\x80\x80");
    check_text("\"x\xC3\xA9\\t\xE2\x82\xAC\"", "x\xC3\xA9\t\xE2\x82\xAC");
    check_text("\"\\u007f\\u0080\\u07ff\\u0800\"", "\x7F\xC2\x80\xDF\xBF\xE0\xA0\x80");
}

static void knows_type_count_and_children_of_every_value(void **state)
{
    rapport__json *doc = sound("{\"n\": null, \"b\": [true, false], \"s\": \"x\", \"o\": {\"e\": [], \"f\": {}}, \"z\": 1.5}");
    static const rapport__json_type types[] = {
        RAPPORT__JSON_OBJECT, RAPPORT__JSON_NULL,   RAPPORT__JSON_ARRAY, RAPPORT__JSON_BOOLEAN, RAPPORT__JSON_BOOLEAN,
        RAPPORT__JSON_STRING, RAPPORT__JSON_OBJECT, RAPPORT__JSON_ARRAY, RAPPORT__JSON_OBJECT,  RAPPORT__JSON_NUMBER};
    static const uint32_t counts[] = {5, 0, 2, 0, 0, 0, 2, 0, 0, 0};
    static const uint32_t firsts[] = {
        1, RAPPORT_NONE, 3, RAPPORT_NONE, RAPPORT_NONE, RAPPORT_NONE, 7, RAPPORT_NONE, RAPPORT_NONE, RAPPORT_NONE};
    static const uint32_t nexts[] = {RAPPORT_NONE, 2, 5, 4, RAPPORT_NONE, 6, 9, 8, RAPPORT_NONE, RAPPORT_NONE};
    static const uint32_t parents[] = {RAPPORT_NONE, 0, 0, 2, 2, 0, 0, 6, 6, 0};
    static const char *const keys[] = {NULL, "n", "b", NULL, NULL, "s", "o", "e", "f", "z"};
    static const char *const paths[] = {"", "/n", "/b", "/b/0", "/b/1", "/s", "/o", "/o/e", "/o/f", "/z"};
    (void)state;
    assert_int_equal(rapport__json_values(doc), 10);
    for (uint32_t i = 0; i < 10; i++) {
        char path[64];
        size_t length = 99;
        const char *key = rapport__json_key(doc, i, &length);
        assert_int_equal(rapport__json_type_of(doc, i), types[i]);
        assert_int_equal(rapport__json_count(doc, i), counts[i]);
        assert_int_equal(rapport__json_first(doc, i), firsts[i]);
        assert_int_equal(rapport__json_next(doc, i), nexts[i]);
        assert_int_equal(rapport__json_parent(doc, i), parents[i]);
        assert_int_equal(rapport__json_index(doc, i), i == 4 ? 1 : 0);
        assert_true(!key == !keys[i]);
        assert_int_equal(length, keys[i] ? strlen(keys[i]) : 0);
        if (key)
            assert_string_equal(key, keys[i]);
        rapport__json_path(doc, i, path, sizeof path);
        assert_string_equal(path, paths[i]);
    }
    assert_true(rapport__json_boolean(doc, 3));
    assert_false(rapport__json_boolean(doc, 4));
    rapport__json_destroy(doc);
}

static void a_value_of_another_type_reads_as_nothing(void **state)
{
    rapport__json *doc = sound("[1, \"1\", true, null, [1], {\"a\": 1}]");
    (void)state;
    for (uint32_t i = 0; i < rapport__json_values(doc); i++) {
        rapport__json_type type = rapport__json_type_of(doc, i);
        size_t length = 99;
        if (type != RAPPORT__JSON_NUMBER)
            assert_same_bits(rapport__json_number(doc, i), 0);
        if (type != RAPPORT__JSON_BOOLEAN)
            assert_false(rapport__json_boolean(doc, i));
        if (type != RAPPORT__JSON_STRING) {
            assert_string_equal(rapport__json_text(doc, i, &length), "");
            assert_int_equal(length, 0);
            assert_false(rapport__json_is(doc, i, ""));
        }
        if (type != RAPPORT__JSON_OBJECT)
            assert_int_equal(rapport__json_find(doc, i, "a"), RAPPORT_NONE);
    }
    rapport__json_destroy(doc);
}

static void finds_members_by_their_whole_key(void **state)
{
    rapport__json *doc = sound("{\"weight\": 1, \"weigh\": 2, \"w\\u00e9\": 3, \"\": 4, \"in\": {\"deep\": 5}}");
    (void)state;
    assert_int_equal(rapport__json_find(doc, 0, "weight"), 1);
    assert_int_equal(rapport__json_find(doc, 0, "weigh"), 2);
    assert_int_equal(rapport__json_find(doc, 0, "w\xC3\xA9"), 3);
    assert_int_equal(rapport__json_find(doc, 0, ""), 4);
    assert_int_equal(rapport__json_find(doc, 0, "deep"), RAPPORT_NONE);
    assert_int_equal(rapport__json_find(doc, 0, "weights"), RAPPORT_NONE);
    assert_int_equal(rapport__json_find(doc, 0, "wEight"), RAPPORT_NONE);
    assert_int_equal(rapport__json_find(doc, 5, "deep"), 6);
    rapport__json_destroy(doc);
}

static void names_types_for_messages(void **state)
{
    static const char *const names[] = {"null", "true or false", "a number", "a string", "an array", "an object"};
    rapport__json *doc = sound("[null, true, 1, \"\", [], {}]");
    (void)state;
    for (uint32_t i = 0; i < 6; i++)
        assert_string_equal(rapport__json_type_name(rapport__json_type_of(doc, i + 1)), names[i]);
    rapport__json_destroy(doc);
}

static void positions_count_characters_and_lines(void **state)
{
    /* é, € and 😀 are one character each; a line ends with LF, and CR is a character */
    rapport__json *doc =
        sound("{\"\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80\": 1,\r\n \"b\\u00e9\": [\"\xC3\xA9\", 2],\n\n\"c\":\n\n3}");
    static const uint32_t expected[][4] = {/* line, column, key's line, key's column */
                                           {1, 1, 1, 1},   {1, 9, 1, 2},   {2, 13, 2, 2},
                                           {2, 14, 2, 14}, {2, 19, 2, 19}, {6, 1, 4, 1}};
    (void)state;
    assert_int_equal(rapport__json_values(doc), 6);
    for (uint32_t i = 0; i < 6; i++) {
        uint32_t line, column, key_line, key_column;
        rapport__json_position(doc, i, &line, &column);
        rapport__json_key_position(doc, i, &key_line, &key_column);
        assert_int_equal(line, expected[i][0]);
        assert_int_equal(column, expected[i][1]);
        assert_int_equal(key_line, expected[i][2]);
        assert_int_equal(key_column, expected[i][3]);
    }
    rapport__json_destroy(doc);
}

/* The place of a byte, counted from the start. */
static void count_to(const char *text, size_t offset, uint32_t *line, uint32_t *column)
{
    *line = *column = 1;
    for (size_t i = 0; i < offset; i++) {
        if (text[i] == '\n') {
            ++*line;
            *column = 1;
        } else if (((unsigned char)text[i] & 0xC0) != 0x80) {
            ++*column;
        }
    }
}

static uint64_t state = 1;

static uint32_t below(uint32_t limit) /* xorshift64*, Vigna 2016 */
{
    state ^= state >> 12;
    state ^= state << 25;
    state ^= state >> 27;
    return (uint32_t)((state * UINT64_C(2685821657736338717) >> 33) % limit);
}

/* Every value stands where its range says: there lies a text that reads as the same kind of value. */
static void check_ranges_and_positions(const char *text, size_t size, uint32_t step)
{
    rapport__json *doc;
    rapport_error error;
    if (parse(text, size, &doc, &error))
        fail_msg("%u:%u %s %s", error.line, error.column, error.path, error.message);
    for (uint32_t i = 0; i < rapport__json_values(doc); i += step) {
        size_t offset, length;
        uint32_t line, column, expected_line, expected_column;
        rapport__json *part;
        rapport__json_range(doc, i, &offset, &length);
        count_to(text, offset, &expected_line, &expected_column);
        rapport__json_position(doc, i, &line, &column);
        assert_int_equal(line, expected_line);
        assert_int_equal(column, expected_column);
        if (length > 1000)
            continue;
        assert_ok(parse(text + offset, length, &part, NULL));
        assert_int_equal(rapport__json_type_of(part, 0), rapport__json_type_of(doc, i));
        assert_int_equal(rapport__json_count(part, 0), rapport__json_count(doc, i));
        assert_string_equal(rapport__json_text(part, 0, NULL), rapport__json_text(doc, i, NULL));
        assert_same_bits(rapport__json_number(part, 0), rapport__json_number(doc, i));
        rapport__json_range(part, 0, &offset, &length);
        assert_int_equal(offset, 0);
        rapport__json_destroy(part);
    }
    rapport__json_destroy(doc);
}

static void positions_hold_in_long_documents_of_every_shape(void **unused)
{
    static const char *const pieces[] = {"1,",
                                         "\"\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80\",",
                                         "\n",
                                         "  ",
                                         "[\"\\u00e9\\n\", {\"k\": [null]}],",
                                         "\"a long string without anything special in it\",",
                                         "\r\n",
                                         "-12.5e3,"};
    char *text = malloc(40000);
    (void)unused;
    for (int round = 0; round < 24; round++) {
        size_t size = 1;
        text[0] = '[';
        while (size < 14000) { /* more than three blocks of 4096 */
            const char *piece = pieces[below(8)];
            if (round % 3 == 0 && strchr(piece, '\n')) /* one line, */
                continue;
            if (round % 3 == 1 && below(3)) /* or very many */
                piece = "\n";
            memcpy(text + size, piece, strlen(piece));
            size += strlen(piece);
        }
        memcpy(text + size, "0]", 2);
        check_ranges_and_positions(text, size + 2, 7);
    }
    free(text);
}

static void errors_far_into_a_document_have_the_right_place(void **unused)
{
    char *text = malloc(100000);
    size_t size = 1, at;
    (void)unused;
    text[0] = '[';
    for (int i = 0; i < 5000; i++)
        size += (size_t)sprintf(text + size, i % 100 ? "\"\xC3\xA9%d\"," : "\"\xC3\xA9%d\",\n", i);
    for (at = 1; at < size; at += 997) {
        rapport__json *doc;
        rapport_error error;
        uint32_t line, column;
        char kept = text[at];
        text[at] = '\x02'; /* allowed nowhere */
        assert_int_equal(parse(text, size, &doc, &error), RAPPORT_BAD_SYNTAX);
        count_to(text, at, &line, &column);
        assert_int_equal(error.line, line);
        /* in the place of the second byte of a character the error is the first one */
        assert_in_range(error.column, ((unsigned char)kept & 0xC0) == 0x80 ? column - 1 : column, column);
        text[at] = kept;
    }
    free(text);
}

static void nest(char *text, uint32_t depth, bool objects, const char *inside)
{
    *text = '\0';
    for (uint32_t i = 0; i < depth; i++)
        strcat(text, objects && i % 2 ? "{\"a\":" : "[");
    strcat(text, inside);
    for (uint32_t i = depth; i--;)
        strcat(text, objects && i % 2 ? "}" : "]");
}

static void reads_128_levels_and_refuses_129(void **unused)
{
    static char text[4096];
    (void)unused;
    for (int objects = 0; objects < 2; objects++) {
        rapport__json *doc;
        rapport_error error;
        char path[1024];
        nest(text, RAPPORT__JSON_DEPTH, objects, "7");
        assert_ok(parse(text, strlen(text), &doc, &error));
        assert_int_equal(rapport__json_values(doc), 129);
        assert_same_bits(rapport__json_number(doc, 128), 7);
        rapport__json_path(doc, 128, path, sizeof path);
        assert_int_equal(strlen(path), 256); /* /0 or /a, 128 times */
        rapport__json_destroy(doc);
        nest(text, RAPPORT__JSON_DEPTH + 1, objects, "");
        assert_int_equal(parse(text, strlen(text), &doc, &error), RAPPORT_LIMIT);
        assert_int_equal(error.line, 1);
        assert_int_equal(error.column, objects ? 64 + 64 * 5 + 1 : 129); /* [ and {"a": take 1 and 5 */
        assert_int_equal(strlen(error.path), 256);
        assert_non_null(strstr(error.message, "128"));
    }
}

static void deep_nesting_costs_no_more_than_its_refusal(void **unused)
{
    size_t size = 10000000;
    char *text = malloc(size);
    rapport__json *doc;
    (void)unused;
    memset(text, '[', size);
    assert_int_equal(rapport__json_parse(text, (int64_t)size, NULL, &doc, NULL), RAPPORT_LIMIT);
    free(text);
}

/* {"k0":0,"k1":1,…} with key `later` written as key `earlier` is. */
static size_t with_twin(char *text, int count, int earlier, int later)
{
    size_t size = 1;
    *text = '{';
    for (int i = 0; i < count; i++)
        size += (size_t)sprintf(text + size, "%s\"k%d\":%d", i ? "," : "", i == later ? earlier : i, i);
    text[size++] = '}';
    text[size] = '\0';
    return size;
}

static void finds_a_repeated_key_wherever_the_two_stand(void **unused)
{
    static char text[4096];
    (void)unused;
    for (int count = 2; count < 70; count += count < 20 || (count > 28 && count < 36) ? 1 : 9) {
        rapport__json *doc;
        rapport_error error;
        size_t size = with_twin(text, count, -1, -1);
        assert_ok(parse(text, size, &doc, NULL));
        rapport__json_destroy(doc);
        for (int later = 1; later < count; later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                char path[16], *at;
                size = with_twin(text, count, earlier, later);
                sprintf(path, "/k%d", earlier);
                at = strchr(text, '{');
                for (int i = 0; i < later; i++)
                    at = strchr(at + 1, ',');
                assert_int_equal(parse(text, size, &doc, &error), RAPPORT_DUPLICATE);
                assert_string_equal(error.path, path);
                assert_int_equal(error.line, 1);
                assert_int_equal(error.column, at - text + 2);
            }
        }
    }
}

static void reports_the_first_repetition_with_the_line_of_the_original(void **unused)
{
    static const refusal cases[] = {
        {TEXT("{\"a\":1,\"a\":2}"), 1, 8, "/a", "the object has this key already, in line 1"},
        {TEXT("{\"a\":1,\n\"b\":2,\n\"b\":3,\n\"a\":4}"), 3, 1, "/b", "in line 2"},
        {TEXT("{\"\":1,\"\":2}"), 1, 7, "/", "in line 1"},
        {TEXT("{\"a\":1,\"\\u0061\":2}"), 1, 8, "/a", "in line 1"},
        {TEXT("{\"\\u00e9\":1,\"\xC3\xA9\":2}"), 1, 13, "/\xC3\xA9", "in line 1"},
        {TEXT("[0,{\"x\":{\"a/b\":[],\n \"a/b\":{}}}]"), 2, 2, "/1/x/a~1b", "in line 1"},
        {TEXT("{\"a\":1,\"b\":{\"c\":1,\"c\":2},\"a\":3}"), 1, 19, "/b/c", "in line 1"},
        {TEXT("{\"x\":{\"a\":1,\"a\":1}, broken"), 1, 13, "/x/a", "in line 1"},
    };
    (void)unused;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_refusal(&cases[i], RAPPORT_DUPLICATE);
}

static void the_first_of_several_repetitions_in_a_large_object_is_reported(void **unused)
{
    static const char *const endings[] = {"\"a\":1,\n\"z\":1,\n\"k7\":1,\n\"z\":2,\n\"a\":2}",
                                          "\"a\":1,\n\"z\":1,\n\"k7\":1,\n\"a\":2,\n\"z\":2}",
                                          "\"z\":1,\n\"z\":2,\n\"z\":3,\n\"a\":1,\n\"a\":2}"};
    static const char *const paths[] = {"/k7", "/k7", "/z"}, *const originals[] = {"in line 1", "in line 1", "in line 2"};
    static const uint32_t lines[] = {4, 4, 3};
    (void)unused;
    for (size_t i = 0; i < 3; i++) {
        char text[2000];
        rapport__json *doc;
        rapport_error error;
        size_t size = with_twin(text, 50, -1, -1);
        text[size - 1] = ',';
        text[size] = '\n';
        strcpy(text + size + 1, endings[i]);
        assert_int_equal(parse(text, strlen(text), &doc, &error), RAPPORT_DUPLICATE);
        assert_string_equal(error.path, paths[i]);
        assert_int_equal(error.line, lines[i]);
        assert_int_equal(error.column, 1);
        assert_non_null(strstr(error.message, originals[i]));
    }
}

static void the_same_key_may_stand_in_different_objects(void **unused)
{
    (void)unused;
    rapport__json_destroy(sound("[{\"a\":{\"a\":1},\"b\":[{\"a\":1},{\"a\":1}]},{\"a\":1}]"));
}

/* Keys of the same length with the same beginning and end: comparing each with each would take minutes. */
static void hostile_keys_cost_no_more_than_sorting(void **unused)
{
    enum { KEYS = 300000 };
    char *text = malloc((size_t)KEYS * 32), *at = text;
    rapport__json *doc;
    rapport_error error;
    (void)unused;
    *at++ = '{';
    for (uint32_t i = 0; i < KEYS; i++)
        at += sprintf(at, "%s\"samebegin%07usame\":0", i ? "," : "",
                      (unsigned)(i * UINT64_C(514229) % KEYS)); /* a permutation: 514229 is prime */
    *at++ = '}';
    assert_ok(rapport__json_parse(text, at - text, NULL, &doc, &error));
    assert_int_equal(rapport__json_count(doc, 0), KEYS);
    rapport__json_destroy(doc);
    at += sprintf(at - 1, ",\"samebegin0000000same\":0}") - 1;
    assert_int_equal(rapport__json_parse(text, at - text, NULL, &doc, &error), RAPPORT_DUPLICATE);
    assert_string_equal(error.path, "/samebegin0000000same");
    free(text);
}

static void failures_of_meaning_carry_position_and_path(void **unused)
{
    rapport__json *doc = sound("{\n  \"criteria\": [ { \"wieght\": 3 } ]\n}");
    rapport__json_value weight = 3;
    rapport_error error;
    (void)unused;
    assert_int_equal(JSON_FAIL(&error, RAPPORT_BAD_DOCUMENT, doc, weight, "expected ", "a string"), RAPPORT_BAD_DOCUMENT);
    assert_int_equal(error.status, RAPPORT_BAD_DOCUMENT);
    assert_int_equal(error.line, 2);
    assert_int_equal(error.column, 29);
    assert_string_equal(error.path, "/criteria/0/wieght");
    assert_string_equal(error.message, "expected a string");
    assert_int_equal(JSON_FAIL_KEY(&error, RAPPORT_BAD_DOCUMENT, doc, weight, "unknown key"), RAPPORT_BAD_DOCUMENT);
    assert_int_equal(error.line, 2);
    assert_int_equal(error.column, 19);
    assert_int_equal(JSON_FAIL(NULL, RAPPORT_BAD_VALUE, doc, 0, "x"), RAPPORT_BAD_VALUE);
    rapport__json_destroy(doc);
}

static void a_path_that_does_not_fit_is_cut(void **unused)
{
    char path[16];
    rapport__json *doc = sound("{\"abcdefghijklm\":{\"nop\":1}}");
    (void)unused;
    rapport__json_path(doc, 1, path, sizeof path);
    assert_string_equal(path, "/abcdefghijklm");
    rapport__json_path(doc, 2, path, sizeof path);
    assert_string_equal(path, "/abcdefghijk\xE2\x80\xA6");
    rapport__json_destroy(doc);
}

static void refuses_arguments_outside_the_contract(void **unused)
{
    rapport__json *doc = (rapport__json *)&doc;
    rapport_error error;
    tk_heap heap = {0};
    rapport_allocator broken = tk_allocator(&heap);
    (void)unused;
    assert_int_equal(rapport__json_parse(NULL, 0, NULL, &doc, &error), RAPPORT_BAD_ARGUMENT);
    assert_null(doc);
    assert_int_equal(error.status, RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport__json_parse("1", -2, NULL, &doc, NULL), RAPPORT_BAD_ARGUMENT);
    broken.free = NULL;
    assert_int_equal(rapport__json_parse("1", 1, &broken, &doc, NULL), RAPPORT_BAD_ARGUMENT);
    rapport__json_destroy(NULL);
    assert_ok(rapport__json_parse("[1]", -1, NULL, &doc, NULL));
    assert_int_equal(rapport__json_values(doc), 2);
    rapport__json_destroy(doc);
}

static void the_longest_document_is_a_limit(void **unused)
{
    rapport__json *doc;
    rapport_error error;
    tk_heap heap = {.fail_at = 2}; /* the copy of the text: so no byte of it is looked at */
    rapport_allocator memory = tk_allocator(&heap);
    (void)unused;
    assert_int_equal(rapport__json_parse("1", (int64_t)RAPPORT_MAX_DOCUMENT, &memory, &doc, &error), RAPPORT_NO_MEMORY);
    assert_int_equal(heap.calls, 2);
    assert_int_equal(heap.live_blocks, 0);
    assert_int_equal(rapport__json_parse("1", (int64_t)RAPPORT_MAX_DOCUMENT + 1, &memory, &doc, &error), RAPPORT_LIMIT);
    assert_int_equal(heap.calls, 2);
    assert_int_equal(error.status, RAPPORT_LIMIT);
    assert_non_null(strstr(error.message, "1073741824"));
}

static void memory_is_32_bytes_a_value_and_the_text(void **unused)
{
    char *text = malloc(400000);
    size_t size = 1;
    tk_heap heap = {0};
    rapport_allocator memory = tk_allocator(&heap);
    rapport__json *doc;
    (void)unused;
    text[0] = '[';
    for (int i = 0; i < 5000; i++)
        size += (size_t)sprintf(text + size, "{\"id\":\"c%d\",\"weight\":%d,\"on\":true,\"note\":\"a\\nb\"},", i, i);
    memcpy(text + size, "0]", 2);
    size += 2;
    assert_ok(rapport__json_parse(text, (int64_t)size, &memory, &doc, NULL));
    assert_int_equal(rapport__json_values(doc), 25002);
    /* the decoded note with its NUL has 4 bytes; 8 bytes for each 4096 of text; the document itself is below 200 */
    assert_true(heap.live_bytes <= 32 * 25002 + size + 5000 * 4 + size / 4096 * 8 + 200);
    rapport__json_destroy(doc);
    assert_int_equal(heap.live_blocks, 0);
    free(text);
}

static rapport_status read_it_all(const rapport_allocator *memory)
{
    static char text[20000];
    size_t size = 1;
    rapport__json *doc;
    rapport_error error;
    rapport_status status;
    text[0] = '{';
    for (int i = 0; i < 300; i++)
        size += (size_t)sprintf(text + size, "\"key %d\\n\": [%d, \"\\u00e9%d\", {\"a\": {}, \"b\": null}],\n", i, i, i);
    memcpy(text + size, "\"z\":0}", 6);
    status = rapport__json_parse(text, (int64_t)size + 6, memory, &doc, &error);
    assert_true(!doc == (status != RAPPORT_OK));
    if (status) {
        assert_int_equal(error.status, RAPPORT_NO_MEMORY);
        assert_string_equal(error.message, "no memory");
    } else {
        assert_int_equal(rapport__json_values(doc), 2 + 300 * 6);
    }
    rapport__json_destroy(doc);
    return status;
}

/* The tape grows at 8, 16, 32 … values: once for each kind of value. */
static rapport_status read_every_kind(const rapport_allocator *memory)
{
    static const char *const kinds[] = {"null,", "\"x\",", "1.5,", "[],", "7,"};
    char text[2000] = "[";
    rapport__json *doc;
    rapport_status status;
    for (int i = 0; i < 5; i++)
        for (int k = 0; k < 12 << i; k++)
            strcat(text, i < 3 || k % 2 ? kinds[i] : "");
    strcat(text, "0]");
    status = rapport__json_parse(text, -1, memory, &doc, NULL);
    rapport__json_destroy(doc);
    return status;
}

static void survives_every_allocation_failure(void **unused)
{
    (void)unused;
    assert_in_range(tk_exhaust_memory(read_it_all), 15, 60);
    assert_in_range(tk_exhaust_memory(read_every_kind), 8, 12);
}

static void refusals_leak_nothing(void **unused)
{
    static const char *const bad[] = {"",        "[1,",     "{\"a\\n\":1,\"a\\n\":2}", "[\"\\n", "[\"abc\\uD800\"]",
                                      "[1e999]", "[[[[{}}]"};
    (void)unused;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        tk_heap heap = {0};
        rapport_allocator memory = tk_allocator(&heap);
        rapport__json *doc;
        assert_int_not_equal(rapport__json_parse(bad[i], -1, &memory, &doc, NULL), RAPPORT_OK);
        assert_null(doc);
        assert_true(heap.calls >= 2);
        assert_int_equal(heap.live_blocks, 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(refuses_broken_structure_and_says_where),
        cmocka_unit_test(refuses_broken_scalars_and_says_where),
        cmocka_unit_test(every_cut_of_a_sound_document_is_refused_at_its_end),
        cmocka_unit_test(accepts_every_kind_of_value),
        cmocka_unit_test(reads_numbers_to_the_nearest_double),
        cmocka_unit_test(tells_integers),
        cmocka_unit_test(decodes_strings),
        cmocka_unit_test(knows_type_count_and_children_of_every_value),
        cmocka_unit_test(a_value_of_another_type_reads_as_nothing),
        cmocka_unit_test(finds_members_by_their_whole_key),
        cmocka_unit_test(names_types_for_messages),
        cmocka_unit_test(positions_count_characters_and_lines),
        cmocka_unit_test(positions_hold_in_long_documents_of_every_shape),
        cmocka_unit_test(errors_far_into_a_document_have_the_right_place),
        cmocka_unit_test(reads_128_levels_and_refuses_129),
        cmocka_unit_test(deep_nesting_costs_no_more_than_its_refusal),
        cmocka_unit_test(finds_a_repeated_key_wherever_the_two_stand),
        cmocka_unit_test(reports_the_first_repetition_with_the_line_of_the_original),
        cmocka_unit_test(the_first_of_several_repetitions_in_a_large_object_is_reported),
        cmocka_unit_test(the_same_key_may_stand_in_different_objects),
        cmocka_unit_test(hostile_keys_cost_no_more_than_sorting),
        cmocka_unit_test(failures_of_meaning_carry_position_and_path),
        cmocka_unit_test(a_path_that_does_not_fit_is_cut),
        cmocka_unit_test(refuses_arguments_outside_the_contract),
        cmocka_unit_test(the_longest_document_is_a_limit),
        cmocka_unit_test(memory_is_32_bytes_a_value_and_the_text),
        cmocka_unit_test(survives_every_allocation_failure),
        cmocka_unit_test(refusals_leak_nothing),
    };
    return cmocka_run_group_tests_name("json_read", tests, NULL, NULL);
}
