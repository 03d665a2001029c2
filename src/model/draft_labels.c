/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* What a draft carries for people and for the host; nothing here can change a number. */
#include "model/draft.h"

#include <string.h>

#include "base/json_write.h"
#include "base/language.h"
#include "base/text.h"
#include "base/utf8.h"

/* How many steps the labels of a part can have: levels of a criterion's scale for anchors, levels and options for titles. */
static bool label_fits(const rapport__content *content, int32_t part, uint32_t index, uint32_t step, int32_t label)
{
    uint32_t counts[] = {
        1, content->node_count, content->scale_count, content->gate_count, content->band_count, content->overlay_count};
    if (part < RAPPORT_OF_MODEL || part > RAPPORT_OF_OVERLAY || index >= counts[part] ||
        (part == RAPPORT_OF_NODE && index == RAPPORT_ROOT))
        return false;
    if (label == RAPPORT_ANCHOR)
        return part == RAPPORT_OF_NODE && step >= 1 && content->nodes[index].kind == RAPPORT_CRITERION &&
               step <= content->scales[content->nodes[index].scale].step_count &&
               content->scales[content->nodes[index].scale].kind == RAPPORT_LEVELS;
    if (label == RAPPORT_QUESTION)
        return part == RAPPORT_OF_NODE && step == 0;
    return (label == RAPPORT_TITLE || label == RAPPORT_DESCRIPTION) &&
           (step == 0 || (part == RAPPORT_OF_SCALE && step <= content->scales[index].step_count));
}

rapport_status rapport_draft_set_label(rapport_draft *draft, int32_t part, uint32_t index, uint32_t step, int32_t label,
                                       const char *language, const char *text, int64_t length, rapport_error *error)
{
    rapport__content *content = &draft->content;
    rapport__label added = {.part = part, .label = label, .index = index, .step = step};
    size_t bytes = text ? length < 0 ? strlen(text) : (size_t)length : 0;
    if (!text || !label_fits(content, part, index, step, label))
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "there is no such part, or it has no such label");
    if (language && !rapport__language_valid(language))
        return FAIL(error, RAPPORT_BAD_VALUE, "", "\"", language, "\" is no language: 1 to 35 letters, digits and hyphens");
    if (!rapport__utf8_valid(text, bytes, NULL) || rapport__holds_nul(text, bytes))
        return FAIL(error, RAPPORT_BAD_VALUE, "", "a label must be UTF-8 without NUL");
    added.text = rapport__arena_text(&content->arena, text, bytes);
    added.language = language ? rapport__arena_text(&content->arena, language, strlen(language)) : NULL;
    if (!added.text || (language && !added.language) ||
        rapport__reserve(rapport__draft_memory(draft), &content->labels, &content->label_capacity, content->label_count + 1,
                         sizeof added))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    content->labels[content->label_count++] = added;
    return RAPPORT_OK;
}

/* A canonical copy of a JSON text, in the draft's arena. */
static rapport_status copy_json(rapport_draft *draft, const char *json, int64_t length, const char **out, rapport_error *error)
{
    rapport__json *doc;
    rapport_buffer buffer = {NULL, 0, 0};
    rapport_status status = rapport__json_parse(json, length, rapport__draft_memory(draft), &doc, error);
    if (status)
        return status;
    status = rapport__json_canonical(doc, 0, rapport_buffer_write, &buffer);
    if (!status) {
        buffer =
            (rapport_buffer){rapport__arena_alloc(&draft->content.arena, (size_t)buffer.needed + 1, 1), buffer.needed + 1, 0};
        status = buffer.text ? rapport__json_canonical(doc, 0, rapport_buffer_write, &buffer) : RAPPORT_NO_MEMORY;
    }
    rapport__json_destroy(doc);
    *out = buffer.text;
    return status ? rapport__fail_plainly(error, status) : RAPPORT_OK;
}

rapport_status rapport_draft_set_extra(rapport_draft *draft, const char *path, const char *json, int64_t length,
                                       rapport_error *error)
{
    rapport__content *content = &draft->content;
    rapport__extra added;
    rapport_status status;
    if (!path || !json || strlen(path) > 1000)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "the path or JSON is NULL, or the path is too long");
    if ((status = copy_json(draft, json, length, &added.json, error)))
        return status;
    added.path = rapport__arena_text(&content->arena, path, strlen(path));
    if (!added.path || rapport__reserve(rapport__draft_memory(draft), &content->extras, &content->extra_capacity,
                                        content->extra_count + 1, sizeof added))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    content->extras[content->extra_count++] = added;
    return RAPPORT_OK;
}
