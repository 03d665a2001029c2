/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_IO_LEDGER_READ_H
#define RAPPORT_SRC_IO_LEDGER_READ_H
/* What the readers of the sections of `measures` share. A party or item with a problem has the number RAPPORT_NONE: what is
 * said of it is checked and not kept. */
#include "io/assessment_read.h"
#include "rapport/ledger.h"

/* The keys of the sections; values in their order. */
enum { RAPPORT__MEASURE_KEYS = 20 };
extern const char *const rapport__measure_keys[RAPPORT__MEASURE_KEYS];
void rapport__read_sections(rapport__assessment_reading *a, const rapport__json_value *at);

/* Calls `read` for each member of an object whose keys are parties. */
typedef void (*rapport__read_of_party)(rapport__assessment_reading *a, rapport__json_value member, uint32_t party,
                                       const void *context);
void rapport__each_party(rapport__assessment_reading *a, rapport__json_value object, rapport__read_of_party read,
                         const void *context);

/* A number of each party into a table. */
typedef struct rapport__column {
    int32_t table;
    double least, most;
} rapport__column;
void rapport__read_column(rapport__assessment_reading *a, rapport__json_value object, rapport__column column);

/* Opens a section that has a value. */
void rapport__open_section(rapport__assessment_reading *a, rapport__json_value value, int32_t section);

/* Sets an entry; nothing if one of the numbers is RAPPORT_NONE. */
void rapport__put_entry(rapport__assessment_reading *a, rapport__json_value value, int32_t table, uint32_t first,
                        uint32_t second, uint32_t third, double entry);

/* A number, or a truth, that stands at `value`, into a table, if it is there and right. */
void rapport__read_entry(rapport__assessment_reading *a, rapport__json_value value, rapport__column column, uint32_t first,
                         uint32_t second);
void rapport__read_flag(rapport__assessment_reading *a, rapport__json_value value, int32_t table, uint32_t first,
                        uint32_t second);

/* Calls `read` for each object of an array; its item is added to a list under its `id`, which is the first of `keys`, and to
 * `names`. */
typedef struct rapport__listing {
    int32_t list;
    const char *const *keys;
    uint32_t key_count, required;
    void (*read)(rapport__assessment_reading *a, const rapport__json_value *at, uint32_t item, void *context);
    void *context;
} rapport__listing;
void rapport__read_listing(rapport__assessment_reading *a, rapport__json_value array, const rapport__listing *listing,
                           rapport__names *names);

/* The title of an item; its list knows it by its number. */
void rapport__read_title(rapport__assessment_reading *a, rapport__json_value value, int32_t list, uint32_t item);

/* A string, or each string of an array, that names something: sets entry (item, what it names) to 1. */
void rapport__read_links(rapport__assessment_reading *a, rapport__json_value value, const rapport__names *names,
                         const char *what, int32_t table, uint32_t item);

/* The sections; RAPPORT_NONE in place of a value is a section that is not there. */
void rapport__read_skills(rapport__assessment_reading *a, rapport__json_value value);
void rapport__read_aims(rapport__assessment_reading *a, rapport__json_value value);
void rapport__read_shared_vision(rapport__assessment_reading *a, rapport__json_value value);
void rapport__read_plan_chain(rapport__assessment_reading *a, rapport__json_value value);
void rapport__read_coalition(rapport__assessment_reading *a, rapport__json_value value);
void rapport__read_scenarios(rapport__assessment_reading *a, rapport__json_value value);
void rapport__read_decisions(rapport__assessment_reading *a, rapport__json_value value);
void rapport__read_value_chain(rapport__assessment_reading *a, rapport__json_value value);
void rapport__read_topics(rapport__assessment_reading *a, rapport__json_value value);
void rapport__read_network(rapport__assessment_reading *a, rapport__json_value value);

#endif
