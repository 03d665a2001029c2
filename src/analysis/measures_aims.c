/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* What the parties want, today and tomorrow, and what they believe of each other. */
#include "analysis/measures.h"
#include "rapport/aim.h"

/* The measures and tables of one time. */
typedef struct at_time {
    int32_t stated_section, believed_section, stated, believed;
    int32_t alignment, overlap, transparency, known, furthest, least_known;
} at_time;

static const at_time times[] = {
    {RAPPORT_SECTION_AIMS_NOW, RAPPORT_SECTION_BELIEVED_NOW, RAPPORT_ENTRY_AIM_NOW, RAPPORT_ENTRY_BELIEVED_NOW,
     RAPPORT_MEASURE_ALIGNMENT_NOW, RAPPORT_MEASURE_OVERLAP_NOW, RAPPORT_MEASURE_TRANSPARENCY_NOW, RAPPORT_MEASURE_KNOWN_NOW,
     RAPPORT_MENTION_FURTHEST_NOW, RAPPORT_MENTION_LEAST_KNOWN_NOW},
    {RAPPORT_SECTION_AIMS_FUTURE, RAPPORT_SECTION_BELIEVED_FUTURE, RAPPORT_ENTRY_AIM_FUTURE, RAPPORT_ENTRY_BELIEVED_FUTURE,
     RAPPORT_MEASURE_ALIGNMENT_FUTURE, RAPPORT_MEASURE_OVERLAP_FUTURE, RAPPORT_MEASURE_TRANSPARENCY_FUTURE,
     RAPPORT_MEASURE_KNOWN_FUTURE, RAPPORT_MENTION_FURTHEST_FUTURE, RAPPORT_MENTION_LEAST_KNOWN_FUTURE}};

/* Rows of a table, one after the other; what is left out counts 0. */
static double *rows_of(rapport_result *result, int32_t table, uint32_t aims)
{
    double *rows = rapport__lend(result, (size_t)result->party_count * aims);
    for (uint32_t p = 0; p < result->party_count; p++)
        for (uint32_t i = 0; i < aims; i++)
            rows[(size_t)p * aims + i] = rapport__entry(result->assessment, table, p, i, 0);
    return rows;
}

static double *beliefs_of(rapport_result *result, int32_t table, uint32_t aims)
{
    uint32_t parties = result->party_count;
    double *rows = rapport__lend(result, (size_t)parties * parties * aims);
    for (uint32_t a = 0; a < parties; a++)
        for (uint32_t b = 0; b < parties; b++)
            for (uint32_t i = 0; i < aims; i++)
                rows[((size_t)a * parties + b) * aims + i] =
                    rapport__entry(result->assessment, table, a * RAPPORT_MAX_PARTIES + b, i, 0);
    return rows;
}

static void give_mean(rapport_result *result, int32_t measure, int32_t mention, rapport_status status,
                      const rapport_alignment *found)
{
    if (status) {
        rapport__miss(result, measure, measure,
                      result->party_count < 2 ? RAPPORT_WHY_ONE_PARTY
                                              : rapport__why(status, RAPPORT_WHY_INCOMPLETE, RAPPORT_WHY_OUT_OF_RANGE));
        return;
    }
    rapport__give(result, measure, found->mean);
    if (found->pairs > 1) { /* of one pair it is not worth saying that it is the lowest */
        rapport__mention(result, mention, found->one);
        rapport__mention(result, mention, found->other);
    }
}

static void give_overlap(rapport_result *result, int32_t measure, uint32_t a, uint32_t b, const double *p, const double *q,
                         uint32_t aims)
{
    double overlap;
    rapport_status status = rapport_aim_overlap_compute(p, q, aims, &overlap);
    if (status)
        rapport__miss_of(result, measure, a, b, rapport__why(status, RAPPORT_WHY_INCOMPLETE, RAPPORT_WHY_OUT_OF_RANGE));
    else
        rapport__give_to(result, measure, a, b, overlap);
}

static void measure_time(rapport_result *result, const at_time *time)
{
    const rapport_assessment *assessment = result->assessment;
    uint32_t parties = result->party_count, aims = rapport_ledger_count_items(assessment, RAPPORT_LIST_AIMS);
    double *stated, *believed;
    rapport_alignment found = {.struct_size = sizeof found};
    rapport_status status;
    rapport__lend_all(result);
    stated = rows_of(result, time->stated, aims);
    if (rapport__has_section(assessment, time->stated_section)) {
        status = rapport_aim_alignment_compute(stated, parties, aims, &found);
        give_mean(result, time->alignment, time->furthest, status, &found);
        for (uint32_t a = 0; a < parties; a++)
            for (uint32_t b = a + 1; b < parties; b++)
                give_overlap(result, time->overlap, a, b, stated + (size_t)a * aims, stated + (size_t)b * aims, aims);
    }
    if (rapport__has_section(assessment, time->believed_section)) {
        believed = beliefs_of(result, time->believed, aims);
        status = rapport_aim_transparency_compute(believed, stated, parties, aims, &found);
        give_mean(result, time->transparency, time->least_known, status, &found);
        for (uint32_t i = 0; i < parties * parties; i++)
            if (i / parties != i % parties)
                give_overlap(result, time->known, i / parties, i % parties, believed + (size_t)i * aims,
                             stated + (size_t)(i % parties) * aims, aims);
    }
}

void rapport__measure_aims(rapport_result *result)
{
    rapport__measured *m = &result->measured;
    uint32_t aims = rapport_ledger_count_items(result->assessment, RAPPORT_LIST_AIMS), count = 0;
    measure_time(result, &times[0]);
    measure_time(result, &times[1]);
    if (!rapport__has_section(result->assessment, RAPPORT_SECTION_SUPPORT))
        return;
    rapport__lend_all(result);
    if (!rapport_aim_conflict_compute(rows_of(result, RAPPORT_ENTRY_SUPPORT, aims), result->party_count, aims,
                                      m->names + m->name_at[RAPPORT_MENTION_OPPOSED], aims, &count))
        m->name_count[RAPPORT_MENTION_OPPOSED] = count;
}
