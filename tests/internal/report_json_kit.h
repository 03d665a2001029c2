/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_REPORT_JSON_KIT_H
#define RAPPORT_REPORT_JSON_KIT_H
/* Reports as JSON, read back and asked by JSON Pointer. */
#include "report_kit.h"

#include "base/json_read.h"

typedef struct rk_json {
    char *text;
    rapport__json *doc;
} rk_json;

static inline rk_json rk_read(const rk *it, const char *node, rapport_report_options options)
{
    rk_json out;
    options.struct_size = sizeof options;
    options.format = RAPPORT_JSON;
    out.text = rk_report(it, node, &options);
    assert_ok(rapport__json_parse(out.text, -1, NULL, &out.doc, NULL));
    return out;
}

static inline void rk_drop(rk_json *it)
{
    rapport__json_destroy(it->doc);
    free(it->text);
}

/* RAPPORT_NONE if nothing is there. Segments of arrays are numbers, or ids of their elements. */
static inline rapport__json_value rk_find(const rk_json *it, const char *pointer)
{
    rapport__json_value at = RAPPORT__JSON_ROOT;
    while (*pointer && at != RAPPORT_NONE) {
        char key[80] = "";
        size_t length = strcspn(++pointer, "/");
        assert_true(length < sizeof key);
        memcpy(key, pointer, length);
        pointer += length;
        if (rapport__json_type_of(it->doc, at) == RAPPORT__JSON_OBJECT) {
            at = rapport__json_find(it->doc, at, key);
            continue;
        }
        uint32_t index = 0;
        for (at = rapport__json_first(it->doc, at); at != RAPPORT_NONE; at = rapport__json_next(it->doc, at), index++) {
            char digits[12];
            rapport__json_value id = RAPPORT_NONE;
            (void)snprintf(digits, sizeof digits, "%u", (unsigned)index);
            if (rapport__json_type_of(it->doc, at) == RAPPORT__JSON_OBJECT)
                id = rapport__json_find(it->doc, at, "id");
            if (!strcmp(digits, key) || (id != RAPPORT_NONE && rapport__json_is(it->doc, id, key)))
                break;
        }
    }
    return at;
}

static inline rapport__json_value rk_there(const rk_json *it, const char *pointer, rapport__json_type type, int line)
{
    rapport__json_value value = rk_find(it, pointer);
    if (value == RAPPORT_NONE || rapport__json_type_of(it->doc, value) != type)
        fail_msg("line %d: %s is not %s in\n%.4000s", line, pointer, rapport__json_type_name(type), it->text);
    return value;
}

#define assert_number(it, pointer, expected)                                                                                   \
    tk_assert_close(rapport__json_number((it)->doc, rk_there((it), (pointer), RAPPORT__JSON_NUMBER, __LINE__)), (expected),    \
                    1e-9, __FILE__, __LINE__)
#define assert_text(it, pointer, expected)                                                                                     \
    assert_string_equal(rapport__json_text((it)->doc, rk_there((it), (pointer), RAPPORT__JSON_STRING, __LINE__), NULL),        \
                        (expected))
#define assert_truth(it, pointer, expected)                                                                                    \
    assert_int_equal(rapport__json_boolean((it)->doc, rk_there((it), (pointer), RAPPORT__JSON_BOOLEAN, __LINE__)), (expected))
#define assert_nothing(it, pointer) (void)rk_there((it), (pointer), RAPPORT__JSON_NULL, __LINE__)
#define assert_absent(it, pointer) assert_int_equal(rk_find((it), (pointer)), RAPPORT_NONE)
#define assert_count(it, pointer, expected)                                                                                    \
    assert_int_equal(rapport__json_count((it)->doc, rk_find((it), (pointer))), (expected))

/* The keys of an object, in order, each followed by a blank. */
static inline void rk_keys(const rk_json *it, const char *pointer, char *out, size_t size)
{
    rapport__json_value value = rapport__json_first(it->doc, rk_find(it, pointer));
    for (*out = '\0'; value != RAPPORT_NONE; value = rapport__json_next(it->doc, value)) {
        assert_true(strlen(out) + strlen(rapport__json_key(it->doc, value, NULL)) + 2 < size);
        strcat(strcat(out, rapport__json_key(it->doc, value, NULL)), " ");
    }
}

#define assert_keys(it, pointer, expected)                                                                                     \
    do {                                                                                                                       \
        char keys[400];                                                                                                        \
        rk_keys((it), (pointer), keys, sizeof keys);                                                                           \
        assert_string_equal(keys, (expected));                                                                                 \
    } while (0)

#endif
