/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "model/canonical.h"

#include <math.h>
#include <string.h>

size_t rapport__canonical_enter(rapport__canonical *c, const char *key)
{
    size_t length = strlen(c->path);
    if (c->content->extra_count)
        rapport__append_key(c->path, RAPPORT__CANONICAL_PATH, key);
    return length;
}

size_t rapport__canonical_enter_index(rapport__canonical *c, uint32_t index)
{
    size_t length = strlen(c->path);
    if (c->content->extra_count)
        rapport__append_index(c->path, RAPPORT__CANONICAL_PATH, index);
    return length;
}

void rapport__canonical_leave(rapport__canonical *c, size_t length)
{
    c->path[length] = '\0';
}

void rapport__canonical_text(rapport__canonical *c, const char *key, const char *text)
{
    rapport__json_put_key(&c->json, key);
    rapport__json_put_text(&c->json, text);
}

void rapport__canonical_number(rapport__canonical *c, const char *key, double number)
{
    rapport__json_put_key(&c->json, key);
    rapport__json_put_number(&c->json, number);
}

void rapport__canonical_true(rapport__canonical *c, const char *key)
{
    rapport__json_put_key(&c->json, key);
    rapport__json_put_boolean(&c->json, true);
}

static const char *find_extra(const rapport__canonical *c)
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

void rapport__canonical_extra(rapport__canonical *c, const char *next, bool *done)
{
    const char *json;
    if (*done || (next && strcmp(next, "x") < 0))
        return;
    *done = true;
    if (c->meaning || !(json = find_extra(c)))
        return;
    rapport__json_put_key(&c->json, "x");
    rapport__json_put_raw(&c->json, json, strlen(json));
}

void rapport__canonical_open(rapport__canonical *c)
{
    rapport__json_begin_object(&c->json, RAPPORT__JSON_LINES);
}

void rapport__canonical_close(rapport__canonical *c)
{
    bool done = false;
    rapport__canonical_extra(c, NULL, &done);
    rapport__json_end(&c->json);
}

void rapport__canonical_languages(rapport__canonical *c, const rapport__label *labels, uint32_t count)
{
    bool done = false;
    if (!labels[0].language) {
        rapport__json_put_text(&c->json, labels[0].text);
        return;
    }
    rapport__canonical_open(c);
    for (uint32_t i = 0; i < count; i++) {
        rapport__canonical_extra(c, labels[i].language, &done);
        rapport__canonical_text(c, labels[i].language, labels[i].text);
    }
    rapport__canonical_extra(c, NULL, &done);
    rapport__json_end(&c->json);
}

void rapport__canonical_label(rapport__canonical *c, const char *key, int32_t part, uint32_t index, uint32_t step,
                              int32_t label)
{
    uint32_t count, first;
    size_t length;
    if (c->meaning)
        return;
    first = rapport__model_find_labels(c->model, part, index, step, label, &count);
    if (!count)
        return;
    length = rapport__canonical_enter(c, key);
    rapport__json_put_key(&c->json, key);
    rapport__canonical_languages(c, &c->content->labels[first], count);
    rapport__canonical_leave(c, length);
}

void rapport__canonical_power(rapport__canonical *c, double power)
{
    if (isinf(power))
        rapport__canonical_text(c, "power", power < 0 ? "min" : "max");
    else if (power != 1)
        rapport__canonical_number(c, "power", power);
}

void rapport__canonical_list(rapport__canonical *c, const char *key, uint32_t count,
                             void (*put)(rapport__canonical *, uint32_t))
{
    size_t list = rapport__canonical_enter(c, key);
    rapport__json_put_key(&c->json, key);
    rapport__json_begin_array(&c->json, RAPPORT__JSON_LINES);
    for (uint32_t i = 0; i < count; i++) {
        size_t length = rapport__canonical_enter_index(c, i);
        put(c, i);
        rapport__canonical_leave(c, length);
    }
    rapport__json_end(&c->json);
    rapport__canonical_leave(c, list);
}

/* A map from ids to values; `put` writes the i-th member, whose id `name` gives. */
void rapport__canonical_map(rapport__canonical *c, const char *key, uint32_t count,
                            const char *(*name)(rapport__canonical *, uint32_t, const void *),
                            void (*put)(rapport__canonical *, uint32_t, const void *), const void *context)
{
    size_t length = rapport__canonical_enter(c, key);
    bool done = false;
    rapport__json_put_key(&c->json, key);
    rapport__canonical_open(c);
    for (uint32_t i = 0; i < count; i++) {
        rapport__canonical_extra(c, name(c, i, context), &done);
        put(c, i, context);
    }
    rapport__canonical_extra(c, NULL, &done);
    rapport__json_end(&c->json);
    rapport__canonical_leave(c, length);
}

static const char *scale_name(rapport__canonical *c, uint32_t index, const void *unused)
{
    (void)unused;
    return c->content->scales[c->model->scale_order[index]].id;
}

static void put_scale_member(rapport__canonical *c, uint32_t index, const void *unused)
{
    (void)unused;
    rapport__canonical_scale(c, c->model->scale_order[index]);
}

static const char *overlay_name(rapport__canonical *c, uint32_t index, const void *unused)
{
    (void)unused;
    return c->content->overlays[c->model->overlay_order[index]].id;
}

static void put_overlay_member(rapport__canonical *c, uint32_t index, const void *unused)
{
    (void)unused;
    rapport__canonical_overlay(c, c->model->overlay_order[index]);
}

static void put_model(rapport__canonical *c)
{
    const rapport__content *content = c->content;
    rapport__canonical_open(c);
    if (content->anonymity_floor != 1)
        rapport__canonical_number(c, "anonymity_floor", content->anonymity_floor);
    rapport__canonical_list(c, "bands", content->band_count, rapport__canonical_band);
    rapport__canonical_nodes(c);
    rapport__canonical_label(c, "description", RAPPORT_OF_MODEL, 0, 0, RAPPORT_DESCRIPTION);
    rapport__canonical_text(c, "format", "rapport-model/1");
    if (content->gate_count)
        rapport__canonical_list(c, "gates", content->gate_count, rapport__canonical_gate);
    if (!c->meaning)
        rapport__canonical_text(c, "id", content->id);
    if (content->minimum_coverage != 1 && !(c->meaning && content->missing == RAPPORT_EXCLUDE))
        rapport__canonical_number(c, "minimum_coverage", content->minimum_coverage);
    if (content->missing == RAPPORT_STRICT)
        rapport__canonical_text(c, "missing", "strict");
    if (content->overlay_count)
        rapport__canonical_map(c, "overlays", content->overlay_count, overlay_name, put_overlay_member, NULL);
    rapport__canonical_power(c, content->nodes[RAPPORT_ROOT].power);
    rapport__canonical_map(c, "scales", content->scale_count, scale_name, put_scale_member, NULL);
    if (content->target != 75)
        rapport__canonical_number(c, "target", content->target);
    rapport__canonical_label(c, "title", RAPPORT_OF_MODEL, 0, 0, RAPPORT_TITLE);
    if (!c->meaning)
        rapport__canonical_text(c, "version", content->version);
    rapport__canonical_close(c);
}

rapport_status rapport__model_write_canonical(const rapport_model *model, bool meaning, rapport_writer writer, void *user)
{
    rapport__canonical c = {.model = model, .content = &model->content, .meaning = meaning};
    rapport__sink_init(&c.sink, writer, user);
    rapport__json_writer_init(&c.json, &c.sink, RAPPORT__JSON_COMPACT);
    put_model(&c);
    return rapport__json_writer_finish(&c.json);
}
