/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Reading a built model. */
#include "model/model.h"

#include <math.h>
#include <string.h>

#include "base/language.h"
#include "base/struct.h"
#include "model/scale.h"

_Static_assert(sizeof(rapport_node) == 80, "rapport_node");
_Static_assert(sizeof(rapport_gate) == 40, "rapport_gate");
_Static_assert(sizeof(rapport_band) == 48, "rapport_band");

void rapport_model_destroy(rapport_model *model)
{
    rapport_allocator mem;
    if (!model)
        return;
    mem = model->content.arena.mem;
    rapport__content_clear(&model->content);
    rapport__free(&mem, model);
}

const char *rapport_model_id(const rapport_model *model)
{
    return model->content.id;
}

const char *rapport_model_version(const rapport_model *model)
{
    return model->content.version;
}

const char *rapport_model_overlay(const rapport_model *model)
{
    return model->applied;
}

const char *rapport_model_fingerprint(const rapport_model *model)
{
    return model->fingerprint;
}

const char *rapport_model_document(const rapport_model *model)
{
    return model->document;
}

uint32_t rapport_model_anonymity_floor(const rapport_model *model)
{
    return model->content.anonymity_floor;
}

int32_t rapport_model_missing(const rapport_model *model, double *minimum_coverage)
{
    if (minimum_coverage)
        *minimum_coverage = model->content.minimum_coverage;
    return model->content.missing;
}

uint32_t rapport_model_count_nodes(const rapport_model *model)
{
    return model->content.node_count;
}

uint32_t rapport_model_find(const rapport_model *model, const char *id)
{
    return id ? rapport__index_find(&model->content.node_index, id) : RAPPORT_NONE;
}

rapport_status rapport_model_get_node(const rapport_model *model, uint32_t node, rapport_node *out)
{
    const rapport__node *is;
    rapport_node filled = {0};
    if (node >= model->content.node_count)
        return RAPPORT_BAD_ARGUMENT;
    is = &model->content.nodes[node];
    filled.kind = is->kind;
    filled.parent = is->parent;
    filled.depth = is->depth;
    filled.end = is->end;
    filled.scale = is->scale;
    filled.together = is->together;
    filled.informational = is->informational;
    filled.weight = is->weight;
    filled.entered = is->entered;
    filled.target_replaced = is->target_replaced;
    filled.share = is->share;
    filled.power = is->kind == RAPPORT_GROUP ? is->power : 0;
    filled.target = is->target;
    return rapport__struct_out(out, &filled, sizeof filled);
}

uint32_t rapport_model_count_scales(const rapport_model *model)
{
    return model->content.scale_count;
}

static const rapport__scale *find_scale(const rapport_model *model, uint32_t scale)
{
    return scale < model->content.scale_count ? &model->content.scales[scale] : NULL;
}

int32_t rapport_model_scale_kind(const rapport_model *model, uint32_t scale)
{
    const rapport__scale *found = find_scale(model, scale);
    return found ? found->kind : 0;
}

const char *rapport_model_scale_unit(const rapport_model *model, uint32_t scale)
{
    const rapport__scale *found = find_scale(model, scale);
    return found ? found->unit : "";
}

uint32_t rapport_model_count_steps(const rapport_model *model, uint32_t scale)
{
    const rapport__scale *found = find_scale(model, scale);
    return found ? found->step_count : 0;
}

rapport_status rapport_model_get_step(const rapport_model *model, uint32_t scale, uint32_t step, double *points)
{
    const rapport__scale *found = find_scale(model, scale);
    if (!found || !points || step < 1 || step > found->step_count)
        return RAPPORT_BAD_ARGUMENT;
    *points = found->steps[step - 1].points;
    return RAPPORT_OK;
}

uint32_t rapport_model_find_step(const rapport_model *model, uint32_t scale, const char *id)
{
    const rapport__scale *found = find_scale(model, scale);
    for (uint32_t i = 0; found && id && *id && i < found->step_count; i++)
        if (!strcmp(found->steps[i].id, id))
            return i + 1;
    return 0;
}

rapport_status rapport_model_compute_points(const rapport_model *model, uint32_t scale, double value, double *points)
{
    const rapport__scale *found = find_scale(model, scale);
    if (!found || found->kind != RAPPORT_NUMBER || !points)
        return RAPPORT_BAD_ARGUMENT;
    if (!isfinite(value))
        return RAPPORT_BAD_VALUE;
    *points = rapport__scale_points(found, value);
    return RAPPORT_OK;
}

rapport_status rapport_model_get_knot(const rapport_model *model, uint32_t scale, uint32_t index, double *answer,
                                      double *points, double *rho)
{
    const rapport__scale *found = find_scale(model, scale);
    if (!found || found->kind != RAPPORT_NUMBER || !answer || !points)
        return RAPPORT_BAD_ARGUMENT;
    bool curved = found->shape == SHAPE_EXPONENTIAL;
    if (index >= (curved ? 2 : found->knots))
        return RAPPORT_NOT_FOUND;
    if (rho)
        *rho = curved ? found->given[2] : 0;
    if (curved) {
        bool at_best = (index == 1) == (found->given[0] < found->given[1]);
        *answer = found->given[at_best];
        *points = at_best ? 100 : 0;
    } else {
        *answer = found->x[index];
        *points = found->y[index];
    }
    return RAPPORT_OK;
}

uint32_t rapport_model_count_gates(const rapport_model *model)
{
    return model->content.gate_count;
}

rapport_status rapport_model_get_gate(const rapport_model *model, uint32_t gate, rapport_gate *out)
{
    if (gate >= model->content.gate_count)
        return RAPPORT_BAD_ARGUMENT;
    return rapport__struct_out(out, &model->content.gates[gate].is, sizeof *out);
}

uint32_t rapport_model_count_bands(const rapport_model *model)
{
    return model->content.band_count;
}

rapport_status rapport_model_get_band(const rapport_model *model, uint32_t band, rapport_band *out)
{
    if (band >= model->content.band_count)
        return RAPPORT_BAD_ARGUMENT;
    return rapport__struct_out(out, &model->content.bands[band].is, sizeof *out);
}

uint32_t rapport_model_count_overlays(const rapport_model *model)
{
    return model->content.overlay_count;
}

uint32_t rapport_model_find_overlay(const rapport_model *model, const char *id)
{
    for (uint32_t i = 0; id && i < model->content.overlay_count; i++)
        if (!strcmp(model->content.overlays[i].id, id))
            return i;
    return RAPPORT_NONE;
}

const char *rapport_model_part_id(const rapport_model *model, int32_t part, uint32_t index, uint32_t step)
{
    const rapport__content *content = &model->content;
    if (part == RAPPORT_OF_SCALE && index < content->scale_count && step <= content->scales[index].step_count)
        return step ? content->scales[index].steps[step - 1].id : content->scales[index].id;
    if (step)
        return NULL;
    switch (part) {
    case RAPPORT_OF_MODEL:
        return index ? NULL : content->id;
    case RAPPORT_OF_NODE:
        return index < content->node_count ? content->nodes[index].id : NULL;
    case RAPPORT_OF_GATE:
        return index < content->gate_count ? content->gates[index].id : NULL;
    case RAPPORT_OF_BAND:
        return index < content->band_count ? content->bands[index].id : NULL;
    case RAPPORT_OF_OVERLAY:
        return index < content->overlay_count ? content->overlays[index].id : NULL;
    default:
        return NULL;
    }
}

static int compare_key(const rapport__label *label, int32_t part, uint32_t index, uint32_t step, int32_t kind)
{
    if (label->part != part)
        return label->part < part ? -1 : 1;
    if (label->index != index)
        return label->index < index ? -1 : 1;
    if (label->step != step)
        return label->step < step ? -1 : 1;
    return label->label < kind ? -1 : label->label > kind;
}

uint32_t rapport__model_find_labels(const rapport_model *model, int32_t part, uint32_t index, uint32_t step, int32_t label,
                                    uint32_t *count)
{
    const rapport__label *labels = model->content.labels;
    uint32_t low = 0, high = model->content.label_count, end;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (compare_key(&labels[middle], part, index, step, label) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    for (end = low; end < model->content.label_count && !compare_key(&labels[end], part, index, step, label);)
        end++;
    *count = end - low;
    return low;
}

const char *rapport_model_label(const rapport_model *model, int32_t part, uint32_t index, uint32_t step, int32_t label,
                                const char *language)
{
    uint32_t count, first = rapport__model_find_labels(model, part, index, step, label, &count), best = first;
    const rapport__label *labels = model->content.labels;
    const char *id;
    for (uint32_t i = first + 1; i < first + count; i++)
        if (rapport__language_rank(labels[i].language, language) > rapport__language_rank(labels[best].language, language))
            best = i;
    if (count)
        return labels[best].text;
    id = label == RAPPORT_TITLE ? rapport_model_part_id(model, part, index, step) : "";
    return id ? id : "";
}

rapport_status rapport_model_write(const rapport_model *model, rapport_writer writer, void *user)
{
    return model && writer ? rapport__model_write_canonical(model, false, writer, user) : RAPPORT_BAD_ARGUMENT;
}
