/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* From a draft to the immutable model: nodes into model order, weights into shares, targets up the tree, fingerprints. */
#include <string.h>

#include "base/sort.h"
#include "base/text.h"
#include "model/draft.h"
#include "model/model.h"
#include "model/power.h"

static void apply_overlay(rapport_model *model, uint32_t overlay)
{
    rapport__content *content = &model->content;
    const rapport__overlay *change = &content->overlays[overlay];
    model->applied = change->id;
    for (uint32_t i = 0; i < change->weight_count; i++) {
        rapport__node *node = &content->nodes[change->weights[i].node];
        node->weight *= change->weights[i].value;
    }
    for (uint32_t i = 0; i < change->target_count; i++) {
        rapport__node *node = &content->nodes[change->targets[i].node];
        node->target = change->targets[i].value;
        node->own_target = true;
    }
}

/* An overlay that is applied is part of the weights; the others cannot be applied any more, and are let go with it. */
static void drop_overlays(rapport_model *model)
{
    rapport__content *content = &model->content;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < content->overlay_count; i++) {
        rapport__free(&content->arena.mem, content->overlays[i].weights);
        rapport__free(&content->arena.mem, content->overlays[i].targets);
    }
    content->overlay_count = 0;
    for (uint32_t i = 0; i < content->label_count; i++)
        if (content->labels[i].part != RAPPORT_OF_OVERLAY)
            content->labels[kept++] = content->labels[i];
    content->label_count = kept;
    for (uint32_t i = kept = 0; i < content->extra_count; i++)
        if (!rapport__starts_with(content->extras[i].path, "/overlays"))
            content->extras[kept++] = content->extras[i];
    content->extra_count = kept;
}

static void measure_tree(rapport__content *content)
{
    rapport__node *nodes = content->nodes;
    for (uint32_t i = 0; i < content->node_count; i++) {
        nodes[i].end = i + 1;
        nodes[i].total = 0;
        nodes[i].counts = rapport__node_counts(&nodes[i], nodes[i].weight);
    }
    for (uint32_t i = content->node_count - 1; i > 0; i--)
        if (nodes[i].end > nodes[nodes[i].parent].end)
            nodes[nodes[i].parent].end = nodes[i].end;
    for (uint32_t i = 1; i < content->node_count; i++)
        nodes[nodes[i].parent].total += nodes[i].counts ? nodes[i].weight : 0;
    nodes[0].share = 1;
    nodes[0].enters = true;
    for (uint32_t i = 1; i < content->node_count; i++) {
        const rapport__node *parent = &nodes[nodes[i].parent];
        nodes[i].enters = nodes[i].counts && parent->enters;
        nodes[i].share = nodes[i].enters ? parent->share * (nodes[i].weight / parent->total) : 0;
    }
}

/* Targets: a node's own, else the model's for a criterion, else what the counting children's targets give. */
static rapport_status set_targets(rapport__content *content)
{
    const rapport_allocator *mem = &content->arena.mem;
    rapport__node *nodes = content->nodes;
    double *weights = rapport__alloc(mem, 2 * (size_t)content->node_count, sizeof *weights), *targets;
    if (!weights)
        return RAPPORT_NO_MEMORY;
    targets = weights + content->node_count;
    for (uint32_t i = content->node_count; i-- > 0;) {
        uint32_t count = 0;
        if (nodes[i].own_target)
            continue;
        nodes[i].target = content->target;
        for (uint32_t c = i + 1; nodes[i].kind == RAPPORT_GROUP && c < nodes[i].end; c = nodes[c].end) {
            if (!nodes[c].counts)
                continue;
            weights[count] = nodes[c].weight;
            targets[count++] = nodes[c].target;
        }
        if (count)
            nodes[i].target = rapport__power_mean(nodes[i].power, count, weights, targets);
    }
    rapport__free(mem, weights);
    return RAPPORT_OK;
}

static int compare_numbers(uint32_t a, uint32_t b)
{
    return a < b ? -1 : a > b;
}

static int compare_scales(const void *context, uint32_t a, uint32_t b)
{
    const rapport__content *content = context;
    return strcmp(content->scales[a].id, content->scales[b].id);
}

static int compare_overlays(const void *context, uint32_t a, uint32_t b)
{
    const rapport__content *content = context;
    return strcmp(content->overlays[a].id, content->overlays[b].id);
}

static int compare_labels(const void *context, uint32_t a, uint32_t b)
{
    const rapport__label *left = &((const rapport__content *)context)->labels[a];
    const rapport__label *right = &((const rapport__content *)context)->labels[b];
    int order = left->part - right->part;
    if (!order)
        order = compare_numbers(left->index, right->index);
    if (!order)
        order = compare_numbers(left->step, right->step);
    return order ? order : left->label - right->label;
}

static int compare_languages(const void *context, uint32_t a, uint32_t b)
{
    const rapport__label *left = &((const rapport__content *)context)->labels[a];
    const rapport__label *right = &((const rapport__content *)context)->labels[b];
    int order = compare_labels(context, a, b);
    return order ? order : strcmp(left->language ? left->language : "", right->language ? right->language : "");
}

static int compare_paths(const void *context, uint32_t a, uint32_t b)
{
    const rapport__content *content = context;
    return strcmp(content->extras[a].path, content->extras[b].path);
}

/* Which labels hold: of those with the same key the last in its language, and only languages or only none, as the last is.
 * `order` has the labels by key in the order of the calls; those that hold come back by language. */
static uint32_t settle_labels(const rapport__content *content, uint32_t *order, uint32_t *room)
{
    uint32_t kept = 0;
    for (uint32_t i = 0, end; i < content->label_count; i = end) {
        bool plain;
        for (end = i + 1; end < content->label_count && !compare_labels(content, order[i], order[end]);)
            end++;
        plain = !content->labels[order[end - 1]].language;
        rapport__sort(order + i, room, end - i, compare_languages, content);
        for (uint32_t k = i; k < end; k++)
            if (plain == !content->labels[order[k]].language &&
                (k + 1 == end || compare_languages(content, order[k], order[k + 1]) != 0))
                order[kept++] = order[k];
    }
    return kept;
}

static void count_up(uint32_t *order, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        order[i] = i;
}

/* Puts the items of an array into the order given, the first `kept` of which hold. */
static rapport_status rearrange(const rapport_allocator *mem, void *items, size_t size, const uint32_t *order, uint32_t kept)
{
    char *old, *sorted = rapport__alloc(mem, kept, size);
    if (!sorted)
        return RAPPORT_NO_MEMORY;
    memcpy(&old, items, sizeof old);
    for (uint32_t i = 0; i < kept; i++)
        memcpy(sorted + i * size, old + order[i] * size, size);
    rapport__free(mem, old);
    memcpy(items, &sorted, sizeof sorted);
    return RAPPORT_OK;
}

typedef struct changes {
    const rapport__change *list;
    const rapport__node *nodes;
} changes;

static int compare_changes(const void *context, uint32_t a, uint32_t b)
{
    const changes *of = context;
    return strcmp(of->nodes[of->list[a].node].id, of->nodes[of->list[b].node].id);
}

/* Of changes to the same node the last holds; they end up in the order of the ids. */
static rapport_status settle_changes(const rapport__content *content, rapport__change **list, uint32_t *count)
{
    const rapport_allocator *mem = &content->arena.mem;
    changes all = {*list, content->nodes};
    uint32_t *order = rapport__alloc(mem, 2 * (size_t)*count, sizeof *order), kept = 0;
    rapport_status status = RAPPORT_NO_MEMORY;
    if (order) {
        count_up(order, *count);
        rapport__sort(order, order + *count, *count, compare_changes, &all);
        for (uint32_t i = 0; i < *count; i++)
            if (i + 1 == *count || compare_changes(&all, order[i], order[i + 1]) != 0)
                order[kept++] = order[i];
        if (!(status = rearrange(mem, list, sizeof **list, order, kept)))
            *count = kept;
    }
    rapport__free(mem, order);
    return status;
}

static rapport_status settle_overlays(rapport__content *content)
{
    for (uint32_t i = 0; i < content->overlay_count; i++) {
        rapport__overlay *overlay = &content->overlays[i];
        if (settle_changes(content, &overlay->weights, &overlay->weight_count) ||
            settle_changes(content, &overlay->targets, &overlay->target_count))
            return RAPPORT_NO_MEMORY;
    }
    return RAPPORT_OK;
}

/* Of extras at one path the last holds. */
static uint32_t settle_extras(const rapport__content *content, uint32_t *order)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < content->extra_count; i++)
        if (i + 1 == content->extra_count || compare_paths(content, order[i], order[i + 1]) != 0)
            order[kept++] = order[i];
    return kept;
}

static rapport_status sort_texts(rapport__content *content)
{
    const rapport_allocator *mem = &content->arena.mem;
    uint32_t most = content->label_count > content->extra_count ? content->label_count : content->extra_count;
    uint32_t *order = rapport__alloc(mem, 2 * (size_t)most, sizeof *order), *room = order + most;
    rapport_status status = RAPPORT_NO_MEMORY;
    if (order) {
        count_up(order, content->label_count);
        rapport__sort(order, room, content->label_count, compare_labels, content);
        content->label_count = settle_labels(content, order, room);
        status = rearrange(mem, &content->labels, sizeof *content->labels, order, content->label_count);
    }
    if (!status) {
        count_up(order, content->extra_count);
        rapport__sort(order, room, content->extra_count, compare_paths, content);
        content->extra_count = settle_extras(content, order);
        status = rearrange(mem, &content->extras, sizeof *content->extras, order, content->extra_count);
    }
    rapport__free(mem, order);
    return status;
}

/* The order by id in which the canonical document lists scales and overlays. */
static rapport_status sort_ids(rapport_model *model)
{
    rapport__content *content = &model->content;
    uint32_t most = content->scale_count > content->overlay_count ? content->scale_count : content->overlay_count;
    uint32_t *room = rapport__alloc(&content->arena.mem, most, sizeof *room);
    model->scale_order = rapport__arena_alloc(&content->arena, content->scale_count, sizeof *room);
    model->overlay_order = rapport__arena_alloc(&content->arena, content->overlay_count, sizeof *room);
    if (room && model->scale_order && model->overlay_order) {
        count_up(model->scale_order, content->scale_count);
        count_up(model->overlay_order, content->overlay_count);
        rapport__sort(model->scale_order, room, content->scale_count, compare_scales, content);
        rapport__sort(model->overlay_order, room, content->overlay_count, compare_overlays, content);
    }
    rapport__free(&content->arena.mem, room);
    return room && model->scale_order && model->overlay_order ? RAPPORT_OK : RAPPORT_NO_MEMORY;
}

static int32_t hash_piece(void *hash, const char *text, int64_t length)
{
    rapport__sha256_update(hash, text, (size_t)length);
    return 0;
}

static rapport_status print(const rapport_model *model, bool meaning, char out[RAPPORT__PRINT_SIZE])
{
    unsigned char digest[RAPPORT__SHA256_SIZE];
    rapport__sha256 hash;
    rapport_status status;
    rapport__sha256_init(&hash);
    if ((status = rapport__model_write_canonical(model, meaning, hash_piece, &hash)))
        return status;
    rapport__sha256_final(&hash, digest);
    memcpy(out, "sha256:", 7);
    rapport__sha256_text(digest, out + 7);
    return RAPPORT_OK;
}

rapport_status rapport__model_build(const rapport__content *content, const uint32_t *order, const uint32_t *place,
                                    uint32_t overlay, const rapport_allocator *mem, rapport_model **out, rapport_error *error)
{
    rapport_model *model = rapport__alloc(mem, 1, sizeof *model);
    rapport_status status = RAPPORT_NO_MEMORY;
    if (!model || rapport__content_copy(content, order, place, mem, &model->content)) {
        rapport__free(mem, model);
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    }
    if (!settle_overlays(&model->content)) {
        if (overlay != RAPPORT_NONE) {
            apply_overlay(model, overlay);
            drop_overlays(model);
        }
        measure_tree(&model->content);
        if (!(status = set_targets(&model->content)) && !(status = sort_texts(&model->content)) && !(status = sort_ids(model)) &&
            !(status = print(model, true, model->fingerprint)))
            status = print(model, false, model->document);
    }
    if (status) {
        rapport_model_destroy(model);
        return rapport__fail_plainly(error, status);
    }
    *out = model;
    return RAPPORT_OK;
}

/* Lists the draft's nodes in model order: every group before its children. */
static void put_in_order(const rapport__node *nodes, uint32_t *order, uint32_t *place)
{
    uint32_t at = 0, count = 0;
    for (;;) {
        place[at] = count;
        order[count++] = at;
        if (nodes[at].first != RAPPORT_NONE) {
            at = nodes[at].first;
            continue;
        }
        while (at != RAPPORT_ROOT && nodes[at].next == RAPPORT_NONE)
            at = nodes[at].parent;
        if (at == RAPPORT_ROOT)
            return;
        at = nodes[at].next;
    }
}

rapport_status rapport_draft_build(const rapport_draft *draft, rapport_model **out, rapport_error *error)
{
    const rapport_allocator *mem = draft ? rapport__draft_memory(draft) : NULL;
    rapport_error problem;
    uint32_t *order;
    rapport_status status;
    if (!draft || !out)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "draft or out is NULL");
    *out = NULL;
    if (rapport_draft_check(draft, &problem, 1)) {
        if (error)
            *error = problem;
        return problem.status;
    }
    order = rapport__alloc(mem, 2 * (size_t)draft->content.node_count, sizeof *order);
    if (!order)
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    put_in_order(draft->content.nodes, order, order + draft->content.node_count);
    status = rapport__model_build(&draft->content, order, order + draft->content.node_count, RAPPORT_NONE, mem, out, error);
    rapport__free(mem, order);
    return status;
}

rapport_status rapport_model_copy_with_overlay(const rapport_model *model, uint32_t overlay,
                                               const rapport_allocator *allocator, rapport_model **out, rapport_error *error)
{
    rapport_allocator mem;
    if (!out)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "out is NULL");
    *out = NULL;
    if (!model || rapport__memory_init(&mem, allocator))
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "the model is NULL, or the allocator is incomplete");
    if (overlay >= model->content.overlay_count)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "/overlays", "there is no such overlay");
    return rapport__model_build(&model->content, NULL, NULL, overlay, &mem, out, error);
}
