/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The reader of past scores and outcomes, and what they say of each other. */
#include <stdlib.h>

#include "rapport/backtest.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void need(int condition)
{
    if (!condition)
        abort();
}

static void look_at(const rapport_backtest *backtest)
{
    rapport_report_options options = {.struct_size = sizeof options};
    rapport_auc auc = {.struct_size = sizeof auc};
    for (int32_t kind = RAPPORT_CORRELATION_SPEARMAN; kind <= RAPPORT_CORRELATION_KENDALL; kind++) {
        rapport_correlation c = {.struct_size = sizeof c};
        need(!rapport_backtest_get_correlation(backtest, kind, &c));
        need(c.has_value == (c.reason == RAPPORT_CORRELATION_DEFINED) && c.value >= -1 && c.value <= 1);
        need(c.count == rapport_backtest_count(backtest));
    }
    if (!rapport_backtest_get_auc(backtest, &auc))
        need(auc.value >= 0 && auc.value <= 1 && auc.standard_error >= 0 &&
             auc.good + auc.bad == rapport_backtest_count(backtest));
    for (options.format = RAPPORT_TEXT; options.format <= RAPPORT_JSON; options.format++) {
        rapport_buffer nothing = {NULL, 0, 0};
        need(!rapport_backtest_write(backtest, &options, rapport_buffer_write, &nothing, NULL) && nothing.needed > 0);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    rapport_backtest *backtest;
    rapport_error error;
    rapport_status status = rapport_backtest_read(size ? (const char *)data : "", (int64_t)size, NULL, &backtest, &error);
    need((status == RAPPORT_OK) == (backtest != NULL));
    need(!status || (error.status == status && error.line && error.column && *error.message));
    if (backtest)
        look_at(backtest);
    rapport_backtest_destroy(backtest);
    return 0;
}
