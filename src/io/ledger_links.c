/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The sections of the value chain, of topics and of trust. */
#include "io/ledger_read.h"

#include "base/error.h"

enum { ID, TITLE, WEIGHT, OWN, OWNER };

static void read_stage(rapport__assessment_reading *a, const rapport__json_value *at, uint32_t stage, void *context)
{
    (void)context;
    rapport__read_title(a, at[TITLE], RAPPORT_LIST_STAGES, stage);
    rapport__read_entry(a, at[WEIGHT], (rapport__column){RAPPORT_ENTRY_STAGE_WEIGHT, 0, 1e300}, stage, 0);
    rapport__read_flag(a, at[OWN], RAPPORT_ENTRY_JOINT, stage, 0);
    if (rapport__is_type(a->r, at[OWNER], RAPPORT__JSON_STRING) &&
        !rapport__names_find(&a->parties, rapport__json_text(a->r->doc, at[OWNER], NULL)))
        rapport__report_unknown(a->r, &a->parties, at[OWNER], false, "party");
}

void rapport__read_value_chain(rapport__assessment_reading *a, rapport__json_value value)
{
    static const char *const keys[] = {"id", "title", "weight", "joint", "owner"};
    static const rapport__listing listing = {RAPPORT_LIST_STAGES, keys, 5, 1, read_stage, NULL};
    rapport__names stages = {0};
    rapport__open_section(a, value, RAPPORT_SECTION_VALUE_CHAIN);
    rapport__read_listing(a, value, &listing, &stages);
    rapport__names_free(&stages, &a->r->mem);
}

static void read_topic(rapport__assessment_reading *a, const rapport__json_value *at, uint32_t topic, void *context)
{
    (void)context;
    rapport__read_title(a, at[TITLE], RAPPORT_LIST_TOPICS, topic);
    rapport__read_entry(a, at[WEIGHT], (rapport__column){RAPPORT_ENTRY_TOPIC_WEIGHT, 0, 1e300}, topic, 0);
    rapport__read_flag(a, at[OWN], RAPPORT_ENTRY_ABOUT_PRICE, topic, 0);
}

void rapport__read_topics(rapport__assessment_reading *a, rapport__json_value value)
{
    static const char *const keys[] = {"id", "title", "weight", "price"};
    static const rapport__listing listing = {RAPPORT_LIST_TOPICS, keys, 4, 1, read_topic, NULL};
    rapport__names topics = {0};
    rapport__open_section(a, value, RAPPORT_SECTION_PRICE);
    rapport__read_listing(a, value, &listing, &topics);
    rapport__names_free(&topics, &a->r->mem);
}

static void read_trust_in(rapport__assessment_reading *a, rapport__json_value member, uint32_t trusted, const void *context)
{
    const uint32_t *trusting = context;
    rapport__read_entry(a, member, (rapport__column){RAPPORT_ENTRY_TRUST, 0, 100}, *trusting, trusted);
}

static void read_trust_of(rapport__assessment_reading *a, rapport__json_value member, uint32_t trusting, const void *context)
{
    (void)context;
    rapport__each_party(a, member, read_trust_in, &trusting);
}

void rapport__read_network(rapport__assessment_reading *a, rapport__json_value value)
{
    static const char *const keys[] = {"trust", "cut"};
    rapport__json_value at[2];
    if (value == RAPPORT_NONE || !MEMBERS(a->r, value, keys, 1, at))
        return;
    rapport__open_section(a, value, RAPPORT_SECTION_NETWORK);
    rapport__each_party(a, at[0], read_trust_of, NULL);
    rapport__read_entry(a, at[1], (rapport__column){RAPPORT_ENTRY_TRUST_CUT, 0, 100}, 0, 0);
}
