/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */

/* A host that has its own records: a criteria model built by calls, answers out of its tables, results in its own format.
 * No JSON anywhere. */
#include <rapport/rapport.h>
#include <stdio.h>

/* ---- What the host keeps, as hosts do. ---- */

static const struct company {
    const char *key, *name;
    double gain, cost, alternative; /* thousands of euros a year */
} companies[] = {{"polarstern", "Polarstern Kältetechnik", 640, 210, 300}, {"ledova", "Ledová Doprava", 505, 260, 180}};

static const struct topic {
    const char *group, *group_title, *key, *title;
    double weight;
    int32_t together;
} topics[] = {
    {"gain", "What it brings", "fair-split", "Fair split of gains", 3, RAPPORT_MIN},
    {"gain", "What it brings", "new-business", "New business won together", 2, RAPPORT_MEAN},
    {"ways", "How we work", "reliance", "Reliance on each other", 3, RAPPORT_MIN},
    {"ways", "How we work", "straight-talk", "Straight talk", 2, RAPPORT_MEAN},
    {"ways", "How we work", "quick-decisions", "Quick decisions", 1, RAPPORT_MEAN},
};

enum { SKIPPED = 0, DO_NOT_KNOW = -1, DOES_NOT_APPLY = -2 };

static const struct vote {
    int company;
    const char *who;
    int grades[5]; /* one a topic, 1..5 */
} votes[] = {
    {0, "kraft", {4, 4, 4, 3, 4}},
    {0, "oezdemir", {3, 4, 3, 4, 3}},
    {0, "lindqvist", {4, DOES_NOT_APPLY, 4, 3, 3}},
    {1, "dvorak", {2, 4, 4, 4, DO_NOT_KNOW}},
    {1, "novakova", {2, 3, 3, 3, SKIPPED}},
};

static const double punctual = 95.5; /* per cent of deliveries, from the warehouse system */

enum { COMPANIES = 2, TOPICS = sizeof topics / sizeof *topics, VOTES = sizeof votes / sizeof *votes };

#define TRY(call)                                                                                                              \
    do {                                                                                                                       \
        rapport_status status_ = (call);                                                                                       \
        if (status_)                                                                                                           \
            return status_;                                                                                                    \
    } while (0)

/* ---- The model. ---- */

//! [model]
static rapport_status add_topics(rapport_draft *draft, rapport_error *error)
{
    uint32_t grades, group = RAPPORT_ROOT, node;
    TRY(rapport_draft_add_levels(draft, "grades", 5, 0, &grades, error));
    for (int i = 0; i < TOPICS; i++) {
        const struct topic *topic = &topics[i];
        if (i == 0 || topic->group != topics[i - 1].group) {
            TRY(rapport_draft_add_group(draft, RAPPORT_ROOT, topic->group, 2, &group, error));
            TRY(rapport_draft_set_label(draft, RAPPORT_OF_NODE, group, 0, RAPPORT_TITLE, NULL, topic->group_title, -1, error));
        }
        TRY(rapport_draft_add_criterion(draft, group, topic->key, topic->weight, grades, &node, error));
        TRY(rapport_draft_set_together(draft, node, topic->together, error));
        TRY(rapport_draft_set_label(draft, RAPPORT_OF_NODE, node, 0, RAPPORT_TITLE, NULL, topic->title, -1, error));
        if (topic->together == RAPPORT_MIN) /* what needs both sides may not be bought off by the rest */
            TRY(rapport_draft_add_gate(draft, topic->key, node, RAPPORT_ANY_VIEW, 37.5, RAPPORT_CAP, 54, NULL, error));
    }
    return RAPPORT_OK;
}

static rapport_status add_the_rest(rapport_draft *draft, rapport_error *error)
{
    static const double percent[] = {80, 95, 100}, points[] = {0, 80, 100};
    uint32_t scale, node, band;
    TRY(rapport_draft_add_points(draft, "punctuality", percent, points, 3, &scale, error));
    TRY(rapport_draft_add_criterion(draft, RAPPORT_ROOT, "punctual", 1, scale, &node, error));
    TRY(rapport_draft_set_label(draft, RAPPORT_OF_NODE, node, 0, RAPPORT_TITLE, NULL, "Punctual deliveries", -1, error));
    TRY(rapport_draft_add_measure_gate(draft, "somebody-loses", RAPPORT_NET_BENEFIT, RAPPORT_ANY_VIEW, 0, 0, RAPPORT_FAIL, 0,
                                       NULL, error));
    TRY(rapport_draft_add_band(draft, "mend", 0, NULL, error));
    TRY(rapport_draft_add_band(draft, "keep", 50, NULL, error));
    TRY(rapport_draft_add_band(draft, "extend", 75, &band, error));
    return rapport_draft_add_demand(draft, band, RAPPORT_WEAKEST_PARTY, 60, error);
}

static rapport_status build_model(rapport_model **out, rapport_error *error)
{
    rapport_draft *draft;
    TRY(rapport_draft_create("house-rules", "2026", NULL, &draft, error));
    rapport_status status = add_topics(draft, error);
    if (!status)
        status = add_the_rest(draft, error);
    if (!status)
        status = rapport_draft_build(draft, out, error);
    rapport_draft_destroy(draft);
    return status;
}
//! [model]

/* ---- The answers. ---- */

//! [answers]
static rapport_status add_vote(rapport_assessment *review, const struct vote *vote, rapport_error *error)
{
    const rapport_model *model = rapport_assessment_model(review);
    uint32_t rater;
    TRY(rapport_assessment_add_rater(review, (uint32_t)vote->company, vote->who, 1, &rater, error));
    for (int i = 0; i < TOPICS; i++) {
        uint32_t node = rapport_model_find(model, topics[i].key);
        int grade = vote->grades[i];
        if (grade > 0)
            TRY(rapport_assessment_set_level(review, rater, node, (uint32_t)grade, error));
        else if (grade != SKIPPED)
            TRY(rapport_assessment_set_state(review, rater, node,
                                             grade == DO_NOT_KNOW ? RAPPORT_DONT_KNOW : RAPPORT_NOT_APPLICABLE, error));
    }
    return RAPPORT_OK;
}

static rapport_status fill(rapport_assessment *review, rapport_error *error)
{
    uint32_t party;
    for (int i = 0; i < COMPANIES; i++) {
        TRY(rapport_assessment_add_party(review, companies[i].key, 1, RAPPORT_VOICE_RATERS, &party, error));
        TRY(rapport_assessment_set_title(review, party, NULL, companies[i].name, -1, error));
        TRY(rapport_assessment_set_amount(review, RAPPORT_BENEFITS, party, companies[i].gain, error));
        TRY(rapport_assessment_set_amount(review, RAPPORT_BURDENS, party, companies[i].cost, error));
        TRY(rapport_assessment_set_amount(review, RAPPORT_ALTERNATIVES, party, companies[i].alternative, error));
    }
    for (int i = 0; i < VOTES; i++)
        TRY(add_vote(review, &votes[i], error));
    return rapport_assessment_set_number(review, RAPPORT_FACT, rapport_model_find(rapport_assessment_model(review), "punctual"),
                                         punctual, error);
}
//! [answers]

/* ---- The host's own page. ---- */

static const char *name_of(const rapport_result *result, int32_t part, uint32_t index)
{
    const rapport_model *model = rapport_assessment_model(rapport_result_assessment(result));
    return rapport_model_label(model, part, index, 0, RAPPORT_TITLE, NULL);
}

//! [results]
static void print_outcome(const rapport_result *result)
{
    rapport_outcome outcome = {.struct_size = sizeof outcome};
    rapport_cell cell = {.struct_size = sizeof cell};
    rapport_result_get_outcome(result, &outcome);
    rapport_result_get_cell(result, RAPPORT_JOINT, RAPPORT_ROOT, &cell);
    printf("Verdict: %s at %.1f of 100 (%.1f before gates; between %.1f and %.1f; %.0f%% answered)\n",
           name_of(result, RAPPORT_OF_BAND, outcome.band), outcome.gated, outcome.score, cell.lower, cell.upper,
           100 * cell.coverage);
    for (uint32_t party = 0; party < COMPANIES; party++) {
        double score, net;
        if (!rapport_result_get_score(result, party, RAPPORT_ROOT, &score) &&
            !rapport_result_get_measure(result, RAPPORT_NET_BENEFIT, party, &net))
            printf("  %s says %.1f and is better off by %.0f kEUR\n", companies[party].name, score, net);
    }
}

static void print_gates(const rapport_result *result, uint32_t count)
{
    static const char *const states[] = {"passed", "passed narrowly", "BREACHED", "undecided", "does not apply"};
    for (uint32_t i = 0; i < count; i++) {
        rapport_gate_result gate = {.struct_size = sizeof gate};
        if (!rapport_result_get_gate(result, i, &gate))
            printf("Gate %-15s %s%s\n", name_of(result, RAPPORT_OF_GATE, i), states[gate.state],
                   gate.binding ? ", and holds the score down" : "");
    }
}

static void print_criterion(const rapport_result *result, uint32_t node)
{
    rapport_finding finding = {.struct_size = sizeof finding};
    rapport_perception seen = {.struct_size = sizeof seen};
    double joint;
    if (rapport_result_get_score(result, RAPPORT_JOINT, node, &joint) || rapport_result_get_finding(result, node, &finding))
        return;
    printf("  %-26s %5.1f  gives %5.2f  short by %4.1f", name_of(result, RAPPORT_OF_NODE, node), joint, finding.contribution,
           finding.gap);
    if (!rapport_result_get_perception(result, 0, node, &seen))
        printf("  seen %+5.1f apart%s", seen.gap, seen.notable ? " (!)" : "");
    printf("\n");
}

static void print_lifts(const rapport_result *result)
{
    for (uint32_t i = 0; i < 3; i++) {
        uint32_t node = rapport_result_priority(result, i);
        rapport_finding finding = {.struct_size = sizeof finding};
        if (node != RAPPORT_NONE && !rapport_result_get_finding(result, node, &finding))
            printf("%s: to %.0f would lift the whole by %.1f\n", name_of(result, RAPPORT_OF_NODE, node), finding.target,
                   finding.lift);
    }
}
//! [results]

static void print_page(const rapport_result *result)
{
    const rapport_model *model = rapport_assessment_model(rapport_result_assessment(result));
    rapport_node node = {.struct_size = sizeof node};
    print_outcome(result);
    print_gates(result, rapport_model_count_gates(model));
    printf("Criteria\n");
    for (uint32_t i = 1; i < rapport_model_count_nodes(model); i++)
        if (!rapport_model_get_node(model, i, &node) && node.kind == RAPPORT_CRITERION)
            print_criterion(result, i);
    printf("What would help most\n");
    print_lifts(result);
}

int main(void)
{
    rapport_model *model = NULL;
    rapport_assessment *review = NULL;
    rapport_result *result = NULL;
    rapport_error error = {0};

    int failed = build_model(&model, &error) ||
                 rapport_assessment_create(model, "2026", "Polarstern and Ledová", "2026-10-01", NULL, &review, &error) ||
                 fill(review, &error) || rapport_result_create(NULL, &result) || rapport_result_compute(result, review, &error);
    if (failed)
        fprintf(stderr, "%s: %s\n", error.path, error.message);
    else
        print_page(result);

    rapport_result_destroy(result);
    rapport_assessment_destroy(review);
    rapport_model_destroy(model);
    return failed;
}
