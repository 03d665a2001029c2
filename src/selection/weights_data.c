/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Weights from a decision matrix: what enters, and what becomes of a matrix that tells nothing. */
#include "selection/weights_data.h"

void rapport__data_spread(rapport__data *d)
{
    for (uint32_t i = 0; i < d->candidates->count; i++) {
        const double *row = rapport__data_row(d, i);
        for (uint32_t c = 0; row && c < d->criteria; c++)
            rapport__sum_add(&d->sums[c], rapport__data_scaled(d, c, row[c]));
    }
    for (uint32_t c = 0; c < d->criteria && d->count; c++)
        d->mean[c] = rapport__sum_value(&d->sums[c]) / d->count;
    for (uint32_t i = 0; i < d->candidates->count; i++) {
        const double *row = rapport__data_row(d, i);
        for (uint32_t c = 0; row && c < d->criteria; c++) {
            double away = rapport__data_scaled(d, c, row[c]) - d->mean[c];
            rapport__sum_add_product(&d->more[c], away, away);
        }
    }
}

rapport_status rapport__data_refuse(const rapport__data *d, uint32_t candidate, uint32_t criterion, const char *message,
                                    rapport_error *error)
{
    char path[sizeof error->path] = "/candidates";
    rapport__append_index(path, sizeof path, candidate);
    rapport__append_key(path, sizeof path, "values");
    rapport__append_index(path, sizeof path, criterion);
    return FAIL(error, RAPPORT_BAD_VALUE, path, "the value of \"", d->candidates->criterion_ids[criterion], "\" ", message);
}

static rapport_status find_ends(rapport__data *d, rapport_error *error)
{
    for (uint32_t i = 0; i < d->candidates->count; i++) {
        const double *row = rapport__data_row(d, i);
        const unsigned char *kind = d->candidates->kind + rapport__row_of(d->candidates, i);
        if (!row)
            continue;
        for (uint32_t c = 0; c < d->criteria; c++) {
            if (kind[c] == RAPPORT_VALUE_MISSING)
                return rapport__data_refuse(d, i, c, "is missing; weights from data need numbers", error);
            if (kind[c] == RAPPORT_VALUE_INTERVAL)
                return rapport__data_refuse(d, i, c, "is an interval; weights from data need numbers", error);
            d->least[c] = d->count == 0 || row[c] < d->least[c] ? row[c] : d->least[c];
            d->most[c] = d->count == 0 || row[c] > d->most[c] ? row[c] : d->most[c];
        }
        d->count++;
    }
    return RAPPORT_OK;
}

/* One block for all columns: four numbers and two sums a criterion. */
static rapport_status make_room(rapport__data *d, const rapport_allocator *mem, rapport_error *error)
{
    d->sums = rapport__alloc(mem, d->criteria, 2 * sizeof *d->sums + 4 * sizeof *d->least);
    if (!d->sums)
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    d->more = d->sums + d->criteria;
    d->least = (double *)(void *)(d->more + d->criteria);
    d->most = d->least + d->criteria;
    d->mean = d->most + d->criteria;
    d->room = d->mean + d->criteria;
    return RAPPORT_OK;
}

static rapport_status weigh(int32_t method, rapport__data *d, double *weights, rapport_error *error)
{
    switch (method) {
    case RAPPORT_WEIGHTS_DEVIATION:
        return rapport__weigh_deviation(d, weights, error);
    case RAPPORT_WEIGHTS_ENTROPY:
        return rapport__weigh_entropy(d, weights, error);
    case RAPPORT_WEIGHTS_CRITIC:
        return rapport__weigh_critic(d, weights, error);
    default:
        return rapport__weigh_merec(d, weights, error);
    }
}

/* A row that adds up to 1, into the caller's array; `raw` is not it. */
static rapport_status hand_out(double *raw, uint32_t count, double *weights, rapport_error *error)
{
    if (count == 1)
        raw[0] = 1; /* a lone criterion has all the weight there is */
    if (!rapport__sum_to_one(raw, count))
        return FAIL(error, RAPPORT_UNDEFINED, "/candidates", "no criterion tells the candidates apart");
    for (uint32_t c = 0; c < count; c++)
        weights[c] = raw[c];
    return RAPPORT_OK;
}

rapport_status rapport_data_weights_compute(int32_t method, const rapport_candidates *candidates,
                                            const rapport_allocator *allocator, double *weights, rapport_error *error)
{
    rapport__data d = {.candidates = candidates};
    rapport_allocator mem;
    rapport_status status;
    if (!candidates || !weights || method < RAPPORT_WEIGHTS_EQUAL || method > RAPPORT_WEIGHTS_MEREC ||
        rapport__memory_init(&mem, allocator))
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "candidates, weights and a method that starts from data are needed");
    if (!(d.criteria = candidates->criterion_count))
        return FAIL(error, RAPPORT_UNDEFINED, "/criteria", "there are no criteria");
    for (uint32_t c = 0; c < d.criteria && method == RAPPORT_WEIGHTS_EQUAL; c++)
        weights[c] = 1.0 / d.criteria;
    if (method == RAPPORT_WEIGHTS_EQUAL)
        return RAPPORT_OK;
    if ((status = make_room(&d, &mem, error)))
        return status;
    if (!(status = find_ends(&d, error)) && !(status = weigh(method, &d, d.room, error)))
        status = hand_out(d.room, d.criteria, weights, error);
    rapport__free(&mem, d.sums);
    return status;
}
