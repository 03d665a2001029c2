/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The scales of a canonical document. */
#include "model/canonical.h"

static void put_steps(rapport__canonical *c, uint32_t index, const rapport__scale *scale)
{
    const char *key = scale->kind == RAPPORT_LEVELS ? "levels" : "choices";
    size_t list = rapport__canonical_enter(c, key);
    rapport__json_put_key(&c->json, key);
    rapport__json_begin_array(&c->json, RAPPORT__JSON_LINES);
    for (uint32_t i = 0; i < scale->step_count; i++) {
        size_t length = rapport__canonical_enter_index(c, i);
        rapport__canonical_open(c);
        rapport__canonical_label(c, "description", RAPPORT_OF_SCALE, index, i + 1, RAPPORT_DESCRIPTION);
        if (*scale->steps[i].id)
            rapport__canonical_text(c, "id", scale->steps[i].id);
        rapport__canonical_label(c, "label", RAPPORT_OF_SCALE, index, i + 1, RAPPORT_TITLE);
        if (scale->kind == RAPPORT_CHOICE || scale->own_points)
            rapport__canonical_number(c, "points", scale->steps[i].points);
        rapport__canonical_close(c);
        rapport__canonical_leave(c, length);
    }
    rapport__json_end(&c->json);
    rapport__canonical_leave(c, list);
}

static void put_shape(rapport__canonical *c, const char *key, const char *const *keys, const double *values, uint32_t count)
{
    size_t length = rapport__canonical_enter(c, key);
    bool done = false;
    rapport__json_put_key(&c->json, key);
    rapport__canonical_open(c);
    for (uint32_t i = 0; i < count; i++) {
        rapport__canonical_extra(c, keys[i], &done);
        rapport__canonical_number(c, keys[i], values[i]);
    }
    rapport__canonical_extra(c, NULL, &done);
    rapport__json_end(&c->json);
    rapport__canonical_leave(c, length);
}

static void put_knots(rapport__canonical *c, const rapport__scale *scale)
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

void rapport__canonical_scale(rapport__canonical *c, uint32_t index)
{
    static const char *const kinds[] = {"", "levels", "number", "yesno", "choice"};
    static const char *const line[] = {"best", "worst"}, *const curve[] = {"best", "rho", "worst"},
                             *const range[] = {"full_from", "full_to", "zero_above", "zero_below"};
    const rapport__scale *scale = &c->content->scales[index];
    const double *g = scale->given;
    bool number = scale->kind == RAPPORT_NUMBER;
    size_t length = rapport__canonical_enter(c, scale->id);
    rapport__json_put_key(&c->json, scale->id);
    rapport__canonical_open(c);
    if (scale->kind == RAPPORT_CHOICE)
        put_steps(c, index, scale);
    rapport__canonical_label(c, "description", RAPPORT_OF_SCALE, index, 0, RAPPORT_DESCRIPTION);
    if (number && scale->shape == SHAPE_EXPONENTIAL)
        put_shape(c, "exponential", curve, (const double[]){g[1], g[2], g[0]}, 3);
    rapport__canonical_text(c, "kind", kinds[scale->kind]);
    if (scale->kind == RAPPORT_LEVELS)
        put_steps(c, index, scale);
    if (number && scale->shape == SHAPE_LINEAR)
        put_shape(c, "linear", line, (const double[]){g[1], g[0]}, 2);
    if (number && scale->shape == SHAPE_POINTS)
        put_knots(c, scale);
    if (number && scale->shape == SHAPE_RANGE)
        put_shape(c, "range", range, (const double[]){g[1], g[2], g[3], g[0]}, 4);
    if (scale->reversed)
        rapport__canonical_true(c, "reversed");
    rapport__canonical_label(c, "title", RAPPORT_OF_SCALE, index, 0, RAPPORT_TITLE);
    if (*scale->unit)
        rapport__canonical_text(c, "unit", scale->unit);
    rapport__canonical_close(c);
    rapport__canonical_leave(c, length);
}
