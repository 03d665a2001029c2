/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Criteria, groups and raters of judgements. */
#include "selection/judgements.h"

#include <string.h>

rapport_status rapport_judgements_create(const rapport_allocator *allocator, rapport_judgements **out, rapport_error *error)
{
    rapport_allocator mem;
    rapport_judgements *judgements;
    if (!out)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "out is NULL");
    *out = NULL;
    if (rapport__memory_init(&mem, allocator))
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "the allocator is incomplete");
    if (!(judgements = rapport__alloc(&mem, 1, sizeof *judgements)))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    rapport__arena_init(&judgements->arena, &mem);
    *out = judgements;
    return RAPPORT_OK;
}

void rapport_judgements_destroy(rapport_judgements *judgements)
{
    rapport_allocator mem;
    if (!judgements)
        return;
    mem = judgements->arena.mem;
    for (uint32_t r = 0; r < judgements->rater_count; r++)
        for (int32_t kind = 0; kind < RAPPORT_JUDGED_END; kind++)
            rapport__free(&mem, judgements->raters[r].rows[kind]);
    rapport__index_clear(&judgements->item_index, &mem);
    rapport__index_clear(&judgements->rater_index, &mem);
    rapport__free(&mem, judgements->items);
    rapport__free(&mem, judgements->criteria);
    rapport__free(&mem, judgements->groups);
    rapport__free(&mem, judgements->raters);
    rapport__arena_clear(&judgements->arena);
    rapport__free(&mem, judgements);
}

static rapport_status bad_id(rapport_error *error, const char *path, const char *id)
{
    return FAIL(error, RAPPORT_BAD_VALUE, path, "\"", id ? id : "",
                "\" is no id: 1 to 64 characters of a-z 0-9 . _ -, and not \"x\"");
}

/* Adds to the list of items, and to that of criteria or groups. */
static rapport_status add(rapport_judgements *j, const char *id, bool is_group, const char *path, uint32_t *index,
                          rapport_error *error)
{
    const rapport_allocator *mem = &j->arena.mem;
    uint32_t number = is_group ? j->group_count : j->criterion_count;
    rapport__judged_item item = {NULL, number, RAPPORT_NONE, is_group};
    if (j->rater_count)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, path, "criteria and groups come before the first rater");
    if (!id || !rapport__id_valid(id))
        return bad_id(error, path, id);
    if (rapport__index_find(&j->item_index, id) != RAPPORT_NONE)
        return FAIL(error, RAPPORT_DUPLICATE, path, "there is a criterion or group \"", id, "\" already");
    if (number == (is_group ? (uint32_t)RAPPORT_MAX_GROUPS : (uint32_t)RAPPORT_MAX_CRITERIA))
        return FAIL(error, RAPPORT_LIMIT, path,
                    is_group ? "there may be 1024 groups at the most" : "there may be 4096 criteria at the most");
    if (rapport__reserve(mem, &j->items, &j->item_capacity, j->item_count + 1, sizeof item) ||
        (is_group ? rapport__reserve(mem, &j->groups, &j->group_capacity, number + 1, sizeof *j->groups)
                  : rapport__reserve(mem, &j->criteria, &j->criterion_capacity, number + 1, sizeof *j->criteria)) ||
        !(item.id = rapport__arena_text(&j->arena, id, strlen(id))) ||
        rapport__index_add(&j->item_index, mem, item.id, j->item_count))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    (is_group ? j->groups : j->criteria)[number] = j->item_count;
    j->items[j->item_count++] = item;
    *(is_group ? &j->group_count : &j->criterion_count) += 1;
    if (index)
        *index = number;
    return RAPPORT_OK;
}

rapport_status rapport_judgements_add_criterion(rapport_judgements *judgements, const char *id, uint32_t *index,
                                                rapport_error *error)
{
    return add(judgements, id, false, "/criteria", index, error);
}

rapport_status rapport_judgements_add_group(rapport_judgements *judgements, const char *id, uint32_t *index,
                                            rapport_error *error)
{
    return add(judgements, id, true, "/groups", index, error);
}

/* How many groups a group is in, itself counted; RAPPORT_NONE if `item` is one of them. */
static uint32_t depth_of(const rapport_judgements *j, uint32_t group, uint32_t item)
{
    uint32_t depth = 0;
    for (uint32_t at = group; at != RAPPORT_NONE; depth++) {
        if (j->groups[at] == item)
            return RAPPORT_NONE;
        at = j->items[j->groups[at]].group;
    }
    return depth;
}

/* How many groups are inside each other at the deepest, below a group and with it. */
static uint32_t height_of(const rapport_judgements *j, uint32_t group)
{
    uint32_t highest = 0;
    for (uint32_t g = 0; g < j->group_count; g++) {
        uint32_t height = 1;
        for (uint32_t at = g; at != group && at != RAPPORT_NONE; height++)
            if ((at = j->items[j->groups[at]].group) == RAPPORT_NONE)
                height = 0;
        highest = height > highest ? height : highest;
    }
    return highest;
}

rapport_status rapport_judgements_set_group(rapport_judgements *judgements, const char *id, const char *group,
                                            rapport_error *error)
{
    uint32_t item, parent, depth;
    if (!id || !group || judgements->rater_count)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "/groups", "two ids are needed, and groups come before the first rater");
    item = rapport__index_find(&judgements->item_index, id);
    parent = rapport__index_find(&judgements->item_index, group);
    if (item == RAPPORT_NONE)
        return FAIL(error, RAPPORT_NOT_FOUND, "/groups", "there is no criterion and no group \"", id, "\"");
    if (parent == RAPPORT_NONE || !judgements->items[parent].is_group)
        return FAIL(error, RAPPORT_NOT_FOUND, "/groups", "there is no group \"", group, "\"");
    if (judgements->items[item].group != RAPPORT_NONE)
        return FAIL(error, RAPPORT_DUPLICATE, "/groups", "\"", id, "\" is in a group already");
    depth = depth_of(judgements, judgements->items[parent].number, item);
    if (depth == RAPPORT_NONE)
        return FAIL(error, RAPPORT_BAD_VALUE, "/groups", "\"", id, "\" would be inside itself");
    if (judgements->items[item].is_group)
        depth += height_of(judgements, judgements->items[item].number);
    if (depth > RAPPORT_MAX_DEPTH)
        return FAIL(error, RAPPORT_LIMIT, "/groups", "groups may be 32 deep at the most");
    judgements->items[item].group = judgements->items[parent].number;
    return RAPPORT_OK;
}

rapport_status rapport_judgements_add_rater(rapport_judgements *judgements, const char *id, double weight, uint32_t *index,
                                            rapport_error *error)
{
    const rapport_allocator *mem = &judgements->arena.mem;
    uint32_t at = judgements->rater_count;
    rapport__judge added = {"", weight + 0.0, RAPPORT_NONE, RAPPORT_NONE, {NULL}};
    if (!judgements->criterion_count)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "/raters", "criteria come before the first rater");
    if (id && !rapport__id_valid(id))
        return bad_id(error, "/raters", id);
    if (!rapport__rater_weight_valid(weight))
        return FAIL(error, RAPPORT_BAD_VALUE, "/raters", "the weight of a rater must lie in 1e-100..1e100");
    if (id && rapport__index_find(&judgements->rater_index, id) != RAPPORT_NONE)
        return FAIL(error, RAPPORT_DUPLICATE, "/raters", "there is a rater \"", id, "\" already");
    if (at == RAPPORT_MAX_RATERS)
        return FAIL(error, RAPPORT_LIMIT, "/raters", "there may be 100000 raters at the most");
    if (rapport__reserve(mem, &judgements->raters, &judgements->rater_capacity, at + 1, sizeof added) ||
        (id && (!(added.id = rapport__arena_text(&judgements->arena, id, strlen(id))) ||
                rapport__index_add(&judgements->rater_index, mem, added.id, at))))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    judgements->raters[at] = added;
    judgements->rater_count = at + 1;
    if (index)
        *index = at;
    return RAPPORT_OK;
}

rapport_status rapport_judgements_set_choices(rapport_judgements *judgements, int32_t random_index, int32_t combine)
{
    if (!rapport_random_index_name(random_index) || combine < RAPPORT_COMBINE_PRIORITIES ||
        combine > RAPPORT_COMBINE_JUDGEMENTS)
        return RAPPORT_BAD_ARGUMENT;
    judgements->random_index = random_index;
    judgements->combine = combine;
    return RAPPORT_OK;
}

void rapport_judgements_get_choices(const rapport_judgements *judgements, int32_t *random_index, int32_t *combine)
{
    if (random_index)
        *random_index = judgements->random_index;
    if (combine)
        *combine = judgements->combine;
}

uint32_t rapport_judgements_count_criteria(const rapport_judgements *judgements)
{
    return judgements->criterion_count;
}

uint32_t rapport_judgements_count_groups(const rapport_judgements *judgements)
{
    return judgements->group_count;
}

uint32_t rapport_judgements_count_raters(const rapport_judgements *judgements)
{
    return judgements->rater_count;
}

uint32_t rapport_judgements_find_criterion(const rapport_judgements *judgements, const char *id)
{
    uint32_t item = id ? rapport__index_find(&judgements->item_index, id) : RAPPORT_NONE;
    return item == RAPPORT_NONE || judgements->items[item].is_group ? RAPPORT_NONE : judgements->items[item].number;
}
