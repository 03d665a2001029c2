/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The public function, and what ends every index: a value or a reason. */
#include "analysis/agreement.h"

#include "base/error.h"
#include "base/struct.h"

typedef rapport_status (*compute_index)(const rapport__grid *g, rapport_agreement *out);

static const struct {
    const char *name;
    compute_index compute;
} indices[RAPPORT_INDEX_END] = {
    [RAPPORT_RWG] = {"rwg", rapport__agreement_rwg},
    [RAPPORT_RWGJ] = {"rwgj", rapport__agreement_rwg},
    [RAPPORT_AWG] = {"awg", rapport__agreement_awg},
    [RAPPORT_AD] = {"ad", rapport__agreement_ad},
    [RAPPORT_ICC1] = {"icc1", rapport__agreement_icc1},
    [RAPPORT_ICC1K] = {"icc1k", rapport__agreement_icc1},
    [RAPPORT_ICC2] = {"icc2", rapport__agreement_icc},
    [RAPPORT_ICC2K] = {"icc2k", rapport__agreement_icc},
    [RAPPORT_ICC3] = {"icc3", rapport__agreement_icc},
    [RAPPORT_ICC3K] = {"icc3k", rapport__agreement_icc},
    [RAPPORT_KENDALL] = {"kendall", rapport__agreement_kendall},
    [RAPPORT_KRIPPENDORFF] = {"krippendorff", rapport__agreement_krippendorff},
    [RAPPORT_CRONBACH] = {"cronbach", rapport__agreement_cronbach},
};

static bool is_index(int32_t index)
{
    return index >= RAPPORT_RWG && index < RAPPORT_INDEX_END;
}

const char *rapport_agreement_name(int32_t index)
{
    return is_index(index) ? indices[index].name : NULL;
}

void rapport__agreed(rapport_agreement *out, double value)
{
    out->has_value = 1;
    out->reason = RAPPORT_DEFINED;
    out->value = value + 0.0; /* -0 becomes 0 */
}

void rapport__undefined(rapport_agreement *out, int32_t reason)
{
    out->has_value = 0;
    out->reason = reason;
    out->value = 0;
}

/* Without a value nothing entered; what is there may tell why. */
static void count_all(const rapport__grid *g, rapport_agreement *out)
{
    out->raters = g->active_raters;
    out->units = g->rated_units;
    out->ratings = g->ratings;
}

rapport_status rapport_agreement_compute(int32_t index, const double *values, const uint8_t *present, uint32_t raters,
                                         uint32_t units, const rapport_agreement_options *options,
                                         const rapport_allocator *allocator, rapport_agreement *out, rapport_error *error)
{
    rapport__grid g;
    rapport_agreement made = {.index = index, .least_unit = RAPPORT_NONE, .greatest_unit = RAPPORT_NONE};
    rapport_status status;
    if (!is_index(index))
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "there is no such index");
    status = rapport__grid_init(&g, index, values, present, raters, units, options, allocator, error);
    if (status)
        return status;
    made.options = g.wanted.options;
    made.metric = g.wanted.metric;
    made.around = g.wanted.around;
    made.lowest = g.wanted.lowest;
    made.highest = g.wanted.highest;
    made.confidence = g.wanted.confidence;
    status = indices[index].compute(&g, &made);
    if (!made.has_value)
        count_all(&g, &made);
    rapport__grid_clear(&g);
    if (status == RAPPORT_NO_MEMORY)
        return rapport__fail_plainly(error, status);
    if (!status && rapport__struct_out(out, &made, sizeof made))
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "out is NULL or has a wrong struct_size");
    return status;
}
