/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Candidates from their assessments. All is taken from the result as a host sees it: what is withheld there stays so here. */
#include <string.h>

#include "base/utf8.h"
#include "rapport/score.h"
#include "selection/candidates.h"

rapport_status rapport_candidates_add_file(rapport_candidates *candidates, const char *file, const char *id,
                                           rapport_error *error)
{
    rapport__source source = {NULL, NULL};
    uint32_t at = candidates->source_count;
    size_t length = file ? strlen(file) : 0;
    if (!file)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "/assessments", "the file is NULL");
    if (!length || length > 4096 || !rapport__utf8_valid(file, length, NULL))
        return FAIL(error, RAPPORT_BAD_VALUE, "/assessments", "the path of a file has 1 to 4096 bytes of UTF-8");
    if (id && !rapport__id_valid(id))
        return FAIL(error, RAPPORT_BAD_VALUE, "/assessments", "the id is none");
    if (at == RAPPORT_MAX_FILES)
        return FAIL(error, RAPPORT_LIMIT, "/assessments", "there may be 65536 assessments at the most");
    if (rapport__reserve(&candidates->arena.mem, &candidates->sources, &candidates->source_capacity, at + 1, sizeof source) ||
        !(source.file = rapport__arena_text(&candidates->arena, file, length)) ||
        (id && !(source.id = rapport__arena_text(&candidates->arena, id, strlen(id)))))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    candidates->sources[at] = source;
    candidates->source_count = at + 1;
    return RAPPORT_OK;
}

uint32_t rapport_candidates_count_files(const rapport_candidates *candidates)
{
    return candidates->source_count;
}

const char *rapport_candidates_file(const rapport_candidates *candidates, uint32_t file)
{
    return file < candidates->source_count ? candidates->sources[file].file : NULL;
}

const char *rapport_candidates_file_id(const rapport_candidates *candidates, uint32_t file)
{
    return file < candidates->source_count ? candidates->sources[file].id : NULL;
}

rapport_status rapport_candidates_set_level(rapport_candidates *candidates, uint32_t level, rapport_error *error)
{
    if (level > RAPPORT_MAX_DEPTH)
        return FAIL(error, RAPPORT_BAD_VALUE, "/level", "groups are 32 deep at the most");
    candidates->level = level;
    return RAPPORT_OK;
}

uint32_t rapport_candidates_level(const rapport_candidates *candidates)
{
    return candidates->level;
}

/* Whether a node is one of those that are compared at a level. */
static bool is_compared(const rapport_node *node, uint32_t level)
{
    if (!(node->share > 0) || node->depth == 0)
        return false;
    return node->kind == RAPPORT_CRITERION ? !level || node->depth <= level : node->depth == level;
}

static rapport_status make_criteria(rapport_candidates *candidates, const rapport_model *model, uint32_t level,
                                    rapport_error *error)
{
    const char *fingerprint = rapport_model_fingerprint(model);
    rapport_status status = RAPPORT_OK;
    for (uint32_t n = 0; n < rapport_model_count_nodes(model) && !status; n++) {
        rapport_node node = {.struct_size = sizeof node};
        rapport_candidates_criterion about = {.struct_size = sizeof about, .has = RAPPORT_HAS_BOUNDS, .highest = 100};
        const char *id = rapport_model_part_id(model, RAPPORT_OF_NODE, n, 0);
        (void)rapport_model_get_node(model, n, &node);
        if (!is_compared(&node, level))
            continue;
        about.weight = node.share < 1e-12 ? 1e-12 : node.share;
        status = rapport_candidates_add_criterion(candidates, id, &about, NULL, error);
    }
    if (!status && !(candidates->fingerprint = rapport__arena_text(&candidates->arena, fingerprint, strlen(fingerprint))))
        status = rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    candidates->level = level;
    return status;
}

/* As if there had been no first candidate. */
static void drop_criteria(rapport_candidates *candidates)
{
    rapport__index_clear(&candidates->criterion_index, &candidates->arena.mem);
    candidates->criterion_count = 0;
    candidates->fingerprint = NULL;
}

static rapport_status check_model(rapport_candidates *candidates, const char *id, const rapport_model *model, uint32_t level,
                                  rapport_error *error)
{
    if (!candidates->fingerprint && candidates->criterion_count)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "/criteria", "the matrix has criteria of its own");
    if (!candidates->fingerprint)
        return make_criteria(candidates, model, level, error);
    if (candidates->level != level)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "/level", "the level is another one than before");
    if (strcmp(candidates->fingerprint, rapport_model_fingerprint(model)) != 0)
        return FAIL(error, RAPPORT_BAD_VALUE, "/assessments", "candidate \"", id,
                    "\" is assessed under another model, version or overlay than the ones before");
    return RAPPORT_OK;
}

/* The gates that knock out, one after the other; "" if there are none. */
static void find_breaches(const rapport_result *result, const rapport_model *model, char *out, size_t size)
{
    *out = '\0';
    for (uint32_t g = 0; g < rapport_model_count_gates(model); g++) {
        rapport_gate gate = {.struct_size = sizeof gate};
        rapport_gate_result found = {.struct_size = sizeof found};
        (void)rapport_model_get_gate(model, g, &gate);
        (void)rapport_result_get_gate(result, g, &found);
        if (gate.effect != RAPPORT_FAIL || found.state != RAPPORT_GATE_BREACHED)
            continue;
        rapport__append(out, size, *out ? ", " : "");
        rapport__append(out, size, rapport_model_part_id(model, RAPPORT_OF_GATE, g, 0));
    }
}

static rapport_status set_values(rapport_candidates *candidates, uint32_t at, const rapport_result *result,
                                 const rapport_model *model, rapport_error *error)
{
    rapport_status status = RAPPORT_OK;
    for (uint32_t j = 0; j < candidates->criterion_count && !status; j++) {
        rapport_cell cell = {.struct_size = sizeof cell};
        (void)rapport_result_get_cell(result, RAPPORT_JOINT, rapport_model_find(model, candidates->criterion_ids[j]), &cell);
        if (cell.status == RAPPORT_CELL_OK)
            status = rapport_candidates_set_value(candidates, at, j, cell.score, cell.score, error);
        else if (cell.status == RAPPORT_CELL_INCOMPLETE || cell.status == RAPPORT_CELL_MISSING)
            status = rapport_candidates_set_value(candidates, at, j, cell.lower, cell.upper, error);
    }
    return status;
}

rapport_status rapport_candidates_add_result(rapport_candidates *candidates, const char *id, const rapport_result *result,
                                             uint32_t level, rapport_error *error)
{
    const rapport_assessment *assessment = result ? rapport_result_assessment(result) : NULL;
    const rapport_model *model = assessment ? rapport_assessment_model(assessment) : NULL;
    char reason[256];
    const char *copy = NULL;
    rapport_status status;
    uint32_t at, level_before = candidates->level;
    bool first = !candidates->criterion_count;
    if (!id || !model)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "/assessments", "the id is NULL, or nothing is computed");
    if (level > RAPPORT_MAX_DEPTH)
        return FAIL(error, RAPPORT_BAD_VALUE, "/level", "groups are 32 deep at the most");
    find_breaches(result, model, reason, sizeof reason);
    status = check_model(candidates, id, model, level, error);
    if (!status && *reason && !(copy = rapport__arena_text(&candidates->arena, reason, strlen(reason))))
        status = rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    if (!status)
        status = rapport_candidates_add_candidate(candidates, id, &at, error);
    if (status) {
        if (first)
            drop_criteria(candidates);
        candidates->level = level_before;
        return status;
    }
    candidates->rows[at].excluded = copy;
    return set_values(candidates, at, result, model, error); /* joint values are within 0..100: it does not fail */
}
