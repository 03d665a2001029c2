/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "model/content.h"

#include <string.h>

void rapport__content_init(rapport__content *content, const rapport_allocator *mem)
{
    *content = (rapport__content){.anonymity_floor = 1, .minimum_coverage = 1, .target = 75};
    rapport__arena_init(&content->arena, mem);
}

void rapport__content_clear(rapport__content *content)
{
    const rapport_allocator *mem = &content->arena.mem;
    for (uint32_t i = 0; i < content->scale_count; i++)
        rapport__free(mem, content->scales[i].steps);
    for (uint32_t i = 0; i < content->overlay_count; i++) {
        rapport__free(mem, content->overlays[i].weights);
        rapport__free(mem, content->overlays[i].targets);
    }
    rapport__free(mem, content->scales);
    rapport__free(mem, content->nodes);
    rapport__free(mem, content->gates);
    rapport__free(mem, content->bands);
    rapport__free(mem, content->overlays);
    rapport__free(mem, content->labels);
    rapport__free(mem, content->extras);
    rapport__index_clear(&content->node_index, mem);
    rapport__arena_clear(&content->arena);
}

static bool copy_text(rapport__content *out, const char **text)
{
    return !*text || (*text = rapport__arena_text(&out->arena, *text, strlen(*text))) != NULL;
}

/* A copy of count items; NULL only without memory. */
static void *copy_items(const rapport_allocator *mem, const void *items, uint32_t count, size_t size)
{
    void *copy = rapport__alloc(mem, count, size);
    if (copy && count)
        memcpy(copy, items, count * size);
    return copy;
}

static bool copy_scales(const rapport__content *from, const rapport_allocator *mem, rapport__content *out)
{
    if (!(out->scales = copy_items(mem, from->scales, from->scale_count, sizeof *out->scales)))
        return false;
    for (uint32_t i = 0; i < from->scale_count; i++) {
        rapport__scale *scale = &out->scales[i];
        scale->steps = copy_items(mem, from->scales[i].steps, scale->step_count, sizeof *scale->steps);
        out->scale_count = i + 1;
        if (!scale->steps || !copy_text(out, &scale->id) || !copy_text(out, &scale->unit))
            return false;
        for (uint32_t k = 0; k < scale->step_count; k++)
            if (!copy_text(out, &scale->steps[k].id))
                return false;
    }
    return true;
}

static bool copy_nodes(const rapport__content *from, const uint32_t *order, const uint32_t *place, const rapport_allocator *mem,
                       rapport__content *out)
{
    if (!(out->nodes = copy_items(mem, from->nodes, from->node_count, sizeof *out->nodes)))
        return false;
    out->node_count = from->node_count;
    for (uint32_t i = 0; i < from->node_count; i++) {
        rapport__node *node = &out->nodes[i];
        if (order) {
            *node = from->nodes[order[i]];
            node->parent = i ? place[node->parent] : RAPPORT_NONE;
        }
        if (!copy_text(out, &node->id) || (i && rapport__index_add(&out->node_index, mem, node->id, i)))
            return false;
    }
    return true;
}

static bool copy_changes(const rapport__change *from, uint32_t count, const uint32_t *place, const rapport_allocator *mem,
                         rapport__change **out)
{
    if (!(*out = copy_items(mem, from, count, sizeof **out)))
        return false;
    for (uint32_t i = 0; place && i < count; i++)
        (*out)[i].node = place[from[i].node];
    return true;
}

static bool copy_rules(const rapport__content *from, const uint32_t *place, const rapport_allocator *mem, rapport__content *out)
{
    out->gates = copy_items(mem, from->gates, from->gate_count, sizeof *out->gates);
    out->bands = copy_items(mem, from->bands, from->band_count, sizeof *out->bands);
    out->overlays = rapport__alloc(mem, from->overlay_count, sizeof *out->overlays);
    if (!out->gates || !out->bands || !out->overlays)
        return false;
    out->gate_count = from->gate_count;
    out->band_count = from->band_count;
    for (uint32_t i = 0; i < from->gate_count; i++) {
        if (!copy_text(out, &out->gates[i].id))
            return false;
        if (place && out->gates[i].is.node != RAPPORT_NONE)
            out->gates[i].is.node = place[out->gates[i].is.node];
    }
    for (uint32_t i = 0; i < from->band_count; i++)
        if (!copy_text(out, &out->bands[i].id))
            return false;
    for (uint32_t i = 0; i < from->overlay_count; i++) {
        const rapport__overlay *source = &from->overlays[i];
        rapport__overlay *overlay = &out->overlays[i];
        out->overlay_count = i + 1;
        *overlay =
            (rapport__overlay){.id = source->id, .weight_count = source->weight_count, .target_count = source->target_count};
        if (!copy_text(out, &overlay->id) ||
            !copy_changes(source->weights, source->weight_count, place, mem, &overlay->weights) ||
            !copy_changes(source->targets, source->target_count, place, mem, &overlay->targets))
            return false;
    }
    return true;
}

static bool copy_labels(const rapport__content *from, const uint32_t *place, const rapport_allocator *mem,
                        rapport__content *out)
{
    out->labels = copy_items(mem, from->labels, from->label_count, sizeof *out->labels);
    out->extras = copy_items(mem, from->extras, from->extra_count, sizeof *out->extras);
    if (!out->labels || !out->extras)
        return false;
    out->label_count = from->label_count;
    out->extra_count = from->extra_count;
    for (uint32_t i = 0; i < from->label_count; i++) {
        rapport__label *label = &out->labels[i];
        if (!copy_text(out, &label->language) || !copy_text(out, &label->text))
            return false;
        if (place && label->part == RAPPORT_OF_NODE)
            label->index = place[label->index];
    }
    for (uint32_t i = 0; i < from->extra_count; i++)
        if (!copy_text(out, &out->extras[i].path) || !copy_text(out, &out->extras[i].json))
            return false;
    return true;
}

rapport_status rapport__content_copy(const rapport__content *from, const uint32_t *order, const uint32_t *place,
                                     const rapport_allocator *mem, rapport__content *out)
{
    rapport__content_init(out, mem);
    out->id = from->id;
    out->version = from->version;
    out->missing = from->missing;
    out->anonymity_floor = from->anonymity_floor;
    out->minimum_coverage = from->minimum_coverage;
    out->target = from->target;
    if (copy_text(out, &out->id) && copy_text(out, &out->version) && copy_scales(from, mem, out) &&
        copy_nodes(from, order, place, mem, out) && copy_rules(from, place, mem, out) && copy_labels(from, place, mem, out))
        return RAPPORT_OK;
    rapport__content_clear(out);
    return RAPPORT_NO_MEMORY;
}
