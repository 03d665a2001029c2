/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_EVIDENCE_LEDGER_H
#define RAPPORT_SRC_EVIDENCE_LEDGER_H
/* Lists and tables of what measures are made from. A row of a table is an array as long as its list was when it grew last;
 * rows exist only where something was put. */
#include "evidence/assessment.h"
#include "rapport/ledger.h"

typedef struct rapport__roll { /* a list */
    const char **ids;
    uint32_t count, capacity;
    rapport__index index;
    rapport__title *titles;
    uint32_t title_count, title_capacity;
} rapport__roll;

typedef struct rapport__entries { /* a row of a table; all zero: empty */
    double *values;
    unsigned char *there;
    uint32_t room;
} rapport__entries;

typedef struct rapport__table {
    rapport__entries *rows; /* what some believe of others: row first * RAPPORT_MAX_PARTIES + second */
    uint32_t count, capacity;
} rapport__table;

struct rapport__ledger {
    rapport__roll rolls[RAPPORT_LIST_END];    /* skills have their own */
    rapport__table tables[RAPPORT_ENTRY_END]; /* [0] is unused */
    bool sections[RAPPORT_SECTION_END];
};

/* A section that is there; false without a ledger too. */
static inline bool rapport__has_section(const rapport_assessment *assessment, int32_t section)
{
    return assessment->ledger && assessment->ledger->sections[section];
}

/* Whether a table has an entry; *value is left alone if not. */
bool rapport__find_entry(const rapport_assessment *assessment, int32_t table, uint32_t row, uint32_t column, double *value);

/* An entry, or what it counts where it is left out. */
double rapport__entry(const rapport_assessment *assessment, int32_t table, uint32_t row, uint32_t column, double otherwise);

void rapport__ledger_destroy(rapport_assessment *assessment);

#endif
