/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "testkit.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/json_write.h"
#include "base/memory.h"
#include "base/utf8.h"

/* A host that keeps what it gets, and looks at each piece. */
typedef struct host {
    char text[70000];
    size_t used, pieces;
    size_t fail_at; /* piece that it refuses, from 1 */
    size_t after;   /* pieces that came although one was refused */
} host;

static int32_t keep(void *user, const char *piece, int64_t length)
{
    host *h = user;
    if (h->fail_at && h->pieces >= h->fail_at)
        h->after++;
    assert_true(length > 0);
    assert_true(rapport__utf8_valid(piece, (size_t)length, NULL)); /* neither begins nor ends inside a character */
    assert_true(h->used + (size_t)length < sizeof h->text);
    memcpy(h->text + h->used, piece, (size_t)length);
    h->used += (size_t)length;
    h->text[h->used] = '\0';
    return ++h->pieces == h->fail_at ? 7 : 0;
}

static host page;

static void begin(rapport__sink *sink, rapport__json_writer *writer, rapport__json_style style)
{
    memset(&page, 0, sizeof page);
    rapport__sink_init(sink, keep, &page);
    rapport__json_writer_init(writer, sink, style);
}

static void the_sink_gathers_small_pieces(void **state)
{
    rapport__sink sink;
    rapport__json_writer unused;
    (void)state;
    begin(&sink, &unused, RAPPORT__JSON_COMPACT);
    assert_ok(rapport__sink_flush(&sink)); /* nothing is no piece */
    assert_int_equal(page.pieces, 0);
    rapport__sink_text(&sink, "");
    rapport__sink_bytes(&sink, "ab", 0);
    rapport__sink_text(&sink, "ab");
    rapport__sink_char(&sink, 'c');
    rapport__sink_bytes(&sink, "def", 2);
    assert_int_equal(page.pieces, 0);
    assert_ok(rapport__sink_flush(&sink));
    assert_int_equal(page.pieces, 1);
    assert_string_equal(page.text, "abcde");
    assert_ok(rapport__sink_flush(&sink));
    assert_int_equal(page.pieces, 1);
}

static void pieces_end_with_whole_characters_at_every_offset(void **state)
{
    static const char *const letters[] = {"a", "\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x98\x80"};
    (void)state;
    for (size_t before = RAPPORT__SINK_BYTES - 6; before < RAPPORT__SINK_BYTES + 2; before++) {
        for (size_t i = 0; i < 4; i++) {
            for (size_t by_byte = 0; by_byte < 2; by_byte++) {
                rapport__sink sink;
                rapport__json_writer unused;
                static char expected[8000];
                size_t size = before, letter = strlen(letters[i]);
                begin(&sink, &unused, RAPPORT__JSON_COMPACT);
                memset(expected, 'x', before);
                for (; size < 5000; size += letter)
                    memcpy(expected + size, letters[i], letter);
                for (size_t k = 0; by_byte && k < size; k++)
                    rapport__sink_char(&sink, expected[k]);
                if (!by_byte)
                    rapport__sink_bytes(&sink, expected, size);
                assert_true(page.pieces >= 4);
                assert_ok(rapport__sink_flush(&sink));
                assert_int_equal(page.used, size);
                assert_memory_equal(page.text, expected, size);
            }
        }
    }
}

static void the_first_failure_of_the_host_ends_all_writing(void **state)
{
    (void)state;
    for (size_t fail_at = 1; fail_at <= 5; fail_at++) {
        rapport__sink sink;
        rapport__json_writer unused;
        begin(&sink, &unused, RAPPORT__JSON_COMPACT);
        page.fail_at = fail_at;
        for (int i = 0; i < 5000; i++)
            rapport__sink_char(&sink, 'x'); /* 5 pieces, the last one by flushing */
        assert_int_equal(rapport__sink_flush(&sink), RAPPORT_WRITE_FAILED);
        assert_int_equal(rapport__sink_flush(&sink), RAPPORT_WRITE_FAILED);
        rapport__sink_text(&sink, "more");
        assert_int_equal(rapport__sink_flush(&sink), RAPPORT_WRITE_FAILED);
        assert_int_equal(sink.status, RAPPORT_WRITE_FAILED);
        assert_int_equal(page.pieces, fail_at);
        assert_int_equal(page.after, 0);
    }
}

static void a_status_that_a_printer_sets_ends_the_writing_too(void **state)
{
    rapport__sink sink;
    rapport__json_writer unused;
    (void)state;
    begin(&sink, &unused, RAPPORT__JSON_COMPACT);
    rapport__sink_text(&sink, "abc");
    sink.status = RAPPORT_NO_MEMORY;
    rapport__sink_text(&sink, "def");
    assert_int_equal(rapport__sink_flush(&sink), RAPPORT_NO_MEMORY);
    assert_int_equal(page.pieces, 0);
}

static void put_sample(rapport__json_writer *w)
{
    rapport__json_begin_object(w, RAPPORT__JSON_LINES);
    rapport__json_put_key(w, "format");
    rapport__json_put_text(w, "rapport-result/1");
    rapport__json_put_key(w, "bounds");
    rapport__json_begin_array(w, RAPPORT__JSON_INLINE);
    rapport__json_put_number(w, 52.125);
    rapport__json_put_integer(w, 54);
    rapport__json_end(w);
    rapport__json_put_key(w, "nodes");
    rapport__json_begin_array(w, RAPPORT__JSON_LINES);
    rapport__json_begin_object(w, RAPPORT__JSON_INLINE);
    rapport__json_put_key_bytes(w, "idle", 2);
    rapport__json_put_bytes(w, "trusting", 5);
    rapport__json_put_key(w, "joint");
    rapport__json_begin_object(w, RAPPORT__JSON_LINES); /* inside an inline object all is inline */
    rapport__json_put_key(w, "score");
    rapport__json_put_null(w);
    rapport__json_put_key(w, "list");
    rapport__json_begin_array(w, RAPPORT__JSON_LINES);
    rapport__json_end(w);
    rapport__json_end(w);
    rapport__json_end(w);
    rapport__json_begin_object(w, RAPPORT__JSON_LINES);
    rapport__json_put_key(w, "certain");
    rapport__json_put_boolean(w, true);
    rapport__json_put_key(w, "x");
    rapport__json_put_raw(w, "{\"a\":1}", 7);
    rapport__json_end(w);
    rapport__json_put_boolean(w, false);
    rapport__json_end(w);
    rapport__json_put_key(w, "measures");
    rapport__json_begin_object(w, RAPPORT__JSON_LINES);
    rapport__json_end(w);
    rapport__json_put_key(w, "patterns");
    rapport__json_begin_array(w, RAPPORT__JSON_LINES);
    rapport__json_end(w);
    rapport__json_end(w);
}

static void the_compact_style_has_no_white_space(void **state)
{
    rapport__sink sink;
    rapport__json_writer writer;
    (void)state;
    begin(&sink, &writer, RAPPORT__JSON_COMPACT);
    put_sample(&writer);
    assert_ok(rapport__json_writer_finish(&writer));
    assert_string_equal(page.text,
                        "{\"format\":\"rapport-result/1\",\"bounds\":[52.125,54],\"nodes\":[{\"id\":\"trust\",\"joint\":"
                        "{\"score\":null,\"list\":[]}},{\"certain\":true,\"x\":{\"a\":1}},false],\"measures\":{},"
                        "\"patterns\":[]}");
}

static void the_pretty_style_has_two_spaces_a_level_and_inline_lists(void **state)
{
    rapport__sink sink;
    rapport__json_writer writer;
    (void)state;
    begin(&sink, &writer, RAPPORT__JSON_PRETTY);
    put_sample(&writer);
    assert_ok(rapport__json_writer_finish(&writer));
    assert_string_equal(page.text, "{\n"
                                   "  \"format\": \"rapport-result/1\",\n"
                                   "  \"bounds\": [52.125, 54],\n"
                                   "  \"nodes\": [\n"
                                   "    {\"id\": \"trust\", \"joint\": {\"score\": null, \"list\": []}},\n"
                                   "    {\n"
                                   "      \"certain\": true,\n"
                                   "      \"x\": {\"a\":1}\n"
                                   "    },\n"
                                   "    false\n"
                                   "  ],\n"
                                   "  \"measures\": {},\n"
                                   "  \"patterns\": []\n"
                                   "}\n");
}

static void a_scalar_alone_is_a_document(void **state)
{
    rapport__sink sink;
    rapport__json_writer writer;
    (void)state;
    begin(&sink, &writer, RAPPORT__JSON_PRETTY);
    rapport__json_put_text(&writer, "x");
    rapport__json_end(&writer); /* nothing is open: nothing ends */
    assert_ok(rapport__json_writer_finish(&writer));
    assert_string_equal(page.text, "\"x\"\n");
}

/* RFC 8785, 3.2.2.2: five short escapes, other controls as \u00xx in small letters, quote and backslash, nothing else. */
static void escapes_what_rfc_8785_says_and_nothing_else(void **state)
{
    static const char expected[] =
        "\"\\u0000\\u0001\\u0002\\u0003\\u0004\\u0005\\u0006\\u0007\\b\\t\\n\\u000b\\f\\r\\u000e\\u000f"
        "\\u0010\\u0011\\u0012\\u0013\\u0014\\u0015\\u0016\\u0017\\u0018\\u0019\\u001a\\u001b\\u001c\\u001d\\u001e\\u001f"
        " !\\\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\\\]^_`abcdefghijklmnopqrstuvwxyz{|}~\x7F"
        "\xC2\x80\xE2\x80\xA8\xE2\x80\xA9\xEF\xBF\xBF\xF0\x9F\x98\x80\"";
    char text[200];
    size_t size = 0;
    rapport__sink sink;
    rapport__json_writer writer;
    (void)state;
    for (; size < 128; size++)
        text[size] = (char)size;
    strcpy(text + size, "\xC2\x80\xE2\x80\xA8\xE2\x80\xA9\xEF\xBF\xBF\xF0\x9F\x98\x80");
    size += 15;
    begin(&sink, &writer, RAPPORT__JSON_COMPACT);
    rapport__json_put_bytes(&writer, text, size);
    assert_ok(rapport__json_writer_finish(&writer));
    assert_string_equal(page.text, expected);
    begin(&sink, &writer, RAPPORT__JSON_COMPACT); /* keys too */
    rapport__json_begin_object(&writer, RAPPORT__JSON_LINES);
    rapport__json_put_key_bytes(&writer, text, size);
    rapport__json_put_null(&writer);
    rapport__json_end(&writer);
    assert_ok(rapport__json_writer_finish(&writer));
    assert_memory_equal(page.text + 1, expected, sizeof expected - 1);
    assert_string_equal(page.text + sizeof expected, ":null}");
}

static void check_number(double number, const char *expected)
{
    rapport__sink sink;
    rapport__json_writer writer;
    begin(&sink, &writer, RAPPORT__JSON_COMPACT);
    rapport__json_put_number(&writer, number);
    assert_ok(rapport__json_writer_finish(&writer));
    assert_string_equal(page.text, expected);
}

static void numbers_have_the_form_of_rfc_8785_and_are_never_infinite(void **state)
{
    (void)state;
    check_number(0.0, "0");
    check_number(-0.0, "0");
    check_number(53.125, "53.125");
    check_number(0.002, "0.002");
    check_number(1e21, "1e+21");
    check_number(333333333.33333329, "333333333.3333333"); /* RFC 8785, appendix B */
    check_number(9007199254740994.0, "9007199254740994");
    check_number((double)NAN, "null");
    check_number((double)INFINITY, "null");
    check_number(-(double)INFINITY, "null");
}

static void integers_keep_all_digits(void **state)
{
    rapport__sink sink;
    rapport__json_writer writer;
    (void)state;
    begin(&sink, &writer, RAPPORT__JSON_COMPACT);
    rapport__json_begin_array(&writer, RAPPORT__JSON_LINES);
    rapport__json_put_integer(&writer, 0);
    rapport__json_put_integer(&writer, -1);
    rapport__json_put_integer(&writer, 10);
    rapport__json_put_integer(&writer, INT64_MAX);
    rapport__json_put_integer(&writer, INT64_MIN);
    rapport__json_end(&writer);
    assert_ok(rapport__json_writer_finish(&writer));
    assert_string_equal(page.text, "[0,-1,10,9223372036854775807,-9223372036854775808]");
}

static void writes_128_levels_and_refuses_129(void **state)
{
    rapport__sink sink;
    rapport__json_writer writer;
    rapport__json *doc;
    (void)state;
    for (int extra = 0; extra < 2; extra++) {
        begin(&sink, &writer, RAPPORT__JSON_PRETTY);
        for (int i = 0; i < RAPPORT__JSON_DEPTH + extra; i++)
            rapport__json_begin_array(&writer, RAPPORT__JSON_LINES);
        for (int i = 0; i < RAPPORT__JSON_DEPTH + extra; i++)
            rapport__json_end(&writer);
        assert_int_equal(rapport__json_writer_finish(&writer), extra ? RAPPORT_LIMIT : RAPPORT_OK);
        if (!extra) {
            assert_ok(rapport__json_parse(page.text, (int64_t)page.used, NULL, &doc, NULL));
            rapport__json_destroy(doc);
        }
    }
}

static void check_canonical(const char *text, const char *expected)
{
    rapport__json *doc;
    assert_ok(rapport__json_parse(text, -1, NULL, &doc, NULL));
    memset(&page, 0, sizeof page);
    assert_ok(rapport__json_canonical(doc, 0, keep, &page));
    assert_string_equal(page.text, expected);
    rapport__json_destroy(doc);
}

/* RFC 8785, 3.2.2 and 3.2.3: the sample that is made canonical there, and the one that is sorted. */
static void makes_the_examples_of_rfc_8785_canonical(void **state)
{
    (void)state;
    check_canonical("{\n"
                    "  \"numbers\": [333333333.33333329, 1E30, 4.50,\n"
                    "              2e-3, 0.000000000000000000000000001],\n"
                    "  \"string\": \"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\",\n"
                    "  \"literals\": [null, true, false]\n"
                    "}",
                    "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                    "\"string\":\"\xE2\x82\xAC$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    check_canonical("{\n"
                    "  \"\\u20ac\": \"Euro Sign\",\n"
                    "  \"\\r\": \"Carriage Return\",\n"
                    "  \"\\ufb33\": \"Hebrew Letter Dalet With Dagesh\",\n"
                    "  \"1\": \"One\",\n"
                    "  \"\\ud83d\\ude00\": \"Emoji: Grinning Face\",\n"
                    "  \"\\u0080\": \"Control\",\n"
                    "  \"\\u00f6\": \"Latin Small Letter O With Diaeresis\"\n"
                    "}",
                    "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\xC2\x80\":\"Control\","
                    "\"\xC3\xB6\":\"Latin Small Letter O With Diaeresis\",\"\xE2\x82\xAC\":\"Euro Sign\","
                    "\"\xF0\x9F\x98\x80\":\"Emoji: Grinning Face\",\"\xEF\xAC\xB3\":\"Hebrew Letter Dalet With Dagesh\"}");
}

static void sorts_keys_in_every_object_and_leaves_arrays_alone(void **state)
{
    (void)state;
    check_canonical("{\"b\":[3,1,{\"z\":0,\"y\":[]}],\"a\":{\"d\":{},\"c\":{\"f\":-0,\"e\":1.0}},\"\":null}",
                    "{\"\":null,\"a\":{\"c\":{\"e\":1,\"f\":0},\"d\":{}},\"b\":[3,1,{\"y\":[],\"z\":0}]}");
    check_canonical(" [ ] ", "[]");
    check_canonical("\"x\"", "\"x\"");
    /* beginnings of eight bytes and more that are equal, prefixes, and the two sides of the surrogates */
    check_canonical("{\"12345678b\":1,\"12345678\":2,\"12345678a\":3,\"1234567\":4,\"12345678\\uE000\":5,"
                    "\"12345678\\uD800\\uDC00\":6,\"12345678\\uD7FF\":7,\"1234567\\uE000\":8,\"1234567\\uD800\\uDC00\":9}",
                    "{\"1234567\":4,\"12345678\":2,\"12345678a\":3,\"12345678b\":1,\"12345678\xED\x9F\xBF\":7,"
                    "\"12345678\xF0\x90\x80\x80\":6,\"12345678\xEE\x80\x80\":5,\"1234567\xF0\x90\x80\x80\":9,"
                    "\"1234567\xEE\x80\x80\":8}");
}

static void a_part_of_a_document_can_be_written_alone(void **state)
{
    rapport__json *doc;
    rapport__sink sink;
    rapport__json_writer writer;
    rapport__json_value part;
    (void)state;
    assert_ok(rapport__json_parse("{\"k\":[{\"b\":[1,{}],\"a\":true},7]}", -1, NULL, &doc, NULL));
    part = rapport__json_first(doc, rapport__json_find(doc, 0, "k"));
    memset(&page, 0, sizeof page);
    assert_ok(rapport__json_canonical(doc, part, keep, &page));
    assert_string_equal(page.text, "{\"a\":true,\"b\":[1,{}]}");
    memset(&page, 0, sizeof page);
    assert_ok(rapport__json_canonical(doc, rapport__json_next(doc, part), keep, &page));
    assert_string_equal(page.text, "7");
    begin(&sink, &writer, RAPPORT__JSON_PRETTY); /* inside a document of one's own, in the order of the text */
    rapport__json_begin_object(&writer, RAPPORT__JSON_LINES);
    rapport__json_put_key(&writer, "x");
    rapport__json_put_value(&writer, doc, part);
    rapport__json_put_key(&writer, "y");
    rapport__json_put_value(&writer, doc, part + 5);
    rapport__json_end(&writer);
    assert_ok(rapport__json_writer_finish(&writer));
    assert_string_equal(page.text, "{\n"
                                   "  \"x\": {\n"
                                   "    \"b\": [\n"
                                   "      1,\n"
                                   "      {}\n"
                                   "    ],\n"
                                   "    \"a\": true\n"
                                   "  },\n"
                                   "  \"y\": 7\n"
                                   "}\n");
    rapport__json_destroy(doc);
}

static uint64_t state_of_numbers = 1;

static uint32_t below(uint32_t limit) /* xorshift64*, Vigna 2016 */
{
    state_of_numbers ^= state_of_numbers >> 12;
    state_of_numbers ^= state_of_numbers << 25;
    state_of_numbers ^= state_of_numbers >> 27;
    return (uint32_t)((state_of_numbers * UINT64_C(2685821657736338717) >> 33) % limit);
}

static const char *const words[] = {"",      "trust",       "a\"b\\c\n", "\x01\x1F\x7F", "\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80",
                                    "a/b~c", "\xEE\x80\x80"};

static void put_random(rapport__json_writer *w, uint32_t depth)
{
    static const double numbers[] = {0, 1, -1, 0.1, 1e21, 1e-7, 53.125, 1.7976931348623157e308, 5e-324};
    rapport__json_layout layout = below(3) ? RAPPORT__JSON_LINES : RAPPORT__JSON_INLINE;
    uint32_t kind = below(depth < 6 ? 10 : 5), count = below(5);
    char key[40];
    switch (kind) {
    case 0:
        rapport__json_put_text(w, words[below(7)]);
        return;
    case 1:
        rapport__json_put_number(w, numbers[below(9)]);
        return;
    case 2:
        rapport__json_put_boolean(w, below(2));
        return;
    case 3:
        rapport__json_put_null(w);
        return;
    case 4:
        rapport__json_put_integer(w, (int64_t)below(1000000) - 500000);
        return;
    default:
        break;
    }
    if (kind < 8) {
        rapport__json_begin_object(w, layout);
        for (uint32_t i = 0; i < count; i++) {
            snprintf(key, sizeof key, "%s%u", words[below(7)], (i * 7 + 3) % 5); /* five keys that differ */
            rapport__json_put_key(w, key);
            put_random(w, depth + 1);
        }
    } else {
        rapport__json_begin_array(w, layout);
        for (uint32_t i = 0; i < count; i++)
            put_random(w, depth + 1);
    }
    rapport__json_end(w);
}

static void canonical(const char *text, char *out)
{
    rapport__json *doc;
    rapport_error error;
    if (rapport__json_parse(text, -1, NULL, &doc, &error))
        fail_msg("%u:%u %s %s in %s", error.line, error.column, error.path, error.message, text);
    memset(&page, 0, sizeof page);
    assert_ok(rapport__json_canonical(doc, 0, keep, &page));
    strcpy(out, page.text);
    rapport__json_destroy(doc);
}

/* Compact, pretty, and the canonical text itself are the same document; writing again what was read changes nothing. */
static void what_is_written_reads_back_as_the_same(void **unused)
{
    static char first[sizeof page.text], again[sizeof page.text], copy[sizeof page.text];
    (void)unused;
    for (uint64_t round = 1; round <= 3000; round++) {
        rapport__sink sink;
        rapport__json_writer writer;
        rapport__json *doc;
        for (int pretty = 0; pretty < 2; pretty++) {
            state_of_numbers = round * 2654435761u;
            begin(&sink, &writer, pretty ? RAPPORT__JSON_PRETTY : RAPPORT__JSON_COMPACT);
            rapport__json_begin_array(&writer, RAPPORT__JSON_LINES);
            put_random(&writer, 0);
            rapport__json_end(&writer);
            assert_ok(rapport__json_writer_finish(&writer));
            strcpy(copy, page.text);
            canonical(copy, pretty ? again : first);
            if (pretty)
                continue;
            assert_ok(rapport__json_parse(copy, -1, NULL, &doc, NULL));
            begin(&sink, &writer, RAPPORT__JSON_COMPACT);
            rapport__json_put_value(&writer, doc, 0);
            assert_ok(rapport__json_writer_finish(&writer));
            assert_string_equal(page.text, copy);
            rapport__json_destroy(doc);
        }
        assert_string_equal(again, first);
        canonical(first, again);
        assert_string_equal(again, first);
    }
}

static void writing_stops_wherever_the_host_fails(void **unused)
{
    rapport__json *doc;
    char *text = malloc(20000), *at = text;
    (void)unused;
    *at++ = '[';
    for (int i = 0; i < 1000; i++)
        at += sprintf(at, "[%d],", i);
    strcpy(at, "0]"); /* 4 891 bytes and the brackets: 5 pieces */
    assert_ok(rapport__json_parse(text, -1, NULL, &doc, NULL));
    for (size_t fail_at = 1; fail_at <= 7; fail_at++) {
        memset(&page, 0, sizeof page);
        page.fail_at = fail_at;
        assert_int_equal(rapport__json_canonical(doc, 0, keep, &page), fail_at <= 6 ? RAPPORT_WRITE_FAILED : RAPPORT_OK);
        assert_int_equal(page.after, 0);
        assert_int_equal(page.pieces, fail_at <= 6 ? fail_at : 6);
    }
    rapport__json_destroy(doc);
    free(text);
}

static void copying_stops_where_the_host_fails(void **unused)
{
    rapport__json *doc;
    rapport__sink sink;
    rapport__json_writer writer;
    char *text = malloc(20000);
    (void)unused;
    memset(text, ' ', 20000);
    for (size_t i = 0; i < 19998; i += 2)
        memcpy(text + i, i ? "1," : "[ ", 2);
    memcpy(text + 19998, "1]", 2);
    assert_ok(rapport__json_parse(text, 20000, NULL, &doc, NULL));
    begin(&sink, &writer, RAPPORT__JSON_COMPACT);
    page.fail_at = 3;
    rapport__json_put_value(&writer, doc, 0);
    assert_int_equal(sink.status, RAPPORT_WRITE_FAILED);
    assert_int_equal(writer.depth, 1); /* it did not go on to the end of the array */
    for (int i = 0; i < RAPPORT__JSON_DEPTH; i++)
        rapport__json_begin_array(&writer, RAPPORT__JSON_LINES);
    assert_int_equal(rapport__json_writer_finish(&writer), RAPPORT_WRITE_FAILED); /* the first failure stays */
    assert_int_equal(page.pieces, 3);
    assert_int_equal(page.after, 0);
    rapport__json_destroy(doc);
    free(text);
}

static char many_keys[8000];

static void *set_up(const rapport_allocator *memory)
{
    rapport__json *doc;
    char *at = many_keys;
    *at++ = '{';
    for (int i = 0; i < 200; i++)
        at += sprintf(at, "\"k%d\":{\"b\":[%d],\"a\":{}},", i * 77 % 200, i);
    strcpy(at, "\"\":0}");
    assert_ok(rapport__json_parse(many_keys, -1, memory, &doc, NULL));
    return doc;
}

static rapport_status run(void *doc)
{
    memset(&page, 0, sizeof page);
    return rapport__json_canonical(doc, 0, keep, &page);
}

static void check(void *doc)
{
    static const char start[] = "{\"\":0,\"k0\":{\"a\":{},\"b\":[0]},\"k1\":{\"a\":{},\"b\":[13]},"; /* 13 * 77 = 5 * 200 + 1 */
    (void)doc;
    assert_memory_equal(page.text, start, sizeof start - 1);
}

static void tear_down(void *doc)
{
    rapport__json_destroy(doc);
}

static void survives_every_allocation_failure(void **unused)
{
    const tk_step step = {set_up, run, check, tear_down};
    (void)unused;
    assert_in_range(tk_exhaust_step(&step), 2, 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_sink_gathers_small_pieces),
        cmocka_unit_test(pieces_end_with_whole_characters_at_every_offset),
        cmocka_unit_test(the_first_failure_of_the_host_ends_all_writing),
        cmocka_unit_test(a_status_that_a_printer_sets_ends_the_writing_too),
        cmocka_unit_test(the_compact_style_has_no_white_space),
        cmocka_unit_test(the_pretty_style_has_two_spaces_a_level_and_inline_lists),
        cmocka_unit_test(a_scalar_alone_is_a_document),
        cmocka_unit_test(escapes_what_rfc_8785_says_and_nothing_else),
        cmocka_unit_test(numbers_have_the_form_of_rfc_8785_and_are_never_infinite),
        cmocka_unit_test(integers_keep_all_digits),
        cmocka_unit_test(writes_128_levels_and_refuses_129),
        cmocka_unit_test(makes_the_examples_of_rfc_8785_canonical),
        cmocka_unit_test(sorts_keys_in_every_object_and_leaves_arrays_alone),
        cmocka_unit_test(a_part_of_a_document_can_be_written_alone),
        cmocka_unit_test(what_is_written_reads_back_as_the_same),
        cmocka_unit_test(writing_stops_wherever_the_host_fails),
        cmocka_unit_test(copying_stops_where_the_host_fails),
        cmocka_unit_test(survives_every_allocation_failure),
    };
    return cmocka_run_group_tests_name("json_write", tests, NULL, NULL);
}
