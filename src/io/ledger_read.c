/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "io/ledger_read.h"

#include "base/error.h"

const rapport__name *rapport__find_party(rapport__assessment_reading *a, rapport__json_value member)
{
    const rapport__name *party = rapport__names_find(&a->parties, rapport__json_key(a->r->doc, member, NULL));
    if (!party)
        rapport__report_unknown(a->r, &a->parties, member, true, "party");
    return party;
}

void rapport__each_party(rapport__assessment_reading *a, rapport__json_value object, rapport__read_of_party read,
                         const void *context)
{
    const rapport__name *party;
    if (!rapport__is_type(a->r, object, RAPPORT__JSON_OBJECT))
        return;
    for (rapport__json_value member = rapport__json_first(a->r->doc, object); member != RAPPORT_NONE;
         member = rapport__json_next(a->r->doc, member))
        if (!rapport__read_extra(a->r, member) && (party = rapport__find_party(a, member)))
            read(a, member, party->number, context);
}

void rapport__open_section(rapport__assessment_reading *a, rapport__json_value value, int32_t section)
{
    if (value != RAPPORT_NONE)
        rapport__built(a->r, value, rapport_ledger_add_section(a->assessment, section, &a->r->told));
}

void rapport__put_entry(rapport__assessment_reading *a, rapport__json_value value, int32_t table, uint32_t first,
                        uint32_t second, uint32_t third, double entry)
{
    if (first != RAPPORT_NONE && second != RAPPORT_NONE && third != RAPPORT_NONE)
        rapport__built(a->r, value, rapport_ledger_set_entry(a->assessment, table, first, second, third, entry, &a->r->told));
}

void rapport__read_entry(rapport__assessment_reading *a, rapport__json_value value, rapport__column column, uint32_t first,
                         uint32_t second)
{
    double number;
    if (rapport__read_number(a->r, value, column.least, column.most, &number))
        rapport__put_entry(a, value, column.table, first, second, 0, number);
}

void rapport__read_flag(rapport__assessment_reading *a, rapport__json_value value, int32_t table, uint32_t first,
                        uint32_t second)
{
    bool flag;
    if (rapport__read_boolean(a->r, value, &flag))
        rapport__put_entry(a, value, table, first, second, 0, flag);
}

static void read_of_column(rapport__assessment_reading *a, rapport__json_value member, uint32_t party, const void *context)
{
    const rapport__column *column = context;
    rapport__read_entry(a, member, *column, party, 0);
}

void rapport__read_column(rapport__assessment_reading *a, rapport__json_value object, rapport__column column)
{
    rapport__each_party(a, object, read_of_column, &column);
}

static void read_item(rapport__assessment_reading *a, rapport__json_value value, const rapport__listing *listing,
                      rapport__names *names)
{
    enum { MOST_KEYS = 8 };
    rapport__json_value at[MOST_KEYS];
    uint32_t item = RAPPORT_NONE;
    const char *id;
    if (!rapport__read_members(a->r, value, listing->keys, listing->key_count, listing->required, at))
        return;
    if (rapport__read_id(a->r, at[0], &id) &&
        rapport__built(a->r, at[0],
                       rapport__names_find(names, id)
                           ? RAPPORT_OK /* told below */
                           : rapport_ledger_add_item(a->assessment, listing->list, id, &item, &a->r->told)))
        rapport__names_add(a->r, names, at[0], (rapport__name){id, value, item});
    listing->read(a, at, item, listing->context);
}

void rapport__read_listing(rapport__assessment_reading *a, rapport__json_value array, const rapport__listing *listing,
                           rapport__names *names)
{
    if (!rapport__is_type(a->r, array, RAPPORT__JSON_ARRAY))
        return;
    for (rapport__json_value value = rapport__json_first(a->r->doc, array); value != RAPPORT_NONE && !a->r->out_of_memory;
         value = rapport__json_next(a->r->doc, value))
        read_item(a, value, listing, names);
}

typedef struct title_place {
    rapport_assessment *assessment;
    int32_t list;
    uint32_t item;
} title_place;

static rapport_status take_title(void *owner, const char *language, const char *text, int64_t length, rapport_error *error)
{
    const title_place *place = owner;
    return rapport_ledger_set_title(place->assessment, place->list, place->item, language, text, length, error);
}

void rapport__read_title(rapport__assessment_reading *a, rapport__json_value value, int32_t list, uint32_t item)
{
    title_place place = {a->assessment, list, item};
    rapport__read_label(a->r, value, item == RAPPORT_NONE ? NULL : take_title, &place);
}

static void read_link(rapport__assessment_reading *a, rapport__json_value value, const rapport__names *names, const char *what,
                      int32_t table, uint32_t item)
{
    const rapport__name *found;
    if (!rapport__is_type(a->r, value, RAPPORT__JSON_STRING))
        return;
    found = rapport__names_find(names, rapport__json_text(a->r->doc, value, NULL));
    if (!found)
        rapport__report_unknown(a->r, names, value, false, what);
    else
        rapport__put_entry(a, value, table, item, found->number, 0, 1);
}

void rapport__read_links(rapport__assessment_reading *a, rapport__json_value value, const rapport__names *names,
                         const char *what, int32_t table, uint32_t item)
{
    if (value == RAPPORT_NONE)
        return;
    if (rapport__json_type_of(a->r->doc, value) == RAPPORT__JSON_STRING) {
        read_link(a, value, names, what, table, item);
        return;
    }
    if (!rapport__is_type(a->r, value, RAPPORT__JSON_ARRAY))
        return;
    for (rapport__json_value each = rapport__json_first(a->r->doc, value); each != RAPPORT_NONE;
         each = rapport__json_next(a->r->doc, each))
        read_link(a, each, names, what, table, item);
}
