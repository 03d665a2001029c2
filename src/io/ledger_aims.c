/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The sections of aims and of the shared vision. */
#include "io/ledger_read.h"

#include "base/error.h"

/* Where weights of aims go, and whose they are beside the party whose key stands over them. */
typedef struct place {
    rapport__column column;
    bool believed;
    uint32_t believer; /* with `believed` */
} place;

/* The aim that a key names; a new one at its first mention. RAPPORT_NONE if it is no id. */
static uint32_t aim_of(rapport__assessment_reading *a, rapport__json_value member)
{
    uint32_t aim = RAPPORT_NONE;
    const char *id;
    if (!rapport__read_key_id(a->r, member, &id))
        return RAPPORT_NONE;
    aim = rapport_ledger_find_item(a->assessment, RAPPORT_LIST_AIMS, id);
    if (aim == RAPPORT_NONE)
        rapport__built(a->r, member, rapport_ledger_add_item(a->assessment, RAPPORT_LIST_AIMS, id, &aim, &a->r->told));
    return aim;
}

static void read_weights(rapport__assessment_reading *a, rapport__json_value object, uint32_t party, const void *context)
{
    const place *p = context;
    double weight;
    if (!rapport__is_type(a->r, object, RAPPORT__JSON_OBJECT))
        return;
    for (rapport__json_value member = rapport__json_first(a->r->doc, object); member != RAPPORT_NONE && !a->r->out_of_memory;
         member = rapport__json_next(a->r->doc, member)) {
        uint32_t aim;
        if (rapport__read_extra(a->r, member))
            continue;
        aim = aim_of(a, member);
        if (!rapport__read_number(a->r, member, p->column.least, p->column.most, &weight))
            continue;
        if (p->believed)
            rapport__put_entry(a, member, p->column.table, p->believer, party, aim, weight);
        else
            rapport__put_entry(a, member, p->column.table, party, aim, 0, weight);
    }
}

/* What one party believes of the others. */
static void read_beliefs(rapport__assessment_reading *a, rapport__json_value object, uint32_t party, const void *context)
{
    place p = *(const place *)context;
    p.believer = party;
    rapport__each_party(a, object, read_weights, &p);
}

enum { NOW, FUTURE, BELIEVED, SUPPORT, KEYS, TIMES = BELIEVED };

static const char *const keys[KEYS] = {"now", "future", "believed", "support"};

void rapport__read_aims(rapport__assessment_reading *a, rapport__json_value value)
{
    static const place now = {{RAPPORT_ENTRY_AIM_NOW, 0, 1e300}, false, 0},
                       future = {{RAPPORT_ENTRY_AIM_FUTURE, 0, 1e300}, false, 0},
                       support = {{RAPPORT_ENTRY_SUPPORT, -1, 1}, false, 0},
                       believed_now = {{RAPPORT_ENTRY_BELIEVED_NOW, 0, 1e300}, true, 0},
                       believed_future = {{RAPPORT_ENTRY_BELIEVED_FUTURE, 0, 1e300}, true, 0};
    rapport__json_value at[KEYS], believed[TIMES];
    if (value == RAPPORT_NONE || !MEMBERS(a->r, value, keys, 0, at))
        return;
    rapport__each_party(a, at[NOW], read_weights, &now);
    rapport__each_party(a, at[FUTURE], read_weights, &future);
    rapport__each_party(a, at[SUPPORT], read_weights, &support);
    if (at[BELIEVED] == RAPPORT_NONE || !rapport__read_members(a->r, at[BELIEVED], keys, TIMES, 0, believed))
        return;
    rapport__each_party(a, believed[NOW], read_beliefs, &believed_now);
    rapport__each_party(a, believed[FUTURE], read_beliefs, &believed_future);
}

/* The criterion whose ratings say how much the parties want the vision. */
static void read_criterion(rapport__assessment_reading *a, rapport__json_value value)
{
    char words[RAPPORT__WORDS];
    uint32_t node;
    rapport_node found = {.struct_size = sizeof found};
    if (!rapport__is_type(a->r, value, RAPPORT__JSON_STRING))
        return;
    node = rapport_model_find(a->model, rapport__json_text(a->r->doc, value, NULL));
    if (node == RAPPORT_NONE || rapport_model_get_node(a->model, node, &found) || found.kind != RAPPORT_CRITERION)
        REPORT(a->r, RAPPORT_NOT_FOUND, value, "the model has no criterion ", rapport__words(a->r, value, words));
    else
        rapport__put_entry(a, value, RAPPORT_ENTRY_VISION_CRITERION, 0, 0, 0, node);
}

void rapport__read_shared_vision(rapport__assessment_reading *a, rapport__json_value value)
{
    enum { CRITERION, WANTED, AGREEMENT, VISION_KEYS };
    static const char *const vision_keys[VISION_KEYS] = {"criterion", "wanted", "agreement"};
    rapport__json_value at[VISION_KEYS];
    if (value == RAPPORT_NONE || !MEMBERS(a->r, value, vision_keys, 0, at))
        return;
    rapport__open_section(a, value, RAPPORT_SECTION_SHARED_VISION);
    if (at[CRITERION] != RAPPORT_NONE && (at[WANTED] != RAPPORT_NONE || at[AGREEMENT] != RAPPORT_NONE))
        REPORT(a->r, RAPPORT_BAD_DOCUMENT, at[CRITERION], "a criterion stands alone, without \"wanted\" and \"agreement\"");
    read_criterion(a, at[CRITERION]);
    rapport__read_column(a, at[WANTED], (rapport__column){RAPPORT_ENTRY_WANTED, 0, 100});
    rapport__read_column(a, at[AGREEMENT], (rapport__column){RAPPORT_ENTRY_WANTED_AGREEMENT, -1e300, 1});
}
