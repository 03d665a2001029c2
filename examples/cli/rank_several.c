/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The same candidates by several methods: the orders side by side, and how alike they are. */
#include "cli.h"

#include <stdlib.h>
#include <string.h>

enum { METHODS = RAPPORT_METHOD_END, SHOWN = 12, LINE = SHOWN * (RAPPORT_MAX_ID + 3) + 40 };

/* One method: its ranking, or why there is none. */
struct row {
    rapport_method about;
    rapport_ranking *ranking;
    char refused[sizeof(((rapport_error *)0)->message)];
};

struct table {
    const rapport_candidates *candidates;
    struct row rows[METHODS];
    int count, ranked;
    uint32_t compared; /* candidates with a rank, the same for every method that has ranks */
    double *ranks;     /* `compared` for each row; NULL if no method has ranks */
    int has_ranks[METHODS];
    rapport_correlation alike[METHODS][METHODS];
};

static int read_name(struct table *table, const char *name, size_t length)
{
    char word[RAPPORT_MAX_ID + 1];
    rapport_method about = {.struct_size = sizeof about};
    snprintf(word, sizeof word, "%.*s", (int)length, name);
    rapport_method_get(rapport_method_find(word), &about);
    if (!about.method)
        return complain_method(word);
    for (int i = 0; i < table->count; i++)
        if (table->rows[i].about.method == about.method)
            return complain(USAGE, "--method names %s twice", about.name);
    table->rows[table->count++].about = about;
    return DONE;
}

static int read_names(struct table *table, const char *names)
{
    if (!strcmp(names, "all")) {
        for (int32_t i = RAPPORT_WSM; i < RAPPORT_METHOD_END; i++) {
            struct row *row = &table->rows[table->count++];
            row->about.struct_size = sizeof row->about;
            rapport_method_get(i, &row->about);
        }
        return DONE;
    }
    for (const char *at = names;; at++) {
        size_t length = strcspn(at, ",");
        int code = read_name(table, at, length);
        if (code)
            return code;
        at += length;
        if (!*at)
            return DONE;
    }
}

/* A method that cannot take these values says why, and the others go on. */
static int rank_all(struct table *table, const char *path)
{
    rapport_error error = {0};
    for (int i = 0; i < table->count; i++) {
        struct row *row = &table->rows[i];
        rapport_status status =
            rapport_ranking_compute(table->candidates, row->about.method, NULL, NULL, &row->ranking, &error);
        if (status == RAPPORT_NO_MEMORY)
            return complain_memory();
        if (status)
            snprintf(row->refused, sizeof row->refused, "%s", error.message);
        table->ranked += !status;
    }
    return table->ranked ? DONE : complain_error(path, &error);
}

static uint32_t take_ranks(const struct table *table, const rapport_ranking *ranking, double *out)
{
    uint32_t count = 0;
    double rank;
    for (uint32_t i = 0; i < rapport_candidates_count(table->candidates); i++)
        if (!rapport_ranking_get_value(ranking, RAPPORT_RANK, i, &rank))
            out[count++] = rank;
    return count;
}

/* Kendall's tau-b of every two. Where values are open somebody may have no rank; such a method is not compared. */
static int compare(struct table *table)
{
    uint32_t candidates = rapport_candidates_count(table->candidates);
    table->ranks = malloc(((size_t)candidates * METHODS + 1) * sizeof *table->ranks);
    if (!table->ranks)
        return complain_memory();
    for (uint32_t i = 0; i < candidates; i++)
        table->compared += !rapport_candidates_excluded(table->candidates, i);
    for (int i = 0; i < table->count; i++)
        if (table->rows[i].ranking)
            table->has_ranks[i] =
                take_ranks(table, table->rows[i].ranking, table->ranks + (size_t)i * candidates) == table->compared;
    for (int i = 0; i < table->count; i++)
        for (int k = 0; k < table->count; k++) {
            rapport_correlation *alike = &table->alike[i][k];
            alike->struct_size = sizeof *alike;
            if (!table->has_ranks[i] || !table->has_ranks[k])
                continue;
            if (k < i)
                *alike = table->alike[k][i];
            else if (rapport_correlation_compute(RAPPORT_CORRELATION_KENDALL, table->ranks + (size_t)i * candidates,
                                                 table->ranks + (size_t)k * candidates, table->compared, NULL, alike, NULL))
                return complain_memory();
        }
    return DONE;
}

/* ---- Text. ---- */

static double rank_of(const rapport_ranking *ranking, uint32_t candidate)
{
    double rank;
    return rapport_ranking_get_value(ranking, RAPPORT_RANK, candidate, &rank) ? 0 : rank;
}

/* "a, b = c, d": the best first, those that tie joined, no more than the first dozen. */
static void write_order(struct output *out, const struct table *table, const struct row *row)
{
    char first[32], line[LINE] = "";
    uint32_t order[SHOWN], count = rapport_ranking_get_order(row->ranking, order, SHOWN);
    for (uint32_t i = 0; i < count && i < SHOWN; i++) {
        double rank = rank_of(row->ranking, order[i]), before = i ? rank_of(row->ranking, order[i - 1]) : 0;
        size_t used = strlen(line);
        snprintf(line + used, sizeof line - used, "%s%s%s",
                 !i                           ? ""
                 : rank > 0 && rank == before ? " = "
                                              : ", ",
                 rank > 0 ? "" : "?", rapport_candidates_id(table->candidates, order[i]));
    }
    if (count > SHOWN) {
        size_t used = strlen(line);
        snprintf(line + used, sizeof line - used, ", and %u more", (unsigned)(count - SHOWN));
    }
    snprintf(first, sizeof first, "  %-12s", row->about.name);
    output_wrap(out, first, "              ", line);
}

/* How like the others: the mean over those that can be compared with it. */
static void write_alike(struct output *out, const struct table *table, int row)
{
    char mean[NUMBER_SIZE], low[NUMBER_SIZE];
    double sum = 0;
    int count = 0, least = -1;
    for (int k = 0; k < table->count; k++) {
        if (k == row || !table->alike[row][k].has_value)
            continue;
        sum += table->alike[row][k].value;
        count++;
        if (least < 0 || table->alike[row][k].value < table->alike[row][least].value)
            least = k;
    }
    if (count)
        output_format(out, "  %-12s%6s   %5s with %s\n", table->rows[row].about.name, number_fixed(mean, sum / count, 2),
                      number_fixed(low, table->alike[row][least].value, 2), table->rows[least].about.name);
}

static void write_text(struct output *out, const struct table *table)
{
    int alike = 0, open = 0;
    output_put(out, "Ranking by several methods, the best first\n\n");
    for (int i = 0; i < table->count; i++)
        if (table->rows[i].ranking) {
            write_order(out, table, &table->rows[i]);
            open |= rapport_ranking_is_open(table->rows[i].ranking);
        }
    output_put(out, open ? "\n  ? could have more than one rank, because values are open.\n" : "");
    for (uint32_t i = 0, first = 1; i < rapport_candidates_count(table->candidates); i++) {
        const char *gate = rapport_candidates_excluded(table->candidates, i);
        if (gate)
            output_format(out, "%s  Knocked out %s (%s)\n", first ? "\n" : "", rapport_candidates_id(table->candidates, i),
                          gate);
        first = first && !gate;
    }
    for (int i = 0; i < table->count; i++)
        for (int k = i + 1; k < table->count; k++)
            alike |= table->alike[i][k].has_value;
    if (alike)
        output_put(out, "\nHow alike       mean   least   (Kendall's tau-b)\n");
    for (int i = 0; i < table->count && alike; i++)
        write_alike(out, table, i);
    if (table->ranked < table->count)
        output_put(out, "\nNot ranked by\n");
    for (int i = 0; i < table->count; i++)
        if (!table->rows[i].ranking)
            output_wrap(out, "  ", "              ", table->rows[i].refused);
}

/* ---- JSON. ---- */

static void write_ids(struct output *out, const rapport_candidates *candidates)
{
    output_put(out, "  \"candidates\": [");
    for (uint32_t i = 0; i < rapport_candidates_count(candidates); i++) {
        output_put(out, i ? ", " : "");
        output_json(out, rapport_candidates_id(candidates, i));
    }
    output_put(out, "],\n  \"excluded\": [");
    for (uint32_t i = 0, first = 1; i < rapport_candidates_count(candidates); i++) {
        if (!rapport_candidates_excluded(candidates, i))
            continue;
        output_put(out, first ? "{\"id\": " : ", {\"id\": ");
        output_json(out, rapport_candidates_id(candidates, i));
        output_put(out, ", \"reason\": ");
        output_json(out, rapport_candidates_excluded(candidates, i));
        output_put(out, "}");
        first = 0;
    }
    output_put(out, "],\n");
}

static void write_number(struct output *out, int there, double value)
{
    char number[NUMBER_SIZE];
    output_put(out, there ? number_write(number, value) : "null");
}

static void write_row(struct output *out, const struct table *table, const struct row *row)
{
    output_put(out, "    {\"method\": ");
    output_json(out, row->about.name);
    if (row->ranking) {
        output_put(out, ", \"ranks\": [");
        for (uint32_t i = 0; i < rapport_candidates_count(table->candidates); i++) {
            double rank = rank_of(row->ranking, i);
            output_put(out, i ? ", " : "");
            write_number(out, rank > 0, rank);
        }
        output_put(out, "]}");
    } else {
        output_put(out, ", \"ranks\": null, \"refused\": ");
        output_json(out, row->refused);
        output_put(out, "}");
    }
}

static void write_json(struct output *out, const struct table *table)
{
    output_format(out, "{\n  \"format\": \"rapport-rankings/1\",\n  \"library\": \"%s\",\n  \"algorithm\": %d,\n",
                  rapport_version_text(), (int)rapport_algorithm());
    write_ids(out, table->candidates);
    output_put(out, "  \"rankings\": [\n");
    for (int i = 0; i < table->count; i++) {
        write_row(out, table, &table->rows[i]);
        output_put(out, i + 1 < table->count ? ",\n" : "\n");
    }
    output_put(out, "  ],\n  \"kendall\": [\n");
    for (int i = 0; i < table->count; i++) {
        output_put(out, "    [");
        for (int k = 0; k < table->count; k++) {
            output_put(out, k ? ", " : "");
            write_number(out, table->alike[i][k].has_value, table->alike[i][k].value);
        }
        output_put(out, i + 1 < table->count ? "],\n" : "]\n");
    }
    output_put(out, "  ]\n}\n");
}

static int write_table(const struct options *options, const struct table *table)
{
    struct output out;
    int code = output_open(&out, options->output);
    if (code)
        return code;
    if (options->format == RAPPORT_JSON)
        write_json(&out, table);
    else
        write_text(&out, table);
    return output_close(&out, DONE);
}

/* `--method all`, or several names with commas between them. */
int rank_by_several(const struct options *options)
{
    static struct table table; /* large, and used once */
    rapport_candidates *candidates = NULL;
    if (options->normalization || options->param_count)
        return complain(USAGE, "a parameter goes with one method; for several put it under \"parameters\" in the file");
    int code = read_names(&table, options->method);
    if (!code)
        code = candidates_load(options, &candidates);
    table.candidates = candidates;
    if (!code)
        code = rank_all(&table, options->arguments[0]);
    if (!code)
        code = compare(&table);
    if (!code)
        code = write_table(options, &table);
    free(table.ranks);
    for (int i = 0; i < table.count; i++)
        rapport_ranking_destroy(table.rows[i].ranking);
    rapport_candidates_destroy(candidates);
    return code;
}
