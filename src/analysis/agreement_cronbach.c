/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Cronbach's alpha (1951): do items that should measure the same move together? Rows are items, columns are cases. */
#include "analysis/agreement.h"

static void put_alpha(rapport_agreement *out, const rapport__two_way *s, double cases, double items)
{
    if (!(s->of_sum > 0)) {
        rapport__undefined(out, RAPPORT_NO_VARIANCE);
        return;
    }
    out->has = RAPPORT_HAS_OBSERVED | RAPPORT_HAS_EXPECTED;
    out->observed = s->of_items;
    out->expected = s->of_sum;
    rapport__agreed(out, items / (items - 1) * (1 - s->of_items / s->of_sum));
    if (s->error > 0) /* Feldt 1965: alpha is 1 - error/units */
        rapport__interval_of_ratio(out, s->units / s->error, cases - 1, (cases - 1) * (items - 1), items, true);
}

rapport_status rapport__agreement_cronbach(const rapport__grid *g, rapport_agreement *out)
{
    rapport__complete complete;
    rapport__two_way squares;
    rapport_status status = rapport__find_complete(g, &complete);
    if (!status && rapport__enough_complete(g, &complete, out) && !(status = rapport__compute_two_way(g, &complete, &squares)))
        put_alpha(out, &squares, complete.unit_count, complete.rater_count);
    rapport__free(&g->mem, complete.raters);
    return status;
}
