/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/*
 * Our JSON reader against jansson: the same documents, sound and broken, must be taken or refused by both, and what both
 * take must be the same tree with the same bits.
 *
 *     json_oracle [documents [seed]]   makes documents by itself and compares
 *     json_oracle --serve              answers json_oracle.py: documents on stdin, verdicts on stdout
 *
 * Where the two may differ: depth (ours ends at 128, jansson's at 2048), and a NUL behind the value, which jansson takes for
 * the end of the text.
 */
#include "testkit.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/json_write.h"

static uint64_t state = 1;

static uint32_t below(uint32_t limit) /* xorshift64*, Vigna 2016 */
{
    state ^= state >> 12;
    state ^= state << 25;
    state ^= state >> 27;
    return (uint32_t)((state * UINT64_C(2685821657736338717) >> 33) % limit);
}

typedef struct paper {
    char text[6000];
    size_t length;
} paper;

static void add(paper *p, const char *text, size_t length)
{
    if (p->length + length > sizeof p->text)
        return; /* a document that is cut is one more broken one */
    memcpy(p->text + p->length, text, length);
    p->length += length;
}

static void add_text(paper *p, const char *text)
{
    add(p, text, strlen(text));
}

static void add_space(paper *p)
{
    static const char *const spaces[] = {"", "", "", "", " ", "\n", "\t", "\r\n", "  "};
    add_text(p, spaces[below(9)]);
}

static void add_digits(paper *p, uint32_t most)
{
    for (uint32_t i = 1 + below(most); i; i--)
        add(p, &"0123456789"[below(10)], 1);
}

static void add_number(paper *p)
{
    static const char *const special[] = {"0",
                                          "-0",
                                          "1e400",
                                          "-1e400",
                                          "1e-400",
                                          "1.7976931348623157e308",
                                          "1.7976931348623158e308",
                                          "1.7976931348623159e308",
                                          "5e-324",
                                          "2.4703282292062327e-324",
                                          "9007199254740993",
                                          "18446744073709551616",
                                          "-9223372036854775809",
                                          "0.1",
                                          "1E+2",
                                          "100000000000000000000000"};
    if (!below(4)) {
        add_text(p, special[below(16)]);
        return;
    }
    if (below(3) == 0)
        add_text(p, "-");
    if (below(3) == 0) {
        add_text(p, "0");
    } else {
        add(p, &"123456789"[below(9)], 1);
        if (below(2))
            add_digits(p, below(8) ? 6 : 40);
    }
    if (below(3) == 0) {
        add_text(p, ".");
        add_digits(p, below(8) ? 8 : 60);
    }
    if (below(4) == 0) {
        static const char *const signs[] = {"e", "E", "e+", "e-", "E-"};
        add_text(p, signs[below(5)]);
        add_digits(p, 3);
    }
}

static void add_string(paper *p)
{
    static const char *const pieces[] = {
        "a", "b", "trust", "\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x98\x80", "\\n", "\\\"", "\\\\", "\\/", "\\u0041", "\\u00e9",
        "\\uD83D\\uDE00", "\\b\\f\\r\\t", "/", "\x7F", "\\uFFFF", "\\ue000",
        /* and what is broken, now and then */
        "\\u0000", "\\uD800", "\\uDC00", "\\x", "\x1F", "\xC0\x80", "\xED\xA0\x80", "\xFF", "\\u12"};
    add_text(p, "\"");
    for (uint32_t i = below(5); i; i--)
        add_text(p, pieces[below(below(60) ? 18 : 27)]);
    add_text(p, "\"");
}

static void add_value(paper *p, uint32_t depth)
{
    uint32_t kind = below(depth < 5 ? 12 : 7), count;
    static const char *const words[] = {"true", "false", "null"};
    if (kind < 3) {
        add_number(p);
    } else if (kind < 6) {
        add_string(p);
    } else if (kind == 6) {
        add_text(p, words[below(3)]);
    } else {
        bool object = kind < 10;
        add_text(p, object ? "{" : "[");
        add_space(p);
        count = below(12) ? below(5) : below(60);
        for (uint32_t i = 0; i < count; i++) {
            if (i)
                add_text(p, ",");
            add_space(p);
            if (object) {
                char key[16];
                snprintf(key, sizeof key, "\"k%u\"", below(40) ? i : below(count)); /* twins now and then */
                if (below(4))
                    add_text(p, key);
                else
                    add_string(p);
                add_space(p);
                add_text(p, ":");
                add_space(p);
            }
            add_value(p, depth + 1);
            add_space(p);
        }
        add_text(p, object ? "}" : "]");
    }
}

static void bend(paper *p)
{
    static const char telling[] = "{}[]\",:\\/-+.eE019tfnu \n\t\x01\x7F\x80\xBF\xC3\xED\xF4\xFF";
    size_t at = p->length ? below((uint32_t)p->length) : 0, stretch;
    if (!p->length)
        return;
    switch (below(6)) {
    case 0:
    case 1:
        p->text[at] = telling[below(sizeof telling)];
        break;
    case 2:
        p->text[at] = (char)((unsigned char)p->text[at] ^ 1u << below(8));
        break;
    case 3: /* drop a stretch */
        stretch = 1 + below(3);
        if (at + stretch > p->length)
            stretch = p->length - at;
        memmove(p->text + at, p->text + at + stretch, p->length - at - stretch);
        p->length -= stretch;
        break;
    case 4: /* put one in */
        if (p->length == sizeof p->text)
            return;
        memmove(p->text + at + 1, p->text + at, p->length - at);
        p->text[at] = telling[below(sizeof telling)];
        p->length++;
        break;
    default: /* cut */
        p->length = at;
    }
}

static void make(paper *p)
{
    p->length = 0;
    if (!below(500)) { /* around the depth cap */
        uint32_t depth = 120 + below(16);
        for (uint32_t i = 0; i < depth; i++)
            add_text(p, i % 3 ? "[" : "{\"a\":");
        add_text(p, "0");
        for (uint32_t i = depth; i--;)
            add_text(p, i % 3 ? "]" : "}");
    } else {
        add_space(p);
        add_value(p, 0);
        add_space(p);
    }
    if (below(2))
        for (uint32_t i = 1 + below(3); i; i--)
            bend(p);
}

static bool same(const rapport__json *doc, rapport__json_value value, json_t *other)
{
    size_t length, i = 0;
    const char *text;
    double number;
    rapport__json_value child = rapport__json_first(doc, value);
    switch (rapport__json_type_of(doc, value)) {
    case RAPPORT__JSON_NULL:
        return json_is_null(other);
    case RAPPORT__JSON_BOOLEAN:
        return json_is_boolean(other) && json_boolean_value(other) == rapport__json_boolean(doc, value);
    case RAPPORT__JSON_NUMBER:
        number = json_real_value(other) + 0.0; /* -0 is 0 here */
        return json_is_real(other) && !memcmp(&number, &(double){rapport__json_number(doc, value)}, sizeof number);
    case RAPPORT__JSON_STRING:
        text = rapport__json_text(doc, value, &length);
        return json_is_string(other) && json_string_length(other) == length && !memcmp(json_string_value(other), text, length);
    case RAPPORT__JSON_ARRAY:
        if (!json_is_array(other) || json_array_size(other) != rapport__json_count(doc, value))
            return false;
        for (; child != RAPPORT_NONE; child = rapport__json_next(doc, child))
            if (!same(doc, child, json_array_get(other, i++)))
                return false;
        return true;
    default:
        if (!json_is_object(other) || json_object_size(other) != rapport__json_count(doc, value))
            return false;
        for (; child != RAPPORT_NONE; child = rapport__json_next(doc, child))
            if (!same(doc, child, json_object_get(other, rapport__json_key(doc, child, NULL))))
                return false;
        return true;
    }
}

typedef struct tally {
    unsigned long taken, refused, deep;
} tally;

static bool agree(const paper *p, tally *count)
{
    rapport__json *doc;
    rapport_error error = {0};
    json_error_t why = {0};
    json_t *other = json_loadb(p->text, p->length, JSON_DECODE_ANY | JSON_REJECT_DUPLICATES | JSON_DECODE_INT_AS_REAL, &why);
    rapport_status status = rapport__json_parse(p->text, (int64_t)p->length, NULL, &doc, &error);
    bool fine;
    if (status == RAPPORT_LIMIT)
        fine = true;
    else if (memchr(p->text, 0, p->length))
        fine = status == RAPPORT_BAD_SYNTAX || status == RAPPORT_DUPLICATE;
    else
        fine = !status == (other != NULL) && (status || same(doc, 0, other));
    if (!fine) {
        printf("we: %d %u:%u %s %s; jansson: %s\n", status, error.line, error.column, error.path, error.message, why.text);
        fwrite(p->text, 1, p->length, stdout);
        putchar('\n');
    }
    count->taken += status == RAPPORT_OK;
    count->deep += status == RAPPORT_LIMIT;
    count->refused += status && status != RAPPORT_LIMIT;
    rapport__json_destroy(doc);
    json_decref(other);
    return fine;
}

static int compare(unsigned long documents, uint64_t seed)
{
    static paper p;
    tally count = {0, 0, 0};
    state = seed * UINT64_C(0x9E3779B97F4A7C15) + 1;
    for (unsigned long i = 0; i < documents; i++) {
        make(&p);
        if (!agree(&p, &count)) {
            printf("document %lu of seed %llu\n", i, (unsigned long long)seed);
            return 1;
        }
    }
    printf("%lu documents: %lu taken, %lu refused, %lu too deep\n", documents, count.taken, count.refused, count.deep);
    /* a comparison in which one side never occurs would prove nothing */
    return count.taken < documents / 10 || count.refused < documents / 10 || !count.deep;
}

typedef struct answer {
    char *text;
    size_t length, room;
} answer;

static int32_t gather(void *user, const char *text, int64_t length)
{
    answer *a = user;
    while (a->length + (size_t)length > a->room) {
        a->room = a->room * 2 + 4096;
        a->text = realloc(a->text, a->room);
        if (!a->text)
            abort();
    }
    memcpy(a->text + a->length, text, (size_t)length);
    a->length += (size_t)length;
    return 0;
}

/* In: four bytes of length, lowest first, and the document. Out: one byte of status, the length and the canonical form. */
static int serve(void)
{
    unsigned char head[5];
    answer a = {0};
    while (fread(head, 1, 4, stdin) == 4) {
        size_t length = head[0] | (size_t)head[1] << 8 | (size_t)head[2] << 16 | (size_t)head[3] << 24;
        char *text = malloc(length + 1);
        rapport__json *doc;
        rapport_status status;
        if (!text || fread(text, 1, length, stdin) != length)
            return 1;
        status = rapport__json_parse(text, (int64_t)length, NULL, &doc, NULL);
        a.length = 0;
        if (!status)
            status = rapport__json_canonical(doc, 0, gather, &a);
        head[0] = (unsigned char)status;
        for (int i = 0; i < 4; i++)
            head[i + 1] = (unsigned char)(a.length >> 8 * i);
        fwrite(head, 1, 5, stdout);
        if (a.length)
            fwrite(a.text, 1, a.length, stdout);
        rapport__json_destroy(doc);
        free(text);
    }
    free(a.text);
    return 0;
}

int main(int argc, char **argv)
{
    if (argc > 1 && !strcmp(argv[1], "--serve"))
        return serve();
    return compare(argc > 1 ? strtoul(argv[1], NULL, 10) : 60000, argc > 2 ? strtoull(argv[2], NULL, 10) : 1);
}
