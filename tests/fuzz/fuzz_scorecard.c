/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The reader of scorecards, both arithmetics over what it reads, and both reports. */
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

static void look_at(const rapport_scorecard *card)
{
    rapport_scorecard_outcome theirs = {.struct_size = sizeof theirs}, ours = {.struct_size = sizeof ours};
    rapport_report_options options = {.struct_size = sizeof options};
    need(!rapport_scorecard_get_outcome(card, RAPPORT_ERPNEXT, &theirs) &&
         !rapport_scorecard_get_outcome(card, RAPPORT_OURS, &ours));
    need(is_finite(theirs.score) && is_finite(theirs.unrounded) && theirs.has_score == !theirs.refused);
    need(is_finite(ours.lower) && is_finite(ours.upper) && ours.lower >= -1e-9 && ours.upper <= 100 + 1e-9);
    need(!ours.has_score || (ours.score >= ours.lower - 1e-9 && ours.score <= ours.upper + 1e-9));
    for (uint32_t i = 0; i < rapport_scorecard_count_differences(card); i++) {
        rapport_scorecard_difference at = {.struct_size = sizeof at};
        need(!rapport_scorecard_get_difference(card, i, &at) && rapport_scorecard_difference_name(at.kind));
        need(is_finite(at.erpnext) && is_finite(at.ours));
    }
    for (options.format = RAPPORT_TEXT; options.format <= RAPPORT_JSON; options.format++) {
        rapport_buffer nothing = {NULL, 0, 0};
        need(!rapport_scorecard_write(card, options.format, &options, rapport_buffer_write, &nothing, NULL) &&
             nothing.needed > 0);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    rapport_scorecard *card;
    rapport_error error;
    rapport_status status = rapport_scorecard_read(size ? (const char *)data : "", (int64_t)size, NULL, &card, &error);
    need((status == RAPPORT_OK) == (card != NULL));
    need(!status || (error.status == status && error.line && error.column && *error.message));
    if (card) {
        need(!rapport_scorecard_compute(card, &error));
        look_at(card);
    }
    rapport_scorecard_destroy(card);
    return 0;
}
