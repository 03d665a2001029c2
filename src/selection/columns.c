/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The decision matrix as a method wants it: what counts, column by column. */
#include <string.h>

#include "base/float.h"
#include "selection/ranking.h"

enum { TILE = 64 };

void rapport__extremes(const double *x, uint32_t count, double *least, double *most)
{
    *least = *most = x[0];
    for (uint32_t i = 1; i < count; i++) {
        *least = x[i] < *least ? x[i] : *least;
        *most = x[i] > *most ? x[i] : *most;
    }
}

void rapport__best_and_worst(const rapport__contest *c, uint32_t criterion, double *best, double *worst)
{
    if (rapport__is_cost(c, criterion))
        rapport__extremes(rapport__column(c, criterion), c->rows, best, worst);
    else
        rapport__extremes(rapport__column(c, criterion), c->rows, worst, best);
}

/* "wsm: candidate "a" on "price": ", or "wsm: "price": ". */
static void begin(const rapport__contest *c, uint32_t row, uint32_t criterion, char *out, size_t size)
{
    const rapport_candidates *m = c->out->candidates;
    const char *id = row == RAPPORT_NONE ? "" : m->rows[c->candidate[row]].id;
    rapport__append(out, size, c->method->name);
    rapport__append(out, size, ": ");
    if (*id) {
        rapport__append(out, size, "candidate \"");
        rapport__append(out, size, id);
        rapport__append(out, size, "\" on ");
    }
    rapport__append(out, size, "\"");
    rapport__append(out, size, m->criterion_ids[c->criterion[criterion]]);
    rapport__append(out, size, "\": ");
}

rapport_status rapport__refuse_value(const rapport__contest *c, uint32_t row, uint32_t criterion, const char *message)
{
    char path[sizeof c->error->path] = "/candidates", words[200] = "";
    rapport__append_index(path, sizeof path, c->candidate[row]);
    rapport__append_key(path, sizeof path, "values");
    rapport__append_index(path, sizeof path, c->criterion[criterion]);
    begin(c, row, criterion, words, sizeof words);
    return FAIL(c->error, RAPPORT_BAD_VALUE, path, words, message);
}

rapport_status rapport__refuse_criterion(const rapport__contest *c, uint32_t criterion, const char *message)
{
    char path[sizeof c->error->path] = "/criteria", words[200] = "";
    rapport__append_index(path, sizeof path, c->criterion[criterion]);
    begin(c, RAPPORT_NONE, criterion, words, sizeof words);
    return FAIL(c->error, RAPPORT_BAD_VALUE, path, words, message);
}

rapport_status rapport__need_positive(const rapport__contest *c, uint32_t criterion, bool zero, const char *message)
{
    const double *x = rapport__column(c, criterion);
    for (uint32_t i = 0; i < c->rows; i++)
        if (x[i] < 0 || (zero && x[i] == 0))
            return rapport__refuse_value(c, i, criterion, message);
    return RAPPORT_OK;
}

/* Which criteria and candidates count, and the weights. */
static rapport_status choose(rapport__contest *c)
{
    const rapport_candidates *m = c->out->candidates;
    double total = 0;
    c->candidate = rapport__arena_alloc(&c->scratch, m->count, sizeof *c->candidate);
    c->criterion = rapport__arena_alloc(&c->scratch, m->criterion_count, sizeof *c->criterion);
    c->about = rapport__arena_alloc(&c->scratch, m->criterion_count, sizeof *c->about);
    c->weight = rapport__arena_alloc(&c->scratch, m->criterion_count, sizeof *c->weight);
    c->out->place = rapport__arena_alloc(&c->out->arena, m->count, sizeof *c->out->place);
    if (!c->candidate || !c->criterion || !c->about || !c->weight || !c->out->place)
        return rapport__fail_plainly(c->error, RAPPORT_NO_MEMORY);
    for (uint32_t i = 0; i < m->count; i++) {
        c->out->place[i] = m->rows[i].excluded ? RAPPORT_NONE : c->rows;
        if (!m->rows[i].excluded)
            c->candidate[c->rows++] = i;
    }
    for (uint32_t j = 0; j < m->criterion_count; j++) {
        if (m->criteria[j].weight == 0)
            continue;
        total += m->criteria[j].weight;
        c->criterion[c->criteria] = j;
        c->about[c->criteria++] = &m->criteria[j];
    }
    for (uint32_t j = 0; j < c->criteria; j++)
        c->weight[j] = c->about[j]->weight / total;
    c->out->count = c->rows;
    if (!c->criteria)
        return FAIL(c->error, RAPPORT_BAD_VALUE, "/criteria", "no criterion has a weight above 0");
    if (c->method->compares_pairs && c->rows > RAPPORT_MAX_PAIRED)
        return FAIL(c->error, RAPPORT_LIMIT, "/candidates", c->method->name,
                    " compares every pair: there may be 1024 candidates at the most");
    return RAPPORT_OK;
}

/* Whether the scores of a method move with one value alone, so that open ones give the ends of the scores. */
static bool scale_is_fixed(const rapport__contest *c, uint32_t criterion)
{
    const rapport__parameter_rule *rules = c->method->parameters;
    for (uint32_t k = 0; k < rapport__method_parameters(c->method); k++)
        if (rules[k].words)
            return c->out->word[k] == RAPPORT__NONE ||
                   (c->out->word[k] == RAPPORT__BOUNDS && c->about[criterion]->has & RAPPORT_HAS_BOUNDS);
    return true;
}

static rapport_status fill(rapport__contest *c, uint32_t row, uint32_t criterion)
{
    const rapport_candidates *m = c->out->candidates;
    const rapport_candidates_criterion *about = c->about[criterion];
    size_t from = rapport__row_of(m, c->candidate[row]) + c->criterion[criterion], to = (size_t)criterion * c->rows + row;
    double low = m->low[from], high = m->high[from];
    if (m->kind[from] != RAPPORT_VALUE_NUMBER) {
        bool missing = m->kind[from] == RAPPORT_VALUE_MISSING;
        if (!c->method->takes_intervals)
            return rapport__refuse_value(c, row, criterion,
                                         missing ? "the method needs a number, and there is none"
                                                 : "the method needs a number, not an interval");
        if (!scale_is_fixed(c, criterion))
            return rapport__refuse_value(c, row, criterion,
                                         "without a number here the criterion needs bounds, and the normalization \"bounds\"");
        if (missing && !(about->has & RAPPORT_HAS_BOUNDS))
            return rapport__refuse_value(c, row, criterion, "without a value here the criterion needs bounds");
        if (missing) {
            low = about->lowest;
            high = about->highest;
        }
    }
    c->x[to] = low;
    if (c->high)
        c->high[to] = high;
    return RAPPORT_OK;
}

/* Values that differ by rounding noise alone are one value. */
static void settle_constant(double *x, uint32_t count)
{
    double least, most, size;
    if (!count)
        return;
    rapport__extremes(x, count, &least, &most);
    size = -least > most ? -least : most;
    if (least < most && most - least <= 1e-12 * size)
        for (uint32_t i = 0; i < count; i++)
            x[i] = least;
}

/* Whether there is a value that counts and is no number. */
static bool is_open(const rapport__contest *c)
{
    const rapport_candidates *m = c->out->candidates;
    for (uint32_t i = 0; i < c->rows; i++) {
        const unsigned char *kind = m->kind + rapport__row_of(m, c->candidate[i]);
        for (uint32_t j = 0; j < c->criteria; j++)
            if (kind[c->criterion[j]] != RAPPORT_VALUE_NUMBER)
                return true;
    }
    return false;
}

/* Numbers alone, a few rows at a time, so that they are read from near memory however many columns there are. */
static void fill_numbers(rapport__contest *c)
{
    const rapport_candidates *m = c->out->candidates;
    for (uint32_t from = 0, to; from < c->rows; from = to) {
        to = c->rows - from > TILE ? from + TILE : c->rows;
        for (uint32_t j = 0; j < c->criteria; j++) {
            double *x = rapport__column(c, j);
            for (uint32_t i = from; i < to; i++)
                x[i] = m->low[rapport__row_of(m, c->candidate[i]) + c->criterion[j]];
        }
    }
}

static rapport_status fill_open(rapport__contest *c)
{
    for (uint32_t i = 0; i < c->rows; i++)
        for (uint32_t j = 0; j < c->criteria; j++) {
            rapport_status status = fill(c, i, j);
            if (status)
                return status;
        }
    return RAPPORT_OK;
}

rapport_status rapport__contest_columns(rapport__contest *c)
{
    rapport_status status = choose(c);
    size_t cells;
    if (status)
        return status;
    cells = (size_t)c->rows * c->criteria;
    c->out->open = is_open(c);
    c->x = rapport__arena_alloc(&c->scratch, cells, sizeof *c->x);
    if (c->x && c->out->open && c->method->takes_intervals)
        c->high = rapport__arena_alloc(&c->scratch, cells, sizeof *c->high);
    if (!c->x || (c->out->open && c->method->takes_intervals && !c->high))
        return rapport__fail_plainly(c->error, RAPPORT_NO_MEMORY);
    if (c->out->open)
        return fill_open(c);
    fill_numbers(c);
    for (uint32_t j = 0; j < c->criteria; j++)
        settle_constant(rapport__column(c, j), c->rows);
    return RAPPORT_OK;
}
