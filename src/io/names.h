/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_IO_NAMES_H
#define RAPPORT_SRC_IO_NAMES_H
/* The ids of one list of a document: who has which, who has one twice, and which is nearest to a wrong one. */
#include "base/index.h"
#include "io/guess.h"
#include "io/read.h"

typedef struct rapport__name {
    const char *id;            /* borrowed from the document */
    rapport__json_value value; /* the object that has it */
    uint32_t number;           /* the caller's */
} rapport__name;

typedef struct rapport__names {
    rapport__index index; /* from ids to items */
    rapport__name *items;
    uint32_t count, capacity;
} rapport__names; /* all zero: empty */

void rapport__names_free(rapport__names *names, const rapport_allocator *mem);

/* Adds an id that stands at `place`; reports it there and returns false if it is taken. */
bool rapport__names_add(rapport__reading *r, rapport__names *names, rapport__json_value place, rapport__name name);

/* Who has that id; NULL if nobody. O(log n). Good until something is added. */
rapport__name *rapport__names_find(const rapport__names *names, const char *id);

/* Reports that nothing is called as the text (or key) of a value says: `there is no node "a"; did you mean "b"?` */
void rapport__report_unknown(rapport__reading *r, const rapport__names *names, rapport__json_value value, bool at_key,
                             const char *what);

#endif
