/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_SELECTION_ORDER_H
#define RAPPORT_SRC_SELECTION_ORDER_H
/* Orders by score, largest first; scores that are the same once rounded to 1e-9 are tied. */
#include <stdbool.h>
#include <stdint.h>

#include "base/memory.h"

typedef struct rapport__order {
    uint32_t count;
    double *key;     /* rounded score of each item */
    double *rank;    /* of each item, from 1; the tied share the mean of theirs */
    uint32_t *items; /* best first, the tied as they stand */
    uint32_t *room;
} rapport__order;

rapport_status rapport__order_init(rapport__order *order, uint32_t capacity, const rapport_allocator *mem);
void rapport__order_clear(rapport__order *order, const rapport_allocator *mem);

/* Sorts items by their scores; count within the capacity. */
void rapport__order_by(rapport__order *order, const double *score, uint32_t count);

/* Whether item a, or b, is among the first. */
bool rapport__order_is_first(const rapport__order *order, uint32_t item);

/* Kendall's tau-b of two orders of the same items (Knight 1966: n log n). `pairs` holds as many as there are items, and its
 * order is spoilt. False if it is not defined: fewer than two items, or an order in which all are tied. */
bool rapport__order_tau(const rapport__order *a, const rapport__order *b, rapport__order *room, double *tau);

#endif
