/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "analysis/shares.h"

#include <stddef.h>

#include "base/sum.h"

rapport_status rapport__check_count(uint32_t count, uint32_t least, uint32_t most)
{
    if (count < least)
        return RAPPORT_UNDEFINED;
    return count > most ? RAPPORT_LIMIT : RAPPORT_OK;
}

rapport_status rapport__check_values(const double *values, uint32_t rows, uint32_t columns, double low, double high)
{
    if (!values)
        return RAPPORT_BAD_ARGUMENT;
    for (size_t row = 0; row < rows; row++)
        for (size_t column = 0; column < columns; column++) {
            double value = values[row * columns + column];
            if (!(value >= low && value <= high))
                return RAPPORT_BAD_VALUE;
        }
    return RAPPORT_OK;
}

rapport_status rapport__total(const double *amounts, uint32_t count, double *total)
{
    rapport__sum sum = {0};
    rapport_status status;
    *total = count;
    if (!amounts)
        return count ? RAPPORT_OK : RAPPORT_UNDEFINED;
    status = rapport__check_values(amounts, 1, count, 0, RAPPORT__MOST);
    if (status)
        return status;
    for (uint32_t i = 0; i < count; i++)
        rapport__sum_add(&sum, amounts[i]);
    *total = rapport__sum_value(&sum);
    return *total > 0 ? RAPPORT_OK : RAPPORT_UNDEFINED;
}

double rapport__share(const double *amounts, double total, uint32_t i)
{
    return (amounts ? amounts[i] : 1) / total;
}

double rapport__variation(const double *amounts, double total, const double *others, double other_total, uint32_t count)
{
    rapport__sum sum = {0};
    double half;
    for (uint32_t i = 0; i < count; i++) {
        double difference = rapport__share(amounts, total, i) - rapport__share(others, other_total, i);
        rapport__sum_add(&sum, difference < 0 ? -difference : difference);
    }
    half = rapport__sum_value(&sum) / 2;
    return half > 1 ? 1 : half; /* the shares are rounded, so two sets without anything in common may come to a little more */
}

double rapport__flagged_share(const double *amounts, double total, const int32_t *flags, uint32_t count)
{
    rapport__sum sum = {0};
    double share;
    for (uint32_t i = 0; i < count; i++)
        if (flags[i])
            rapport__sum_add(&sum, amounts ? amounts[i] : 1);
    share = rapport__sum_value(&sum) / total;
    return share > 1 ? 1 : share;
}

uint32_t rapport__list(bool (*is_in)(const void *context, uint32_t i), const void *context, uint32_t count, uint32_t *out,
                       uint32_t capacity)
{
    uint32_t found = 0;
    for (uint32_t i = 0; i < count; i++) {
        if (!is_in(context, i))
            continue;
        if (found < capacity)
            out[found] = i;
        found++;
    }
    return found;
}
