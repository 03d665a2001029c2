/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "io/backtest.h"

#include "base/struct.h"

void rapport_backtest_destroy(rapport_backtest *backtest)
{
    rapport_allocator mem;
    if (!backtest)
        return;
    mem = backtest->arena.mem;
    rapport__arena_clear(&backtest->arena);
    rapport__free(&mem, backtest);
}

uint32_t rapport_backtest_count(const rapport_backtest *backtest)
{
    return backtest->count;
}

const char *rapport_backtest_id(const rapport_backtest *backtest, uint32_t partnership)
{
    return backtest->ids && partnership < backtest->count ? backtest->ids[partnership] : NULL;
}

rapport_status rapport_backtest_get_correlation(const rapport_backtest *backtest, int32_t kind, rapport_correlation *out)
{
    switch (kind) {
    case RAPPORT_CORRELATION_SPEARMAN:
        return rapport__struct_out(out, &backtest->spearman, sizeof backtest->spearman);
    case RAPPORT_CORRELATION_KENDALL:
        return rapport__struct_out(out, &backtest->kendall, sizeof backtest->kendall);
    default:
        return RAPPORT_BAD_ARGUMENT;
    }
}

rapport_status rapport_backtest_get_auc(const rapport_backtest *backtest, rapport_auc *out)
{
    rapport_status status = rapport__struct_out(out, &backtest->auc, sizeof backtest->auc);
    return status ? status : backtest->good ? RAPPORT_OK : RAPPORT_NOT_FOUND;
}
