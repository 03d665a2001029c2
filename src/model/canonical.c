/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The model as canonical JSON: keys in the order of RFC 8785, defaults dropped. With `meaning` only what can change a number. */
#include <math.h>
#include <string.h>

#include "base/json_write.h"
#include "model/model.h"

enum { PATH_SIZE = 1024 };

typedef struct canonical {
    const rapport_model *model;
    const rapport__content *content;
    bool meaning;
    rapport__sink sink;
    rapport__json_writer json;
    char path[PATH_SIZE]; /* of the object being written, to find its x */
} canonical;

/* Opens the object at the path extended by a key (or nothing); returns what shorten() needs. */
static size_t lengthen(canonical *c, const char *key)
{
    size_t length = strlen(c->path);
    if (c->content->extra_count && key)
        rapport__append_key(c->path, PATH_SIZE, key);
    return length;
}

static size_t lengthen_index(canonical *c, uint32_t index)
{
    size_t length = strlen(c->path);
    if (c->content->extra_count)
        rapport__append_index(c->path, PATH_SIZE, index);
    return length;
}

static void shorten(canonical *c, size_t length)
{
    c->path[length] = '\0';
}

static void put_text_member(canonical *c, const char *key, const char *text)
{
    rapport__json_put_key(&c->json, key);
    rapport__json_put_text(&c->json, text);
}

static void put_number_member(canonical *c, const char *key, double number)
{
    rapport__json_put_key(&c->json, key);
    rapport__json_put_number(&c->json, number);
}

static void put_true(canonical *c, const char *key)
{
    rapport__json_put_key(&c->json, key);
    rapport__json_put_boolean(&c->json, true);
}

static const char *find_extra(const canonical *c)
{
    uint32_t low = 0, high = c->content->extra_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        int order = strcmp(c->content->extras[middle].path, c->path);
        if (!order)
            return c->content->extras[middle].json;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

/* Writes the x of the object at hand. In a map of ids it comes before the first id above "x". */
static void put_extra(canonical *c)
{
    const char *json = c->meaning ? NULL : find_extra(c);
    if (!json)
        return;
    rapport__json_put_key(&c->json, "x");
    rapport__json_put_raw(&c->json, json, strlen(json));
}

static bool extra_is_due(bool done, const char *next)
{
    return !done && (!next || strcmp(next, "x") > 0);
}

static void open_object(canonical *c)
{
    rapport__json_begin_object(&c->json, RAPPORT__JSON_LINES);
}

static void close_object(canonical *c)
{
    put_extra(c);
    rapport__json_end(&c->json);
}

static void put_languages(canonical *c, const rapport__label *labels, uint32_t count)
{
    bool done = false;
    if (!labels[0].language) {
        rapport__json_put_text(&c->json, labels[0].text);
        return;
    }
    open_object(c);
    for (uint32_t i = 0; i < count; i++) {
        if (extra_is_due(done, labels[i].language)) {
            put_extra(c);
            done = true;
        }
        put_text_member(c, labels[i].language, labels[i].text);
    }
    if (!done)
        put_extra(c);
    rapport__json_end(&c->json);
}

static void put_label(canonical *c, const char *key, int32_t part, uint32_t index, uint32_t step, int32_t label)
{
    uint32_t count, first;
    size_t length;
    if (c->meaning)
        return;
    first = rapport__model_find_labels(c->model, part, index, step, label, &count);
    if (!count)
        return;
    length = lengthen(c, key);
    rapport__json_put_key(&c->json, key);
    put_languages(c, &c->content->labels[first], count);
    shorten(c, length);
}

static void put_power(canonical *c, double power)
{
    if (isinf(power))
        put_text_member(c, "power", power < 0 ? "min" : "max");
    else if (power != 1)
        put_number_member(c, "power", power);
}

static void put_steps(canonical *c, uint32_t index, const rapport__scale *scale)
{
    const char *key = scale->kind == RAPPORT_LEVELS ? "levels" : "choices";
    size_t list = lengthen(c, key);
    rapport__json_put_key(&c->json, key);
    rapport__json_begin_array(&c->json, RAPPORT__JSON_LINES);
    for (uint32_t i = 0; i < scale->step_count; i++) {
        size_t length = lengthen_index(c, i);
        open_object(c);
        put_label(c, "description", RAPPORT_OF_SCALE, index, i + 1, RAPPORT_DESCRIPTION);
        if (*scale->steps[i].id)
            put_text_member(c, "id", scale->steps[i].id);
        put_label(c, "label", RAPPORT_OF_SCALE, index, i + 1, RAPPORT_TITLE);
        if (scale->kind == RAPPORT_CHOICE || scale->own_points)
            put_number_member(c, "points", scale->steps[i].points);
        close_object(c);
        shorten(c, length);
    }
    rapport__json_end(&c->json);
    shorten(c, list);
}

static void put_shape(canonical *c, const char *key, const char *const *keys, const double *values, uint32_t count)
{
    size_t length = lengthen(c, key);
    rapport__json_put_key(&c->json, key);
    open_object(c);
    for (uint32_t i = 0; i < count; i++)
        put_number_member(c, keys[i], values[i]);
    close_object(c);
    shorten(c, length);
}

static void put_knots(canonical *c, const rapport__scale *scale)
{
    rapport__json_put_key(&c->json, "points");
    rapport__json_begin_array(&c->json, RAPPORT__JSON_LINES);
    for (uint32_t i = 0; i < scale->knots; i++) {
        rapport__json_begin_array(&c->json, RAPPORT__JSON_LINES);
        rapport__json_put_number(&c->json, scale->x[i]);
        rapport__json_put_number(&c->json, scale->y[i]);
        rapport__json_end(&c->json);
    }
    rapport__json_end(&c->json);
}

static void put_scale(canonical *c, uint32_t index)
{
    static const char *const kinds[] = {"", "levels", "number", "yesno", "choice"};
    static const char *const line[] = {"best", "worst"}, *const curve[] = {"best", "rho", "worst"},
                             *const range[] = {"full_from", "full_to", "zero_above", "zero_below"};
    const rapport__scale *scale = &c->content->scales[index];
    const double *g = scale->given;
    bool number = scale->kind == RAPPORT_NUMBER;
    size_t length = lengthen(c, scale->id);
    rapport__json_put_key(&c->json, scale->id);
    open_object(c);
    if (scale->kind == RAPPORT_CHOICE)
        put_steps(c, index, scale);
    put_label(c, "description", RAPPORT_OF_SCALE, index, 0, RAPPORT_DESCRIPTION);
    if (number && scale->shape == SHAPE_EXPONENTIAL)
        put_shape(c, "exponential", curve, (const double[]){g[1], g[2], g[0]}, 3);
    put_text_member(c, "kind", kinds[scale->kind]);
    if (scale->kind == RAPPORT_LEVELS)
        put_steps(c, index, scale);
    if (number && scale->shape == SHAPE_LINEAR)
        put_shape(c, "linear", line, (const double[]){g[1], g[0]}, 2);
    if (number && scale->shape == SHAPE_POINTS)
        put_knots(c, scale);
    if (number && scale->shape == SHAPE_RANGE)
        put_shape(c, "range", range, (const double[]){g[1], g[2], g[3], g[0]}, 4);
    if (scale->reversed)
        put_true(c, "reversed");
    put_label(c, "title", RAPPORT_OF_SCALE, index, 0, RAPPORT_TITLE);
    if (*scale->unit)
        put_text_member(c, "unit", scale->unit);
    close_object(c);
    shorten(c, length);
}

static void put_anchors(canonical *c, uint32_t node)
{
    uint32_t count, first, steps = c->content->scales[c->content->nodes[node].scale].step_count;
    size_t list;
    rapport__model_find_labels(c->model, RAPPORT_OF_NODE, node, 1, RAPPORT_ANCHOR, &count);
    if (c->meaning || !count)
        return;
    list = lengthen(c, "anchors");
    rapport__json_put_key(&c->json, "anchors");
    rapport__json_begin_array(&c->json, RAPPORT__JSON_LINES);
    for (uint32_t step = 1; step <= steps; step++) {
        size_t length = lengthen_index(c, step - 1);
        first = rapport__model_find_labels(c->model, RAPPORT_OF_NODE, node, step, RAPPORT_ANCHOR, &count);
        put_languages(c, &c->content->labels[first], count);
        shorten(c, length);
    }
    rapport__json_end(&c->json);
    shorten(c, list);
}

/* The keys of a node that come before its children ("criteria"), and those after. */
static void open_node(canonical *c, uint32_t node)
{
    open_object(c);
    if (c->content->nodes[node].kind == RAPPORT_CRITERION)
        put_anchors(c, node);
}

static void close_node(canonical *c, uint32_t index)
{
    static const char *const rules[] = {"mean", "min", "max"};
    const rapport__node *node = &c->content->nodes[index];
    bool group = node->kind == RAPPORT_GROUP;
    put_label(c, "description", RAPPORT_OF_NODE, index, 0, RAPPORT_DESCRIPTION);
    put_text_member(c, "id", node->id);
    if (node->informational)
        put_true(c, "informational");
    if (group)
        put_power(c, node->power);
    put_label(c, "question", RAPPORT_OF_NODE, index, 0, RAPPORT_QUESTION);
    if (!group)
        put_text_member(c, "scale", c->content->scales[node->scale].id);
    if (node->own_target)
        put_number_member(c, "target", node->target);
    put_label(c, "title", RAPPORT_OF_NODE, index, 0, RAPPORT_TITLE);
    if (node->together != RAPPORT_MEAN)
        put_text_member(c, "together", rules[node->together]);
    if (node->weight != 1)
        put_number_member(c, "weight", node->weight);
    close_object(c);
}

typedef struct level { /* a group whose children are being written */
    uint32_t group, children;
    size_t list, item; /* lengths of the path around "criteria" and around the child at hand */
} level;

static void open_children(canonical *c, level *of, uint32_t group)
{
    of->group = group;
    of->children = 0;
    of->list = lengthen(c, "criteria");
    rapport__json_put_key(&c->json, "criteria");
    rapport__json_begin_array(&c->json, RAPPORT__JSON_LINES);
}

static void close_children(canonical *c, const level *of)
{
    rapport__json_end(&c->json);
    shorten(c, of->list);
}

/* Walks the tree in model order; an open group is closed when the walk leaves it. */
static void put_nodes(canonical *c)
{
    const rapport__node *nodes = c->content->nodes;
    level levels[RAPPORT_MAX_DEPTH + 1], *now = levels;
    open_children(c, now, RAPPORT_ROOT);
    for (uint32_t at = 1; at < c->content->node_count; at++) {
        while (at == nodes[now->group].end) {
            close_children(c, now);
            close_node(c, now->group);
            now--;
            shorten(c, now->item);
        }
        now->item = lengthen_index(c, now->children++);
        open_node(c, at);
        if (nodes[at].kind == RAPPORT_GROUP) {
            open_children(c, ++now, at);
        } else {
            close_node(c, at);
            shorten(c, now->item);
        }
    }
    for (; now > levels; shorten(c, now->item)) {
        close_children(c, now);
        close_node(c, now->group);
        now--;
    }
    close_children(c, now);
}

static void put_gate(canonical *c, uint32_t index)
{
    static const char *const effects[] = {"", "fail", "cap", "flag"}, *const views[] = {"any", "all", "joint"};
    static const char *const measures[] = {"", "net-benefit", "burden-overload", "balance", "skill-coverage"};
    const rapport_gate *gate = &c->content->gates[index].is;
    open_object(c);
    if (gate->above)
        put_number_member(c, "above", gate->threshold);
    else
        put_number_member(c, "below", gate->threshold);
    if (gate->effect == RAPPORT_CAP)
        put_number_member(c, "cap", gate->cap);
    put_label(c, "description", RAPPORT_OF_GATE, index, 0, RAPPORT_DESCRIPTION);
    put_text_member(c, "effect", effects[gate->effect]);
    put_text_member(c, "id", c->content->gates[index].id);
    if (gate->measure)
        put_text_member(c, "measure", measures[gate->measure]);
    else
        put_text_member(c, "node", c->content->nodes[gate->node].id);
    put_label(c, "title", RAPPORT_OF_GATE, index, 0, RAPPORT_TITLE);
    if (gate->view != RAPPORT_ANY_VIEW)
        put_text_member(c, "view", views[gate->view]);
    close_object(c);
}

static void put_band(canonical *c, uint32_t index)
{
    const rapport_band *band = &c->content->bands[index].is;
    open_object(c);
    put_label(c, "description", RAPPORT_OF_BAND, index, 0, RAPPORT_DESCRIPTION);
    put_number_member(c, "from", band->from);
    put_text_member(c, "id", c->content->bands[index].id);
    if (band->demands) {
        size_t length = lengthen(c, "requires");
        rapport__json_put_key(&c->json, "requires");
        open_object(c);
        if (band->demands & RAPPORT_NEEDS_BALANCE)
            put_number_member(c, "balance", band->balance);
        if (band->demands & RAPPORT_NEEDS_COVERAGE)
            put_number_member(c, "coverage", band->coverage);
        if (band->demands & RAPPORT_EVERY_GROUP)
            put_number_member(c, "every_group", band->every_group);
        if (band->demands & RAPPORT_NO_UNDECIDED_GATES)
            put_true(c, "no_undecided_gates");
        if (band->demands & RAPPORT_WEAKEST_PARTY)
            put_number_member(c, "weakest_party", band->weakest_party);
        close_object(c);
        shorten(c, length);
    }
    put_label(c, "title", RAPPORT_OF_BAND, index, 0, RAPPORT_TITLE);
    close_object(c);
}

static void put_list(canonical *c, const char *key, uint32_t count, void (*put)(canonical *, uint32_t))
{
    size_t list = lengthen(c, key);
    rapport__json_put_key(&c->json, key);
    rapport__json_begin_array(&c->json, RAPPORT__JSON_LINES);
    for (uint32_t i = 0; i < count; i++) {
        size_t length = lengthen_index(c, i);
        put(c, i);
        shorten(c, length);
    }
    rapport__json_end(&c->json);
    shorten(c, list);
}

/* A map from ids to values; `put` writes the i-th member, whose id `name` gives. */
static void put_map(canonical *c, const char *key, uint32_t count, const char *(*name)(canonical *, uint32_t, const void *),
                    void (*put)(canonical *, uint32_t, const void *), const void *context)
{
    size_t length = lengthen(c, key);
    bool done = false;
    rapport__json_put_key(&c->json, key);
    open_object(c);
    for (uint32_t i = 0; i < count; i++) {
        if (extra_is_due(done, name(c, i, context))) {
            put_extra(c);
            done = true;
        }
        put(c, i, context);
    }
    if (!done)
        put_extra(c);
    rapport__json_end(&c->json);
    shorten(c, length);
}

static const char *change_name(canonical *c, uint32_t index, const void *changes)
{
    return c->content->nodes[((const rapport__change *)changes)[index].node].id;
}

static void put_change(canonical *c, uint32_t index, const void *changes)
{
    put_number_member(c, change_name(c, index, changes), ((const rapport__change *)changes)[index].value);
}

static const char *overlay_name(canonical *c, uint32_t index, const void *unused)
{
    (void)unused;
    return c->content->overlays[c->model->overlay_order[index]].id;
}

static void put_overlay(canonical *c, uint32_t index, const void *unused)
{
    uint32_t at = c->model->overlay_order[index];
    const rapport__overlay *overlay = &c->content->overlays[at];
    size_t length = lengthen(c, overlay->id);
    (void)unused;
    rapport__json_put_key(&c->json, overlay->id);
    open_object(c);
    put_label(c, "description", RAPPORT_OF_OVERLAY, at, 0, RAPPORT_DESCRIPTION);
    if (overlay->target_count)
        put_map(c, "targets", overlay->target_count, change_name, put_change, overlay->targets);
    put_label(c, "title", RAPPORT_OF_OVERLAY, at, 0, RAPPORT_TITLE);
    if (overlay->weight_count)
        put_map(c, "weights", overlay->weight_count, change_name, put_change, overlay->weights);
    close_object(c);
    shorten(c, length);
}

static const char *scale_name(canonical *c, uint32_t index, const void *unused)
{
    (void)unused;
    return c->content->scales[c->model->scale_order[index]].id;
}

static void put_scale_member(canonical *c, uint32_t index, const void *unused)
{
    (void)unused;
    put_scale(c, c->model->scale_order[index]);
}

static void put_model(canonical *c)
{
    const rapport__content *content = c->content;
    open_object(c);
    if (content->anonymity_floor != 1)
        put_number_member(c, "anonymity_floor", content->anonymity_floor);
    put_list(c, "bands", content->band_count, put_band);
    put_nodes(c);
    put_label(c, "description", RAPPORT_OF_MODEL, 0, 0, RAPPORT_DESCRIPTION);
    put_text_member(c, "format", "rapport-model/1");
    if (content->gate_count)
        put_list(c, "gates", content->gate_count, put_gate);
    if (!c->meaning)
        put_text_member(c, "id", content->id);
    if (content->minimum_coverage != 1)
        put_number_member(c, "minimum_coverage", content->minimum_coverage);
    if (content->missing == RAPPORT_STRICT)
        put_text_member(c, "missing", "strict");
    if (content->overlay_count)
        put_map(c, "overlays", content->overlay_count, overlay_name, put_overlay, NULL);
    put_power(c, content->nodes[RAPPORT_ROOT].power);
    if (content->scale_count)
        put_map(c, "scales", content->scale_count, scale_name, put_scale_member, NULL);
    if (content->target != 75)
        put_number_member(c, "target", content->target);
    put_label(c, "title", RAPPORT_OF_MODEL, 0, 0, RAPPORT_TITLE);
    if (!c->meaning)
        put_text_member(c, "version", content->version);
    close_object(c);
}

rapport_status rapport__model_write_canonical(const rapport_model *model, bool meaning, rapport_writer writer, void *user)
{
    canonical c = {.model = model, .content = &model->content, .meaning = meaning};
    rapport__sink_init(&c.sink, writer, user);
    rapport__json_writer_init(&c.json, &c.sink, RAPPORT__JSON_COMPACT);
    put_model(&c);
    return rapport__json_writer_finish(&c.json);
}
