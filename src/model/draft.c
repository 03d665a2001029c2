/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "model/draft.h"

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "base/utf8.h"

rapport_status rapport__refuse(rapport_error *error, rapport_status status, rapport__place place, const char *const *parts)
{
    char path[sizeof error->path] = "";
    if (place.section)
        rapport__append_key(path, sizeof path, place.section);
    if (place.id)
        rapport__append_key(path, sizeof path, place.id);
    if (place.key)
        rapport__append_key(path, sizeof path, place.key);
    if (place.item)
        rapport__append_index(path, sizeof path, place.item - 1);
    return rapport__fail(error, status, path, parts);
}

static const char *number_text(double value, char *out)
{
    if (!isfinite(value))
        return "a number that is not finite";
    rapport__number_write(value, out);
    return out;
}

rapport_status rapport__need_range(rapport_error *error, rapport__place place, double value, double low, double high)
{
    char found[RAPPORT__NUMBER_SIZE], from[RAPPORT__NUMBER_SIZE], to[RAPPORT__NUMBER_SIZE];
    if (value >= low && value <= high)
        return RAPPORT_OK;
    return REFUSE(error, RAPPORT_BAD_VALUE, place, place.key, " must lie in ", number_text(low, from), "..",
                  number_text(high, to), ", not ", number_text(value, found));
}

rapport_status rapport__need_weight(rapport_error *error, rapport__place place, double weight)
{
    char found[RAPPORT__NUMBER_SIZE];
    if (rapport__weight_valid(weight))
        return RAPPORT_OK;
    return REFUSE(error, RAPPORT_BAD_VALUE, place, place.key, " must be 0 or lie in 1e-12..1e12, not ",
                  number_text(weight, found));
}

rapport_status rapport__need_new_id(rapport_draft *draft, const rapport__index *index, const char *section, const char *id,
                                    const char **copy, rapport_error *error)
{
    if (!id)
        return REFUSE(error, RAPPORT_BAD_ARGUMENT, AT(section, NULL, NULL), "the id is NULL");
    if (!rapport__id_valid(id))
        return REFUSE(error, RAPPORT_BAD_VALUE, AT(section, id, "id"), "\"", id,
                      "\" is no id: 1 to 64 characters of a-z 0-9 . _ -, and not \"x\"");
    if (rapport__index_find(index, id) != RAPPORT_NONE)
        return REFUSE(error, RAPPORT_DUPLICATE, AT(section, id, "id"), "the id \"", id, "\" is taken");
    if (!(*copy = rapport__arena_text(&draft->content.arena, id, strlen(id))))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    return RAPPORT_OK;
}

static rapport_status init_draft(rapport_draft *draft, const char *id, const char *version)
{
    rapport__content *content = &draft->content;
    content->id = rapport__arena_text(&content->arena, id, strlen(id));
    content->version = rapport__arena_text(&content->arena, version, strlen(version));
    if (!content->id || !content->version ||
        rapport__reserve(&content->arena.mem, &content->nodes, &content->node_capacity, 1, sizeof *content->nodes))
        return RAPPORT_NO_MEMORY;
    content->nodes[0] = (rapport__node){.id = "",
                                        .weight = 1,
                                        .power = 1,
                                        .kind = RAPPORT_GROUP,
                                        .parent = RAPPORT_NONE,
                                        .scale = RAPPORT_NONE,
                                        .first = RAPPORT_NONE,
                                        .last = RAPPORT_NONE,
                                        .next = RAPPORT_NONE};
    content->node_count = 1;
    return RAPPORT_OK;
}

rapport_status rapport_draft_create(const char *id, const char *version, const rapport_allocator *allocator,
                                    rapport_draft **out, rapport_error *error)
{
    rapport_allocator mem;
    rapport_draft *draft;
    size_t length;
    if (!out)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "out is NULL");
    *out = NULL;
    if (!id || !version || rapport__memory_init(&mem, allocator))
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "the id or version is NULL, or the allocator is incomplete");
    if (!rapport__id_valid(id))
        return FAIL(error, RAPPORT_BAD_VALUE, "/id", "\"", id,
                    "\" is no id: 1 to 64 characters of a-z 0-9 . _ -, and not \"x\"");
    length = strlen(version);
    if (length < 1 || length > 64 || !rapport__utf8_valid(version, length, NULL))
        return FAIL(error, RAPPORT_BAD_VALUE, "/version", "the version must be 1 to 64 bytes of UTF-8");
    if (!(draft = rapport__alloc(&mem, 1, sizeof *draft)))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    rapport__content_init(&draft->content, &mem);
    if (init_draft(draft, id, version)) {
        rapport_draft_destroy(draft);
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    }
    *out = draft;
    return RAPPORT_OK;
}

void rapport_draft_destroy(rapport_draft *draft)
{
    rapport_allocator mem;
    if (!draft)
        return;
    mem = *rapport__draft_memory(draft);
    rapport__index_clear(&draft->scale_index, &mem);
    rapport__index_clear(&draft->gate_index, &mem);
    rapport__index_clear(&draft->band_index, &mem);
    rapport__index_clear(&draft->overlay_index, &mem);
    rapport__content_clear(&draft->content);
    rapport__free(&mem, draft);
}

rapport_status rapport_draft_set_missing(rapport_draft *draft, int32_t missing, double minimum_coverage, rapport_error *error)
{
    rapport_status status;
    if (missing != RAPPORT_EXCLUDE && missing != RAPPORT_STRICT)
        return FAIL(error, RAPPORT_BAD_VALUE, "/missing", "there is no such policy");
    if ((status = rapport__need_range(error, AT(NULL, NULL, "minimum_coverage"), minimum_coverage, 0, 1)))
        return status;
    draft->content.missing = missing;
    draft->content.minimum_coverage = minimum_coverage + 0.0; /* -0 becomes 0 */
    return RAPPORT_OK;
}

rapport_status rapport_draft_set_anonymity_floor(rapport_draft *draft, uint32_t floor, rapport_error *error)
{
    rapport_status status = rapport__need_range(error, AT(NULL, NULL, "anonymity_floor"), floor, 1, 1000);
    if (!status)
        draft->content.anonymity_floor = floor;
    return status;
}
