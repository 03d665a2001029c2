/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/*
 * Any bytes to the JSON reader. What it takes is written canonically and read again, which must give the same bytes; every
 * value must be where its range says; every refusal must point into the text.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/json_write.h"
#include "base/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define MUST(condition)                                                                                                        \
    do {                                                                                                                       \
        if (!(condition))                                                                                                      \
            abort();                                                                                                           \
    } while (0)

typedef struct paper {
    char *text;
    size_t length, room;
} paper;

static int32_t gather(void *user, const char *text, int64_t length)
{
    paper *p = user;
    MUST(length > 0 && rapport__utf8_valid(text, (size_t)length, NULL));
    while (p->length + (size_t)length > p->room) {
        p->room = p->room * 2 + 4096;
        p->text = realloc(p->text, p->room);
        MUST(p->text);
    }
    memcpy(p->text + p->length, text, (size_t)length);
    p->length += (size_t)length;
    return 0;
}

static void check_refusal(const char *text, size_t size, rapport_status status, const rapport_error *error)
{
    size_t i, lines = 1, longest = 0, start = 0;
    for (i = 0; i < size; i++) {
        if (text[i] != '\n')
            continue;
        lines++;
        longest = i - start > longest ? i - start : longest;
        start = i + 1;
    }
    longest = size - start > longest ? size - start : longest;
    MUST(status == RAPPORT_BAD_SYNTAX || status == RAPPORT_DUPLICATE || status == RAPPORT_LIMIT);
    MUST(error->status == status && error->message[0]);
    MUST(error->line >= 1 && error->line <= lines && error->column >= 1 && error->column <= longest + 1);
    MUST(rapport__utf8_valid(error->path, strlen(error->path), NULL));
    MUST(rapport__utf8_valid(error->message, strlen(error->message), NULL));
}

/* Ranges lie inside each other as the values do, and begin with what the type begins with. */
static void check_values(const rapport__json *doc, const char *text, size_t size)
{
    static const char *const begins[] = {"n", "tf", "-0123456789", "\"", "[", "{"};
    uint32_t i, children = 0;
    for (i = 0; i < rapport__json_values(doc); i++) {
        rapport__json_value parent = rapport__json_parent(doc, i);
        size_t offset, length, outer, outer_length;
        uint32_t line, column, key_line, key_column;
        char path[64];
        rapport__json_range(doc, i, &offset, &length);
        MUST(length >= 1 && offset <= size && length <= size - offset);
        MUST(strchr(begins[rapport__json_type_of(doc, i)], text[offset]));
        rapport__json_path(doc, i, path, sizeof path);
        MUST(rapport__utf8_valid(path, strlen(path), NULL));
        rapport__json_position(doc, i, &line, &column);
        rapport__json_key_position(doc, i, &key_line, &key_column);
        MUST(key_line < line || (key_line == line && key_column <= column));
        children += rapport__json_count(doc, i);
        if (!i)
            continue;
        MUST(parent < i);
        rapport__json_range(doc, parent, &outer, &outer_length);
        MUST(outer < offset && offset + length < outer + outer_length);
        MUST(!rapport__json_key(doc, i, NULL) == (rapport__json_type_of(doc, parent) == RAPPORT__JSON_ARRAY));
    }
    MUST(children == i - 1);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    rapport__json *doc, *again;
    rapport_error error;
    paper first = {NULL, 0, 0}, second = {NULL, 0, 0};
    const char *text = size ? (const char *)data : "";
    rapport_status status = rapport__json_parse(text, (int64_t)size, NULL, &doc, &error);
    if (status) {
        MUST(!doc);
        check_refusal(text, size, status, &error);
        return 0;
    }
    check_values(doc, text, size);
    MUST(!rapport__json_canonical(doc, 0, gather, &first));
    MUST(!rapport__json_parse(first.text, (int64_t)first.length, NULL, &again, &error));
    MUST(rapport__json_values(again) == rapport__json_values(doc));
    MUST(!rapport__json_canonical(again, 0, gather, &second));
    MUST(first.length == second.length && !memcmp(first.text, second.text, first.length));
    rapport__json_destroy(again);
    rapport__json_destroy(doc);
    free(first.text);
    free(second.text);
    return 0;
}
