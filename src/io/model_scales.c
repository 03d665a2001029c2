/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The scales of a model. */
#include "io/model_read.h"

#include <float.h>

#include "base/error.h"
#include "base/memory.h"

enum { KIND, TITLE, DESCRIPTION, LEVELS, REVERSED, UNIT, POINTS, LINEAR, RANGE, EXPONENTIAL, CHOICES, KEYS };

static const char *const keys[KEYS] = {"kind",   "title",  "description", "levels",      "reversed", "unit",
                                       "points", "linear", "range",       "exponential", "choices"};
static const char *const kinds[] = {"levels", "number", "yesno", "choice"}; /* RAPPORT_LEVELS - 1 and so on */

typedef struct scale_reading {
    rapport__model_reading *m;
    rapport__json_value value, at[KEYS];
    const char *id;
    uint32_t before, number; /* problems so far; place in the draft, RAPPORT_NONE if it is not there */
} scale_reading;

static bool is_good(const scale_reading *s)
{
    return s->m->r->count == s->before && !s->m->r->out_of_memory;
}

/* Keys that belong to another kind of scale. */
static void refuse_strangers(scale_reading *s, int32_t kind)
{
    static const uint8_t kind_of[KEYS] = {
        [LEVELS] = RAPPORT_LEVELS, [REVERSED] = RAPPORT_LEVELS, [UNIT] = RAPPORT_NUMBER,        [POINTS] = RAPPORT_NUMBER,
        [LINEAR] = RAPPORT_NUMBER, [RANGE] = RAPPORT_NUMBER,    [EXPONENTIAL] = RAPPORT_NUMBER, [CHOICES] = RAPPORT_CHOICE};
    for (uint32_t i = LEVELS; i < KEYS; i++)
        if (kind_of[i] != kind && s->at[i] != RAPPORT_NONE)
            REPORT_KEY(s->m->r, RAPPORT_BAD_DOCUMENT, s->at[i], "\"", keys[i], "\" belongs to scales of the kind \"",
                       kinds[kind_of[i] - 1], "\", not \"", kinds[kind - 1], "\"");
}

static bool need_count(rapport__reading *r, rapport__json_value list, uint32_t least, uint32_t most, const char *words)
{
    char subject[RAPPORT__WORDS];
    uint32_t count;
    if (!rapport__is_type(r, list, RAPPORT__JSON_ARRAY))
        return false;
    count = rapport__json_count(r->doc, list);
    if (count >= least && count <= most)
        return true;
    REPORT(r, RAPPORT_BAD_VALUE, list, rapport__subject(r, list, subject), " must have ", words, " elements");
    return false;
}

/* The id of a level or choice. */
static bool read_step_id(rapport__reading *r, rapport__names *names, rapport__json_value step, rapport__json_value value,
                         const char **id)
{
    if (!rapport__read_id(r, value, id))
        return false;
    if (rapport__id_is_state(*id)) {
        REPORT(r, RAPPORT_BAD_VALUE, value, "\"", *id, "\" means that there is no answer; it cannot be the id of one");
        return false;
    }
    return rapport__names_add(r, names, value, (rapport__name){*id, step, 0});
}

enum { STEP_ID, STEP_POINTS, STEP_LABEL, STEP_DESCRIPTION, STEP_KEYS };

static const char *const step_keys[STEP_KEYS] = {"id", "points", "label", "description"};

static void read_step_labels(scale_reading *s, const rapport__json_value *at, uint32_t step)
{
    rapport__read_part_label(s->m, at[STEP_LABEL], RAPPORT_OF_SCALE, s->number, step, RAPPORT_TITLE);
    rapport__read_part_label(s->m, at[STEP_DESCRIPTION], RAPPORT_OF_SCALE, s->number, step, RAPPORT_DESCRIPTION);
}

typedef struct level_points {
    double points[RAPPORT_MAX_LEVELS];
    uint32_t given;
    bool rise, fall;
    rapport__json_value first; /* the first level with points */
} level_points;

static void read_level(scale_reading *s, rapport__names *names, rapport__json_value level, uint32_t step, level_points *p)
{
    rapport__reading *r = s->m->r;
    rapport__json_value at[STEP_KEYS];
    const char *id;
    double points;
    if (!MEMBERS(r, level, step_keys, 0, at))
        return;
    if (read_step_id(r, names, level, at[STEP_ID], &id) && s->number != RAPPORT_NONE)
        rapport__built(r, at[STEP_ID], rapport_draft_set_level_id(s->m->draft, s->number, step, id, &r->told));
    if (rapport__read_number(r, at[STEP_POINTS], 0, 100, &points)) {
        if (p->given++) {
            p->rise = p->rise || points > p->points[step - 2];
            p->fall = p->fall || points < p->points[step - 2];
        }
        p->points[step - 1] = points;
    }
    read_step_labels(s, at, step);
}

/* Levels have points all of them, rising or falling all the way, or none. */
static void set_level_points(scale_reading *s, uint32_t levels, const level_points *p)
{
    rapport__reading *r = s->m->r;
    bool reversed = false;
    rapport__read_boolean(r, s->at[REVERSED], &reversed);
    if (!p->given)
        return;
    if (reversed)
        REPORT(r, RAPPORT_BAD_VALUE, s->at[REVERSED], "a scale whose levels have points of their own cannot be reversed");
    if (!is_good(s))
        return;
    if (p->given < levels)
        REPORT(r, RAPPORT_BAD_VALUE, s->at[LEVELS], "either every level has points, or none");
    else if (p->rise && p->fall)
        REPORT(r, RAPPORT_BAD_VALUE, s->at[LEVELS], "the points of levels must rise or fall all the way");
    else
        rapport__built(r, s->at[LEVELS], rapport_draft_set_level_points(s->m->draft, s->number, p->points, levels, &r->told));
}

static uint32_t read_levels(scale_reading *s)
{
    rapport__reading *r = s->m->r;
    rapport__names names = {0};
    level_points p = {.given = 0};
    uint32_t count, step = 1;
    bool reversed = false;
    if (s->at[LEVELS] == RAPPORT_NONE)
        LACKS(r, s->value, "\"levels\" is missing", "levels");
    if (!need_count(r, s->at[LEVELS], 2, RAPPORT_MAX_LEVELS, "2 to 101"))
        return 0;
    count = rapport__json_count(r->doc, s->at[LEVELS]);
    if (is_good(s)) {
        if (s->at[REVERSED] != RAPPORT_NONE)
            reversed = rapport__json_boolean(r->doc, s->at[REVERSED]); /* its type is looked at with the points */
        rapport__built(r, s->value, rapport_draft_add_levels(s->m->draft, s->id, count, reversed, &s->number, &r->told));
    }
    for (rapport__json_value level = rapport__json_first(r->doc, s->at[LEVELS]); level != RAPPORT_NONE;
         level = rapport__json_next(r->doc, level))
        read_level(s, &names, level, step++, &p);
    set_level_points(s, count, &p);
    rapport__names_free(&names, &r->mem);
    return count;
}

static void read_choices(scale_reading *s)
{
    rapport__reading *r = s->m->r;
    rapport__names names = {0};
    uint32_t step = 0;
    if (s->at[CHOICES] == RAPPORT_NONE)
        LACKS(r, s->value, "\"choices\" is missing", "choices");
    if (!need_count(r, s->at[CHOICES], 1, RAPPORT_MAX_OPTIONS, "1 to 256"))
        return;
    if (is_good(s))
        rapport__built(r, s->value, rapport_draft_add_choice(s->m->draft, s->id, &s->number, &r->told));
    for (rapport__json_value choice = rapport__json_first(r->doc, s->at[CHOICES]); choice != RAPPORT_NONE;
         choice = rapport__json_next(r->doc, choice)) {
        rapport__json_value at[STEP_KEYS];
        const char *id = NULL;
        double points = 0;
        step++;
        if (!MEMBERS(r, choice, step_keys, STEP_LABEL, at))
            continue;
        read_step_id(r, &names, choice, at[STEP_ID], &id);
        rapport__read_number(r, at[STEP_POINTS], 0, 100, &points);
        if (!is_good(s))
            s->number = RAPPORT_NONE; /* there may be a hole in the draft's numbers: labels are only checked from here on */
        if (s->number != RAPPORT_NONE)
            rapport__built(r, choice, rapport_draft_add_option(s->m->draft, s->number, id, points, &r->told));
        read_step_labels(s, at, step);
    }
    rapport__names_free(&names, &r->mem);
}

static void read_knots(scale_reading *s)
{
    rapport__reading *r = s->m->r;
    double x[RAPPORT_MAX_KNOTS], y[RAPPORT_MAX_KNOTS];
    uint32_t count = 0;
    if (!need_count(r, s->at[POINTS], 2, RAPPORT_MAX_KNOTS, "2 to 16"))
        return;
    for (rapport__json_value knot = rapport__json_first(r->doc, s->at[POINTS]); knot != RAPPORT_NONE;
         knot = rapport__json_next(r->doc, knot), count++) {
        rapport__json_value first;
        uint32_t before = r->count;
        if (!need_count(r, knot, 2, 2, "2"))
            continue;
        first = rapport__json_first(r->doc, knot);
        rapport__read_number(r, first, -DBL_MAX, DBL_MAX, &x[count]);
        rapport__read_number(r, rapport__json_next(r->doc, first), 0, 100, &y[count]);
        if (r->count == before && is_good(s) && count && x[count] <= x[count - 1])
            REPORT(r, RAPPORT_BAD_VALUE, first, "the answers of the points must rise strictly");
    }
    if (is_good(s))
        rapport__built(r, s->at[POINTS], rapport_draft_add_points(s->m->draft, s->id, x, y, count, &s->number, &r->told));
}

/* Reads an object of finite numbers, all of them required. */
static bool read_numbers(rapport__reading *r, rapport__json_value object, const char *const *names, uint32_t count, double *out)
{
    rapport__json_value at[4];
    uint32_t before = r->count;
    if (rapport__read_members(r, object, names, count, count, at))
        for (uint32_t i = 0; i < count; i++)
            rapport__read_number(r, at[i], -DBL_MAX, DBL_MAX, &out[i]);
    return r->count == before;
}

static void read_range(scale_reading *s)
{
    static const char *const names[] = {"zero_below", "full_from", "full_to", "zero_above"};
    rapport__reading *r = s->m->r;
    double v[4];
    if (!read_numbers(r, s->at[RANGE], names, 4, v))
        return;
    if (!(v[0] < v[1] && v[1] <= v[2] && v[2] < v[3]))
        REPORT(r, RAPPORT_BAD_VALUE, s->at[RANGE], "a range needs zero_below < full_from <= full_to < zero_above");
    if (is_good(s))
        rapport__built(r, s->at[RANGE],
                       rapport_draft_add_range(s->m->draft, s->id, v[0], v[1], v[2], v[3], &s->number, &r->told));
}

/* `linear`, and with `rho` `exponential`. */
static void read_ends(scale_reading *s, uint32_t shape)
{
    static const char *const names[] = {"worst", "best", "rho"};
    rapport__reading *r = s->m->r;
    double v[3];
    rapport_status status;
    if (!read_numbers(r, s->at[shape], names, shape == LINEAR ? 2 : 3, v))
        return;
    if (v[0] == v[1])
        REPORT(r, RAPPORT_BAD_VALUE, s->at[shape], "worst and best must differ");
    if (shape == EXPONENTIAL && v[2] == 0)
        REPORT(r, RAPPORT_BAD_VALUE, rapport__json_find(r->doc, s->at[shape], "rho"), "rho must not be 0");
    if (!is_good(s))
        return;
    status = shape == LINEAR ? rapport_draft_add_linear(s->m->draft, s->id, v[0], v[1], &s->number, &r->told)
                             : rapport_draft_add_exponential(s->m->draft, s->id, v[0], v[1], v[2], &s->number, &r->told);
    rapport__built(r, s->at[shape], status);
}

static void read_number_scale(scale_reading *s)
{
    rapport__reading *r = s->m->r;
    const char *unit;
    uint32_t shapes = 0;
    bool has_unit = rapport__read_text(r, s->at[UNIT], 1, 64, &unit);
    for (uint32_t i = POINTS; i <= EXPONENTIAL; i++)
        shapes += s->at[i] != RAPPORT_NONE;
    if (shapes != 1)
        LACKS(r, s->value, "a number scale needs exactly one of \"points\", \"linear\", \"range\" and \"exponential\"",
              "points", "linear", "range", "exponential");
    if (s->at[POINTS] != RAPPORT_NONE)
        read_knots(s);
    if (s->at[LINEAR] != RAPPORT_NONE)
        read_ends(s, LINEAR);
    if (s->at[RANGE] != RAPPORT_NONE)
        read_range(s);
    if (s->at[EXPONENTIAL] != RAPPORT_NONE)
        read_ends(s, EXPONENTIAL);
    if (has_unit && s->number != RAPPORT_NONE)
        rapport__built(r, s->at[UNIT], rapport_draft_set_unit(s->m->draft, s->number, unit, &r->told));
}

static void read_scale(scale_reading *s, rapport__scale_read *out)
{
    rapport__reading *r = s->m->r;
    int32_t kind;
    if (!MEMBERS(r, s->value, keys, TITLE, s->at) || !WORD(r, s->at[KIND], kinds, &kind))
        return;
    kind++;
    refuse_strangers(s, kind);
    if (kind == RAPPORT_LEVELS)
        out->levels = read_levels(s);
    else if (kind == RAPPORT_NUMBER)
        read_number_scale(s);
    else if (kind == RAPPORT_CHOICE)
        read_choices(s);
    else if (is_good(s))
        rapport__built(r, s->value, rapport_draft_add_yesno(s->m->draft, s->id, &s->number, &r->told));
    rapport__read_part_label(s->m, s->at[TITLE], RAPPORT_OF_SCALE, s->number, 0, RAPPORT_TITLE);
    rapport__read_part_label(s->m, s->at[DESCRIPTION], RAPPORT_OF_SCALE, s->number, 0, RAPPORT_DESCRIPTION);
    if (!is_good(s))
        return;
    out->kind = kind;
    out->number = s->number;
}

void rapport__read_scales(rapport__model_reading *m, rapport__json_value value)
{
    rapport__reading *r = m->r;
    if (!rapport__is_type(r, value, RAPPORT__JSON_OBJECT))
        return;
    for (rapport__json_value member = rapport__json_first(r->doc, value); member != RAPPORT_NONE;
         member = rapport__json_next(r->doc, member)) {
        scale_reading s = {.m = m, .value = member, .before = r->count, .number = RAPPORT_NONE};
        if (rapport__read_extra(r, member))
            continue;
        if (!rapport__read_key_id(r, member, &s.id))
            s.id = NULL;
        else if (rapport__reserve(&r->mem, &m->scale_list, &m->scale_capacity, m->scales.count + 1, sizeof *m->scale_list))
            r->out_of_memory = true;
        else
            rapport__names_add(r, &m->scales, member, (rapport__name){s.id, member, m->scales.count});
        if (r->out_of_memory)
            return;
        read_scale(&s, s.id ? &m->scale_list[m->scales.count - 1] : &(rapport__scale_read){0});
    }
}
