/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The reader of ratings, and every index over what it reads. */
#include <stdlib.h>

#include "rapport/document.h"
#include "rapport/report.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void need(int condition)
{
    if (!condition)
        abort();
}

static int is_finite(double x)
{
    return x - x == 0;
}

static void look_at(const rapport_agreement *a, const rapport_ratings *ratings)
{
    rapport_report_options options = {.struct_size = sizeof options};
    need(a->has_value == (a->reason == RAPPORT_DEFINED) && is_finite(a->value) && is_finite(a->lower) && is_finite(a->upper));
    need(is_finite(a->f) && is_finite(a->observed) && is_finite(a->expected) && is_finite(a->chi_square));
    for (options.format = RAPPORT_TEXT; options.format <= RAPPORT_JSON; options.format++) {
        rapport_buffer nothing = {NULL, 0, 0};
        need(!rapport_agreement_write(a, ratings, &options, rapport_buffer_write, &nothing, NULL) && nothing.needed > 0);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    rapport_ratings *ratings;
    rapport_error error;
    rapport_status status = rapport_ratings_read(size ? (const char *)data : "", (int64_t)size, NULL, &ratings, &error);
    need((status == RAPPORT_OK) == (ratings != NULL));
    need(!status || (error.status == status && error.line && error.column && *error.message));
    for (int32_t index = RAPPORT_RWG; ratings && index < RAPPORT_INDEX_END; index++)
        for (int32_t way = 0; way < 4; way++) {
            rapport_agreement_options options = {.struct_size = sizeof options, .metric = way, .around = way % 2};
            rapport_agreement a = {.struct_size = sizeof a};
            rapport_ratings_get_scale(ratings, &options.options, &options.lowest, &options.highest);
            status = rapport_agreement_compute(index, rapport_ratings_values(ratings), rapport_ratings_present(ratings),
                                               rapport_ratings_count_raters(ratings), rapport_ratings_count_units(ratings),
                                               &options, NULL, &a, &error);
            if (!status)
                look_at(&a, ratings);
            else /* of a sound document only the scale can be wrong, or missing */
                need(index <= RAPPORT_AWG && (status == RAPPORT_BAD_VALUE || status == RAPPORT_BAD_ARGUMENT));
        }
    rapport_ratings_destroy(ratings);
    return 0;
}
