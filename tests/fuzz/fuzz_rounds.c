/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Comparisons of whatever assessments can be read: documents one after the other, with a record separator (0x1E) between.
 * Without one, a document beside itself. */
#include <stdlib.h>
#include <string.h>

#include "rapport/rapport.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { MOST = 4 };

static void need(int condition)
{
    if (!condition)
        abort();
}

static int is_finite(double x)
{
    return x - x == 0;
}

static void look_at_changes(const rapport_comparison *c, uint32_t node)
{
    uint32_t parties = rapport_comparison_count_parties(c), previous, newest = rapport_comparison_newest(c, &previous);
    for (uint32_t v = 0; v <= parties; v++) {
        rapport_change there = {.struct_size = sizeof there}, back = {.struct_size = sizeof back};
        uint32_t view = v == parties ? RAPPORT_JOINT : v;
        need(!rapport_comparison_get_change(c, previous, newest, view, node, &there));
        need(!rapport_comparison_get_change(c, newest, previous, view, node, &back));
        need(there.delta == -back.delta && is_finite(there.delta) && is_finite(there.closure) && there.closure <= 1);
        need(there.older_status != RAPPORT_CELL_WITHHELD || (there.older == 0 && there.delta == 0 && there.closure == 0));
    }
}

static void look_at(const rapport_comparison *c)
{
    rapport_report_options options = {.struct_size = sizeof options};
    rapport_round_trend trend = {.struct_size = sizeof trend};
    need(!rapport_comparison_get_trend(c, RAPPORT_JOINT, RAPPORT_ROOT, &trend));
    need(is_finite(trend.slope) && is_finite(trend.p) && is_finite(trend.average) && is_finite(trend.cusum_low));
    need(trend.used + trend.skipped == rapport_comparison_count_rounds(c));
    for (uint32_t node = 0; node < rapport_model_count_nodes(rapport_comparison_model(c)); node++)
        look_at_changes(c, node);
    for (uint32_t i = 0; i < rapport_comparison_count_warnings(c); i++) {
        rapport_warning w = {.struct_size = sizeof w};
        need(!rapport_comparison_get_warning(c, i, &w));
        need(w.kind >= RAPPORT_WARN_GATE_BREACHED && w.kind < RAPPORT_WARN_END && is_finite(w.now) && is_finite(w.before));
    }
    for (options.format = RAPPORT_TEXT; options.format <= RAPPORT_JSON; options.format++) {
        rapport_buffer nothing = {NULL, 0, 0};
        need(!rapport_comparison_write(c, &options, rapport_buffer_write, &nothing, NULL) && nothing.needed > 0);
    }
}

static void compare(rapport_assessment *const *rounds, uint32_t count)
{
    const rapport_assessment *list[MOST];
    rapport_comparison_options options = {.struct_size = sizeof options, .minimum_common = 0.01, .sigma = 3, .mean = 50};
    for (int given = 0; given < 2; given++) {
        rapport_comparison *made;
        rapport_error error;
        int32_t cause;
        for (uint32_t i = 0; i < count; i++)
            list[i] = rounds[i];
        rapport_status status = rapport_comparison_create(list, count, given ? &options : NULL, NULL, &cause, &made, &error);
        need((status == RAPPORT_OK) == (made != NULL) && (!status || (error.status == status && *error.message)));
        need(!status || status == RAPPORT_UNDEFINED || cause == RAPPORT_WRONG_ORDER || status == RAPPORT_BAD_ARGUMENT);
        need((status == RAPPORT_UNDEFINED || status == RAPPORT_BAD_VALUE) == (cause != RAPPORT_COMPARABLE));
        if (made)
            look_at(made);
        rapport_comparison_destroy(made);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    rapport_model *models[MOST] = {NULL};
    rapport_assessment *rounds[MOST] = {NULL};
    uint32_t count = 0;
    const uint8_t *at = data, *end = data + size;
    while (at && at < end && count < MOST) {
        const uint8_t *stop = memchr(at, 0x1E, (size_t)(end - at));
        size_t length = (size_t)((stop ? stop : end) - at);
        if (!rapport_assessment_read((const char *)at, (int64_t)length, NULL, NULL, NULL, &models[count], &rounds[count], NULL))
            count++;
        at = stop ? stop + 1 : NULL;
    }
    if (count == 1) {
        rapport_assessment *twice[] = {rounds[0], rounds[0]};
        compare(twice, 2);
    } else if (count) {
        compare(rounds, count);
    }
    for (uint32_t i = 0; i < count; i++) {
        rapport_assessment_destroy(rounds[i]);
        rapport_model_destroy(models[i]);
    }
    return 0;
}
