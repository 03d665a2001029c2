/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_TESTS_DRAFT_KIT_H
#define RAPPORT_TESTS_DRAFT_KIT_H
/* Drafts, and the models built from them, with as few words as possible. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rapport/document.h"
#include "rapport/draft.h"

#include "testkit.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

#define SIXTY_FOUR "abcdefghijklmnopqrstuvwxyz0123456789._-abcdefghijklmnopqrstuvwxy"

/* What cannot be an id, and what can. */
static const char *const no_ids[] = {"", "x", "A", "a b", "a/b", "a~b", "\xC3\xA9", "a\n", "a:", "a,", SIXTY_FOUR "z"};
static const char *const ids[] = {"a", "xx", ".", "_", "-", "0", "x.", "n", "true", SIXTY_FOUR};

/* "c7"; the text lasts until the next call. */
static inline const char *numbered(const char *letter, uint32_t number)
{
    static char id[32];
    sprintf(id, "%s%u", letter, number);
    return id;
}

/* A draft with one band, and the scale "five" (levels 1 to 5) as scale 0. */
static inline rapport_draft *new_draft(void)
{
    rapport_draft *draft;
    assert_ok(rapport_draft_create("m", "1", NULL, &draft, NULL));
    assert_ok(rapport_draft_add_levels(draft, "five", 5, 0, NULL, NULL));
    assert_ok(rapport_draft_add_band(draft, "all", 0, NULL, NULL));
    return draft;
}

static inline uint32_t add_group(rapport_draft *draft, uint32_t parent, const char *id, double weight)
{
    uint32_t node = RAPPORT_NONE;
    assert_ok(rapport_draft_add_group(draft, parent, id, weight, &node, NULL));
    return node;
}

static inline uint32_t add_criterion(rapport_draft *draft, uint32_t parent, const char *id, double weight)
{
    uint32_t node = RAPPORT_NONE;
    assert_ok(rapport_draft_add_criterion(draft, parent, id, weight, 0, &node, NULL));
    return node;
}

static inline rapport_model *build(const rapport_draft *draft)
{
    rapport_model *model;
    rapport_error error;
    if (rapport_draft_build(draft, &model, &error))
        fail_msg("%s: %s", error.path, error.message);
    return model;
}

/* Builds and lets the draft go. */
static inline rapport_model *finish(rapport_draft *draft)
{
    rapport_model *model = build(draft);
    rapport_draft_destroy(draft);
    return model;
}

/* The canonical text of a model; to be freed. */
static inline char *text_of(const rapport_model *model)
{
    rapport_buffer buffer = {NULL, 0, 0};
    assert_ok(rapport_model_write(model, rapport_buffer_write, &buffer));
    buffer = (rapport_buffer){malloc((size_t)buffer.needed + 1), buffer.needed + 1, 0};
    assert_ok(rapport_model_write(model, rapport_buffer_write, &buffer));
    return buffer.text;
}

/* Everything a draft holds, as text: what it builds, and the problems it has. To be freed. */
static inline char *draft_text(const rapport_draft *draft)
{
    rapport_model *model;
    rapport_error error;
    char *text;
    if (rapport_draft_build(draft, &model, &error)) {
        assert_null(model);
        text = malloc(sizeof error.path + sizeof error.message);
        strcpy(text, error.path);
        strcat(text, error.message);
        return text;
    }
    text = text_of(model);
    rapport_model_destroy(model);
    return text;
}

/* The call (which reports to `&error`) is refused with the status, and a path and words; the draft is as it was. */
#define assert_refused(draft, call, wanted, where)                                                                          \
    do {                                                                                                                    \
        rapport_error error;                                                                                                \
        char *before = draft_text(draft), *after;                                                                           \
        memset(&error, 0x55, sizeof error);                                                                                 \
        assert_int_equal((call), (wanted));                                                                                 \
        assert_int_equal(error.status, (wanted));                                                                           \
        assert_string_equal(error.path, (where));                                                                           \
        assert_true(strlen(error.message) > 5);                                                                             \
        after = draft_text(draft);                                                                                          \
        assert_string_equal(before, after);                                                                                 \
        free(before);                                                                                                       \
        free(after);                                                                                                        \
    } while (0)

static inline rapport_node node_at(const rapport_model *model, uint32_t node)
{
    rapport_node out = {.struct_size = sizeof out};
    assert_ok(rapport_model_get_node(model, node, &out));
    return out;
}

static inline rapport_node node_of(const rapport_model *model, const char *id)
{
    return node_at(model, rapport_model_find(model, id));
}

#endif
