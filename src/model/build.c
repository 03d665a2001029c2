/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* From a draft to the immutable model: nodes into model order, weights into shares, targets up the tree, fingerprints. */
#include <string.h>

#include "base/text.h"
#include "model/draft.h"
#include "model/model.h"
#include "model/power.h"

static void keep_weights(rapport__content *content)
{
    for (uint32_t i = 0; i < content->node_count; i++)
        content->nodes[i].entered = content->nodes[i].weight;
}

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
        node->own_target = node->target_replaced = true;
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
    keep_weights(&model->content);
    if (!rapport__settle_overlays(&model->content)) {
        if (overlay != RAPPORT_NONE) {
            apply_overlay(model, overlay);
            drop_overlays(model);
        }
        measure_tree(&model->content);
        if (!(status = set_targets(&model->content)) && !(status = rapport__settle_texts(&model->content)) &&
            !(status = rapport__sort_ids(model)) && !(status = print(model, true, model->fingerprint)))
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
    if (out)
        *out = NULL;
    if (!draft || !out)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "draft or out is NULL");
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

rapport_status rapport_model_copy_with_overlay(const rapport_model *model, uint32_t overlay, const rapport_allocator *allocator,
                                               rapport_model **out, rapport_error *error)
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
