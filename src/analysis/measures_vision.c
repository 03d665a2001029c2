/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* How far a vision is shared, how bold it is, how far ahead the parties plan; and vision, leadership and strategy together. */
#include "analysis/measures.h"
#include "rapport/agreement.h"
#include "rapport/aim.h"

/* Memory for the few bytes that r_wg of one unit takes. */
typedef struct pouch {
    double bytes[32];
    uint32_t used; /* of `bytes` */
} pouch;

static void *pouch_alloc(void *user, uint64_t size)
{
    pouch *p = user;
    uint64_t count = (size + sizeof *p->bytes - 1) / sizeof *p->bytes;
    void *block = p->bytes + p->used;
    if (count > sizeof p->bytes / sizeof *p->bytes - p->used)
        return NULL;
    p->used += (uint32_t)count;
    return block;
}

static void *pouch_realloc(void *user, void *block, uint64_t size)
{
    (void)block;
    (void)user;
    (void)size;
    return NULL;
}

static void pouch_free(void *user, void *block)
{
    (void)user;
    (void)block;
}

/* The answers of a party's raters to a criterion, where r_wg can take them: levels and yes or no as they are, else points. */
static uint32_t answers_of(const rapport_result *result, uint32_t party, uint32_t node, int32_t kind, double *out)
{
    const rapport_assessment *assessment = result->assessment;
    uint32_t count = 0;
    for (uint32_t r = assessment->parties[party].first_rater; r != RAPPORT_NONE; r = assessment->raters[r].next) {
        const rapport__page *page = rapport__page_of(assessment->raters[r].row, node);
        uint32_t at = node % RAPPORT__PAGE;
        if (page && page->state[at] == RAPPORT_ANSWERED)
            out[count++] = kind == RAPPORT_LEVELS || kind == RAPPORT_YESNO ? page->value[at] : page->points[at];
    }
    return count;
}

/* r_wg of a party's ratings; 1 where it speaks as one. */
static double agreement_of(rapport_result *result, uint32_t party, uint32_t node)
{
    const rapport__content *content = &result->model->content;
    const rapport__scale *scale = &content->scales[content->nodes[node].scale];
    pouch few = {.used = 0};
    rapport_allocator memory = {pouch_alloc, pouch_realloc, pouch_free, &few};
    rapport_agreement_options options = {.struct_size = sizeof options};
    rapport_agreement found = {.struct_size = sizeof found};
    double *answers;
    uint32_t count;
    rapport__lend_all(result);
    answers = rapport__lend(result, result->assessment->rater_count);
    count = answers_of(result, party, node, scale->kind, answers);
    if (result->assessment->parties[party].voice == RAPPORT_VOICE_ONE || count < 2)
        return 1;
    options.options = scale->kind == RAPPORT_LEVELS ? scale->step_count : scale->kind == RAPPORT_YESNO ? 2 : 0;
    options.highest = options.options ? 0 : 100;
    if (rapport_agreement_compute(RAPPORT_RWG, answers, NULL, count, 1, &options, &memory, &found, NULL) || !found.has_value)
        return 0;
    return found.value;
}

/* Means and agreements from the ratings of a criterion; if not, the reason. */
static int32_t from_criterion(rapport_result *result, uint32_t node, double *means, double *agreements)
{
    for (uint32_t p = 0; p < result->party_count; p++) {
        const rapport__cell *cell = &rapport__view(result, p)[node];
        if (cell->withheld)
            return RAPPORT_WHY_WITHHELD;
        if (!rapport__has_score(cell))
            return RAPPORT_WHY_UNANSWERED;
        means[p] = cell->score;
        agreements[p] = agreement_of(result, p, node);
    }
    return RAPPORT_WHY_NONE;
}

static void measure_shared(rapport_result *result)
{
    double means[RAPPORT_MAX_PARTIES], agreements[RAPPORT_MAX_PARTIES], node;
    rapport_shared_vision found = {.struct_size = sizeof found};
    int32_t reason = RAPPORT_WHY_NONE;
    if (rapport__find_entry(result->assessment, RAPPORT_ENTRY_VISION_CRITERION, 0, 0, &node)) {
        reason = from_criterion(result, (uint32_t)node, means, agreements);
    } else if (!rapport__party_column(result, RAPPORT_ENTRY_WANTED, means)) {
        reason = RAPPORT_WHY_INCOMPLETE;
    } else {
        for (uint32_t p = 0; p < result->party_count; p++)
            agreements[p] = rapport__entry(result->assessment, RAPPORT_ENTRY_WANTED_AGREEMENT, 0, p, 1);
    }
    if (!reason && rapport_shared_vision_compute(means, agreements, result->party_count, &found))
        reason = RAPPORT_WHY_ONE_PARTY;
    if (reason) {
        rapport__miss(result, RAPPORT_MEASURE_SHARED_VISION, RAPPORT_MEASURE_SHARED_VISION, reason);
        return;
    }
    rapport__give(result, RAPPORT_MEASURE_SHARED_VISION, found.value);
    rapport__mention(result, RAPPORT_MENTION_SHARES_LEAST, found.weakest_party);
}

static void measure_boldness(rapport_result *result)
{
    double today, asked, feasible, boldness;
    int32_t reason = RAPPORT_WHY_INCOMPLETE;
    if (rapport__find_entry(result->assessment, RAPPORT_ENTRY_TODAY, 0, 0, &today) &&
        rapport__find_entry(result->assessment, RAPPORT_ENTRY_ASKED, 0, 0, &asked) &&
        rapport__find_entry(result->assessment, RAPPORT_ENTRY_FEASIBLE, 0, 0, &feasible))
        reason = rapport_boldness_compute(today, asked, feasible, &boldness) ? RAPPORT_WHY_NOT_FEASIBLE : RAPPORT_WHY_NONE;
    if (reason)
        rapport__miss(result, RAPPORT_MEASURE_BOLDNESS, RAPPORT_MEASURE_BOLDNESS, reason);
    else
        rapport__give(result, RAPPORT_MEASURE_BOLDNESS, boldness);
}

static void measure_horizons(rapport_result *result)
{
    double horizons[RAPPORT_MAX_PARTIES], overlap;
    int32_t reason = result->party_count < 2 ? RAPPORT_WHY_ONE_PARTY : RAPPORT_WHY_INCOMPLETE;
    if (result->party_count > 1 && rapport__party_column(result, RAPPORT_ENTRY_HORIZON, horizons))
        reason = rapport_horizon_overlap_compute(horizons, result->party_count, &overlap) ? RAPPORT_WHY_ZERO : RAPPORT_WHY_NONE;
    if (reason)
        rapport__miss(result, RAPPORT_MEASURE_HORIZON_OVERLAP, RAPPORT_MEASURE_HORIZON_OVERLAP, reason);
    else
        rapport__give(result, RAPPORT_MEASURE_HORIZON_OVERLAP, overlap);
}

void rapport__measure_vision(rapport_result *result)
{
    if (rapport__has_section(result->assessment, RAPPORT_SECTION_SHARED_VISION))
        measure_shared(result);
    if (rapport__has_section(result->assessment, RAPPORT_SECTION_BOLDNESS))
        measure_boldness(result);
    if (rapport__has_section(result->assessment, RAPPORT_SECTION_HORIZONS))
        measure_horizons(result);
}

bool rapport__find_triad(const rapport_model *model, uint32_t nodes[3])
{
    static const char *const ids[] = {"vision", "leadership", "strategy"};
    for (uint32_t i = 0; i < 3; i++) {
        nodes[i] = rapport_model_find(model, ids[i]);
        if (nodes[i] == RAPPORT_NONE || model->content.nodes[nodes[i]].kind != RAPPORT_GROUP)
            return false;
    }
    return true;
}

/* The points of the three, from the section or from the joint view; if not, the reason. */
static int32_t points_of(const rapport_result *result, double points[3])
{
    uint32_t nodes[3];
    bool given = rapport__has_section(result->assessment, RAPPORT_SECTION_TRIAD);
    if (!given && !rapport__find_triad(result->model, nodes))
        return RAPPORT_WHY_NOT_THERE;
    for (int32_t i = 0; i < 3; i++) {
        const rapport__cell *cell = given ? NULL : &rapport__joint(result)[nodes[i]];
        if (given && !rapport__find_entry(result->assessment, RAPPORT_ENTRY_VISION + i, 0, 0, &points[i]))
            return RAPPORT_WHY_INCOMPLETE;
        if (cell && cell->withheld)
            return RAPPORT_WHY_WITHHELD;
        if (cell && !rapport__has_score(cell))
            return RAPPORT_WHY_UNANSWERED;
        if (cell)
            points[i] = cell->score;
    }
    return RAPPORT_WHY_NONE;
}

void rapport__measure_triad(rapport_result *result)
{
    double points[3];
    rapport_triad found = {.struct_size = sizeof found};
    int32_t reason = points_of(result, points);
    if (reason == RAPPORT_WHY_NOT_THERE)
        return;
    if (reason) {
        rapport__miss(result, RAPPORT_MEASURE_TRIAD, RAPPORT_MEASURE_EVENNESS, reason);
        return;
    }
    (void)rapport_triad_compute(points[0], points[1], points[2], &found); /* points are 0..100 */
    rapport__give(result, RAPPORT_MEASURE_TRIAD, found.score);
    rapport__give(result, RAPPORT_MEASURE_TRIAD_LOWEST, found.lowest);
    rapport__give(result, RAPPORT_MEASURE_HARMONY, found.harmony);
    rapport__give(result, RAPPORT_MEASURE_EVENNESS, found.evenness);
    rapport__mention(result, RAPPORT_MENTION_BOTTLENECK, (uint32_t)found.bottleneck);
    result->measured.patterns |= found.patterns;
}
