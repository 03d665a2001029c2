/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "report/weights.h"

#include "base/sum.h"
#include "report/text_parts.h"

enum { DECIMALS = 4, NAMES = 26, BARS = 38, CELLS = 24, ENDS = 64 };

typedef struct page {
    rapport__pen *pen;
    const rapport_weights *w;
    double largest; /* what fills a bar */
    bool several;   /* raters */
} page;

static void put_line(const page *p, const char *name, double weight, const rapport_spread *spread)
{
    double low = spread ? spread->lowest : weight, high = spread ? spread->highest : weight;
    rapport__pen_move(p->pen, RAPPORT__MARGIN);
    rapport__pen_fit(p->pen, name, NAMES - 2);
    rapport__pen_move(p->pen, NAMES + RAPPORT__MARGIN);
    rapport__pen_fixed(p->pen, weight, DECIMALS, 8);
    rapport__pen_move(p->pen, BARS);
    low = low < weight ? low : weight; /* geometric means may leave the range */
    high = high > weight ? high : weight;
    rapport__gauge_bar(p->pen, CELLS, 100 * low / p->largest, 100 * weight / p->largest, 100 * high / p->largest);
    if (spread) {
        rapport__pen_move(p->pen, ENDS);
        rapport__pen_fixed(p->pen, spread->lowest, DECIMALS, 6);
        rapport__pen_put(p->pen, " to ");
        rapport__pen_fixed(p->pen, spread->highest, DECIMALS, 6);
    }
    rapport__pen_line(p->pen);
}

static void put_weights(page *p)
{
    const double *values = rapport_weights_values(p->w);
    for (uint32_t c = 0; c < rapport_weights_count(p->w); c++) {
        rapport_spread spread = {.struct_size = sizeof spread};
        p->largest = values[c] > p->largest ? values[c] : p->largest;
        if (p->several && !rapport_weights_get_spread(p->w, c, &spread) && spread.highest > p->largest)
            p->largest = spread.highest;
    }
    for (uint32_t c = 0; c < rapport_weights_count(p->w); c++) {
        rapport_spread spread = {.struct_size = sizeof spread};
        bool has = p->several && !rapport_weights_get_spread(p->w, c, &spread);
        put_line(p, rapport_weights_criterion_id(p->w, c), values[c], has ? &spread : NULL);
    }
}

static void put_groups(const page *p)
{
    if (!rapport_weights_count_groups(p->w))
        return;
    rapport__text_heading(p->pen, "Groups");
    rapport__pen_line(p->pen);
    for (uint32_t g = 0; g < rapport_weights_count_groups(p->w); g++) {
        rapport__pen_move(p->pen, RAPPORT__MARGIN);
        rapport__pen_fit(p->pen, rapport_weights_group_id(p->w, g), NAMES - 2);
        rapport__pen_move(p->pen, NAMES + RAPPORT__MARGIN);
        rapport__pen_fixed(p->pen, rapport_weights_group_weight(p->w, g), DECIMALS, 8);
        rapport__pen_line(p->pen);
    }
}

static void say_number(rapport__pen *pen, const char *before, double value)
{
    rapport__pen_say(pen, before);
    rapport__pen_say_fixed(pen, value, DECIMALS);
}

/* What a consistency ratio means: .10 is Saaty's limit. */
static void say_ratio(rapport__pen *pen, const rapport_consistency *c)
{
    bool incomplete = c->has & RAPPORT_HAS_CR_INCOMPLETE;
    double ratio = incomplete ? c->cr_incomplete : c->cr;
    switch (c->reason) {
    case RAPPORT_CR_NO_CHOICE:
        rapport__pen_say(pen, "so few judgements cannot contradict each other");
        return;
    case RAPPORT_CR_BEYOND_TABLE:
        rapport__pen_say(pen, "no ratio: the table of random indices does not have so many criteria");
        return;
    case RAPPORT_CR_NO_DIFFERENCE:
        rapport__pen_say(pen, "no ratio: the best is said to be as important as the worst");
        return;
    default:
        say_number(pen, "ratio ", ratio);
        if (incomplete) {
            rapport__pen_say(pen, " for so many gaps");
            say_number(pen, " (", c->cr);
            rapport__pen_say(pen, " were it full)");
        }
        if (!(c->has & RAPPORT_HAS_KSI))
            rapport__pen_say(pen,
                             rapport__compare(ratio, .1) > 0 ? ": above .10, judge again" : ": up to .10, as it should be");
    }
}

static void say_consistency(const page *p, const rapport_consistency *c)
{
    say_ratio(p->pen, c);
    if (c->has & RAPPORT_HAS_KSI) {
        say_number(p->pen, "; largest error ", c->ksi);
    } else {
        say_number(p->pen, "; lambda_max ", c->lambda_max);
        say_number(p->pen, ", index ", c->ci);
    }
    if (c->missing) {
        rapport__pen_say(p->pen, ", ");
        rapport__text_say_count(p->pen, c->missing);
        rapport__pen_say(p->pen, c->missing == 1 ? " pair" : " pairs");
        rapport__pen_say(p->pen, " not judged");
    }
    rapport__pen_full_stop(p->pen);
}

static void say_id(const page *p, const char *before, uint32_t criterion)
{
    rapport__pen_say(p->pen, before);
    rapport__pen_say(p->pen, rapport_weights_criterion_id(p->w, criterion));
}

/* Where to look if judgements contradict each other. */
static void put_faults(const page *p, const rapport_consistency *c)
{
    if (c->has & RAPPORT_HAS_TRIAD) {
        rapport__text_label(p->pen, "Worst triad");
        say_id(p, "", c->triad_first);
        say_id(p, ", ", c->triad_second);
        say_id(p, ", ", c->triad_third);
        rapport__pen_say(p->pen, ": round in a circle they give ");
        rapport__pen_say_fixed(p->pen, c->triad_product, DECIMALS);
        rapport__pen_say(p->pen, " instead of 1");
        rapport__pen_full_stop(p->pen);
    }
    if (c->has & RAPPORT_HAS_RECONSIDER) {
        rapport__text_label(p->pen, "Reconsider");
        say_id(p, "", c->row);
        say_id(p, " against ", c->column);
        say_number(p->pen, ": judged ", c->judged);
        say_number(p->pen, ", the others imply ", c->implied);
        rapport__pen_full_stop(p->pen);
    }
}

static void put_consistency(const page *p)
{
    rapport_consistency c = {.struct_size = sizeof c};
    if (rapport_weights_get_consistency(p->w, RAPPORT_NONE, &c))
        return;
    rapport__pen_line(p->pen);
    rapport__text_label(p->pen, "Consistency");
    say_consistency(p, &c);
    put_faults(p, &c);
}

static void put_concordance(const page *p)
{
    static const char *const ways[] = {"weights averaged", "weights averaged geometrically", "judgements combined first"};
    int32_t combine;
    double concordance;
    rapport_weights_get_choices(p->w, NULL, &combine);
    rapport__text_label(p->pen, "Together");
    rapport__text_say_count(p->pen, rapport_weights_count_raters(p->w));
    rapport__pen_say(p->pen, " raters, ");
    rapport__pen_say(p->pen, ways[combine]);
    if (!rapport_weights_get_concordance(p->w, &concordance)) {
        say_number(p->pen, "; Kendall's W ", concordance);
        rapport__pen_say(p->pen, " (1 is one order)");
    }
    rapport__pen_full_stop(p->pen);
}

/* How consistent each rater is, where the method can say so. */
static void put_raters(const page *p)
{
    if (!p->several)
        return;
    rapport__text_heading(p->pen, "Raters");
    rapport__pen_line(p->pen);
    put_concordance(p);
    for (uint32_t r = 0; r < rapport_weights_count_raters(p->w); r++) {
        rapport_consistency c = {.struct_size = sizeof c};
        bool alone = rapport_weights_rater_values(p->w, r) == NULL;
        if (rapport_weights_get_consistency(p->w, r, &c) && !alone)
            continue;
        rapport__pen_move(p->pen, RAPPORT__MARGIN);
        rapport__pen_fit(p->pen, rapport_weights_rater_id(p->w, r), RAPPORT__LABELS - RAPPORT__MARGIN - 1);
        rapport__pen_sentence(p->pen, RAPPORT__LABELS);
        if (!alone) {
            say_consistency(p, &c);
            continue;
        }
        rapport__pen_say(p->pen, "judged too few pairs for weights alone");
        rapport__pen_full_stop(p->pen);
    }
}

void rapport__weights_text(rapport__pen *pen, const rapport_weights *weights)
{
    page p = {pen, weights, 0, rapport_weights_count_raters(weights) > 1};
    rapport__pen_ink(pen, RAPPORT__BOLD);
    rapport__pen_put(pen, rapport_weighting_title(rapport_weights_method(weights)));
    rapport__pen_ink(pen, RAPPORT__PLAIN);
    rapport__pen_line(pen);
    put_weights(&p);
    put_groups(&p);
    put_consistency(&p);
    put_raters(&p);
}
