/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* ELECTRE I (Roy 1968). Concordance c(a, b): weight of the criteria on which a is at least as good as b. Discordance d(a, b):
 * the largest difference by which a is worse, over the widest range of any criterion; criteria are made comparable first, so
 * that it is not the unit that decides. a outranks b if c >= the cut of concordance and d <= that of discordance.
 *
 * Kernel: none of it outranks another of it, and whoever is outside is outranked by one inside. Where candidates outrank each
 * other in a circle they stand for each other: the circle is in the kernel as a whole or not at all. The score is how many a
 * candidate outranks less how many outrank it: the method itself only chooses. */
#include "base/sum.h"
#include "selection/ranking.h"

bool rapport__electre1_outranks(const rapport_ranking *r, uint32_t first, uint32_t second)
{
    size_t at = (size_t)first * r->count + second;
    return first != second && rapport__compare(r->pairs[0][at], r->number[0]) >= 0 &&
           rapport__compare(r->pairs[1][at], r->number[1]) <= 0;
}

/* Values that differ by noise become one, and larger ones become the better ones. */
static rapport_status prepare(rapport__contest *c, double *widest)
{
    double *sorted = c->room[0];
    rapport_status status;
    for (uint32_t j = 0; j < c->criteria; j++) {
        rapport__sort_column(c, j, 1, c->index[0], sorted);
        for (uint32_t k = 0; k < c->rows; k++)
            rapport__column(c, j)[c->index[0][k]] = sorted[k];
    }
    if ((status = rapport__normalize(c, c->out->word[2], false)))
        return status;
    *widest = 0;
    for (uint32_t j = 0; j < c->criteria; j++) {
        double *x = rapport__column(c, j), least, most;
        rapport__extremes(x, c->rows, &least, &most);
        if (c->out->word[2] == RAPPORT__BOUNDS && most > least)
            most = least + 1;
        *widest = most - least > *widest ? most - least : *widest;
        for (uint32_t i = 0; i < c->rows && rapport__is_cost(c, j); i++)
            x[i] = 0 - x[i];
    }
    return RAPPORT_OK;
}

static void compare_all(rapport__contest *c, double widest)
{
    double *concordance = c->out->pairs[0], *discordance = c->out->pairs[1];
    for (uint32_t j = 0; j < c->criteria; j++) {
        const double *x = rapport__column(c, j);
        for (uint32_t a = 0; a < c->rows; a++)
            for (uint32_t b = 0; b < c->rows; b++) {
                size_t at = (size_t)a * c->rows + b;
                double worse = widest > 0 ? (x[b] - x[a]) / widest : 0;
                concordance[at] += x[a] >= x[b] ? c->weight[j] : 0;
                discordance[at] = worse > discordance[at] ? worse : discordance[at];
            }
    }
}

/* The places in the order in which a walk along the outranking leaves them for good. */
static void leave_order(const rapport__contest *c, uint32_t *left, uint32_t *stack, uint32_t *next)
{
    uint32_t done = 0, depth;
    for (uint32_t i = 0; i < c->rows; i++)
        next[i] = RAPPORT_NONE; /* not yet seen */
    for (uint32_t from = 0; from < c->rows; from++) {
        if (next[from] != RAPPORT_NONE)
            continue;
        depth = 1;
        stack[0] = from;
        next[from] = 0;
        while (depth) {
            uint32_t a = stack[depth - 1], b = next[a];
            while (b < c->rows && !(next[b] == RAPPORT_NONE && rapport__electre1_outranks(c->out, a, b)))
                b++;
            next[a] = b;
            if (b < c->rows) {
                next[b] = 0;
                stack[depth++] = b;
            } else {
                left[done++] = a;
                depth--;
            }
        }
    }
}

/* All from which `from` can be reached among those without a circle yet are one circle with it (Kosaraju; Sharir 1981). */
static uint32_t gather(const rapport__contest *c, uint32_t from, uint32_t *circle, uint32_t *members)
{
    uint32_t count = 1;
    members[0] = from;
    circle[from] = from;
    for (uint32_t at = 0; at < count; at++)
        for (uint32_t b = 0; b < c->rows; b++)
            if (circle[b] == RAPPORT_NONE && rapport__electre1_outranks(c->out, b, members[at])) {
                circle[b] = from;
                members[count++] = b;
            }
    return count;
}

static void find_kernel(rapport__contest *c)
{
    uint32_t *left = c->index[0], *circle = c->index[1], *members = c->index[2];
    double *chosen = c->out->values[RAPPORT_CHOSEN];
    leave_order(c, left, circle, c->index[3]);
    for (uint32_t i = 0; i < c->rows; i++)
        circle[i] = RAPPORT_NONE;
    for (uint32_t i = c->rows; i-- > 0;) { /* whoever outranks a circle has been seen before it */
        uint32_t count = circle[left[i]] == RAPPORT_NONE ? gather(c, left[i], circle, members) : 0;
        bool free = true;
        for (uint32_t k = 0; k < count && free; k++)
            for (uint32_t a = 0; a < c->rows && free; a++)
                free = !(chosen[a] > 0 && rapport__electre1_outranks(c->out, a, members[k]));
        for (uint32_t k = 0; k < count && free; k++)
            chosen[members[k]] = 1;
    }
}

rapport_status rapport__rank_electre1(rapport__contest *c)
{
    double widest;
    rapport_status status = prepare(c, &widest);
    if (status)
        return status;
    compare_all(c, widest);
    for (uint32_t a = 0; a < c->rows; a++)
        for (uint32_t b = 0; b < c->rows; b++)
            c->out->values[RAPPORT_SCORE][a] +=
                (double)rapport__electre1_outranks(c->out, a, b) - rapport__electre1_outranks(c->out, b, a);
    find_kernel(c);
    return RAPPORT_OK;
}
