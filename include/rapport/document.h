/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_DOCUMENT_H
#define RAPPORT_DOCUMENT_H
/**
 * @file
 * @brief Reading models, assessments, measures, actions, ratings, candidates, judgements and scorecards from JSON, and the
 * built-in models.
 */
#include "rapport/agreement.h"
#include "rapport/assessment.h"
#include "rapport/candidates.h"
#include "rapport/judgement.h"
#include "rapport/plan.h"
#include "rapport/scorecard.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @defgroup document Documents
 * The JSON documents `rapport-model/1`, `rapport-assessment/1` and the others of docs/formats.md, read strictly: unknown and
 * duplicate keys, wrong types, ranges and references are errors that name line, column and path. Nothing is read from files:
 * the host hands over the text.
 * @{
 */

/**
 * Number of built-in models.
 * @return how many.
 */
RAPPORT_API uint32_t rapport_builtin_count(void);

/**
 * Name of a built-in model.
 * @param[in] index from 0, in alphabetical order.
 * @return static text; NULL if there is no such model.
 */
RAPPORT_API const char *rapport_builtin_name(uint32_t index);

/**
 * The JSON text of a built-in model.
 * @param[in] name of the model.
 * @param[out] length bytes; may be NULL.
 * @return static, NUL-terminated text; NULL if there is no such model.
 */
RAPPORT_API const char *rapport_builtin_text(const char *name, int64_t *length);

/**
 * Makes a built-in model.
 * @param[in] name "best-partner", "forged-partnership" or "own-readiness".
 * @param[in] allocator memory functions; NULL for libc.
 * @param[out] out the model, owned by the caller.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK `*out` is the model.
 * @retval RAPPORT_NOT_FOUND there is no such model; the message names the nearest.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_model_load_builtin(const char *name, const rapport_allocator *allocator, rapport_model **out,
                                                      rapport_error *error);

/**
 * Reads a model from a `rapport-model/1` document.
 * @param[in] json UTF-8.
 * @param[in] length bytes, or -1.
 * @param[in] allocator memory functions; NULL for libc.
 * @param[out] out the model, owned by the caller.
 * @param[out] error the first problem, with position and path; may be NULL.
 * @retval RAPPORT_OK `*out` is the model.
 * @retval RAPPORT_BAD_SYNTAX the text is not JSON.
 * @retval RAPPORT_BAD_DOCUMENT a key is unknown or missing, or has a value of the wrong type.
 * @retval RAPPORT_BAD_VALUE a value is out of range or contradicts another one.
 * @retval RAPPORT_DUPLICATE a key or id is there twice.
 * @retval RAPPORT_NOT_FOUND something refers to an id that is not there.
 * @retval RAPPORT_LIMIT a maximum is passed.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 * @par Cost
 * O(n log n) for n bytes.
 */
RAPPORT_API rapport_status rapport_model_read(const char *json, int64_t length, const rapport_allocator *allocator,
                                              rapport_model **out, rapport_error *error);

/**
 * Reports every problem of a `rapport-model/1` document, in the order of the document.
 * @param[in] json UTF-8.
 * @param[in] length bytes, or -1.
 * @param[in] allocator memory functions; NULL for libc.
 * @param[out] problems room for `capacity` errors; may be NULL if that is 0.
 * @param[in] capacity how many fit.
 * @param[out] count how many there are; only the first `capacity` are written. 0 means that the document can be read.
 * @retval RAPPORT_OK the document was checked, whether or not there are problems.
 * @retval RAPPORT_BAD_ARGUMENT something is NULL.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_model_check(const char *json, int64_t length, const rapport_allocator *allocator,
                                               rapport_error *problems, uint32_t capacity, uint32_t *count);

/** Where an assessment document finds its model. */
enum {
    RAPPORT_MODEL_BUILTIN = 1, /**< A built-in model by name. */
    RAPPORT_MODEL_FILE = 2,    /**< A file that the host resolves. */
    RAPPORT_MODEL_INLINE = 3   /**< The model itself stands in the document. */
};

/**
 * Where an assessment document finds its model, so that a host can fetch a file before it reads the assessment.
 * @param[in] json UTF-8.
 * @param[in] length bytes, or -1.
 * @param[in] allocator memory functions; NULL for libc.
 * @param[out] source #RAPPORT_MODEL_BUILTIN, #RAPPORT_MODEL_FILE or #RAPPORT_MODEL_INLINE.
 * @param[out] name the built-in name or the file's path, NUL-terminated, "" for an inline model; at least 1 byte.
 * @param[in] capacity bytes that fit into `name`, the NUL included.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK they are set.
 * @retval RAPPORT_LIMIT the name does not fit.
 * @retval RAPPORT_BAD_SYNTAX the text is not JSON.
 * @retval RAPPORT_BAD_DOCUMENT it is not an assessment, or names no model.
 * @retval RAPPORT_BAD_VALUE the file's path is empty, absolute or leads upwards.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_assessment_find_model(const char *json, int64_t length, const rapport_allocator *allocator,
                                                         int32_t *source, char *name, int64_t capacity, rapport_error *error);

/**
 * Reads an assessment from a `rapport-assessment/1` document.
 *
 * Without `model` the document's own is used: built-in or inline. Then the overlay is applied: the one given, or else the
 * document's `kind` if the model has an overlay of that id. Where any of this makes a model, it comes out through
 * `out_model` and belongs to the caller, who destroys it after the assessment; otherwise `*out_model` is NULL.
 * @param[in] json UTF-8.
 * @param[in] length bytes, or -1.
 * @param[in] model in place of the document's; needed if that is a file; may be NULL; borrowed.
 * @param[in] overlay id of an overlay that must be there, or "" for none at all; NULL leaves it to the document.
 * @param[in] allocator memory functions; NULL for libc.
 * @param[out] out_model a model made for this assessment, owned by the caller; or NULL.
 * @param[out] out the assessment, owned by the caller.
 * @param[out] error detail with position and path; may be NULL.
 * @retval RAPPORT_OK `*out` is the assessment.
 * @retval RAPPORT_BAD_SYNTAX the text is not JSON.
 * @retval RAPPORT_BAD_DOCUMENT a key is unknown or missing, or has a value of the wrong type.
 * @retval RAPPORT_BAD_VALUE a value is out of range or contradicts another one.
 * @retval RAPPORT_DUPLICATE a key or id is there twice.
 * @retval RAPPORT_NOT_FOUND something refers to an id that is not there, or the model is a file that was not handed over.
 * @retval RAPPORT_LIMIT a maximum is passed.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 * @par Cost
 * O(n log n) for n bytes.
 */
RAPPORT_API rapport_status rapport_assessment_read(const char *json, int64_t length, const rapport_model *model,
                                                   const char *overlay, const rapport_allocator *allocator,
                                                   rapport_model **out_model, rapport_assessment **out, rapport_error *error);

/**
 * Reads what measures are made from, without a model, from a `rapport-measures/1` document: parties, and the sections that
 * stand under `measures` in an assessment.
 *
 * The assessment that comes out has no raters and stands under a model of one criterion that is not answered. Compute a result
 * and read it with measure.h, or write it with rapport_measures_write().
 * @param[in] json UTF-8.
 * @param[in] length bytes, or -1.
 * @param[in] allocator memory functions; NULL for libc.
 * @param[out] out_model the model that stands in, owned by the caller, who destroys it after the assessment.
 * @param[out] out the assessment, owned by the caller.
 * @param[out] error the first problem, with position and path; may be NULL.
 * @retval RAPPORT_OK `*out` is the assessment.
 * @retval RAPPORT_BAD_SYNTAX the text is not JSON.
 * @retval RAPPORT_BAD_DOCUMENT a key is unknown or missing, or has a value of the wrong type.
 * @retval RAPPORT_BAD_VALUE a value is out of range or contradicts another one.
 * @retval RAPPORT_DUPLICATE a key or id is there twice.
 * @retval RAPPORT_NOT_FOUND something refers to an id that is not there.
 * @retval RAPPORT_LIMIT a maximum is passed.
 * @retval RAPPORT_BAD_ARGUMENT something is NULL, or the allocator is incomplete.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 * @par Cost
 * O(n log n) for n bytes.
 */
RAPPORT_API rapport_status rapport_measures_read(const char *json, int64_t length, const rapport_allocator *allocator,
                                                 rapport_model **out_model, rapport_assessment **out, rapport_error *error);

/** A table of ratings, read from a document; made by rapport_ratings_read(), never changed. */
typedef struct rapport_ratings rapport_ratings;

/**
 * Reads a table of ratings from a `rapport-ratings/1` document, for rapport_agreement_compute().
 * @param[in] json UTF-8.
 * @param[in] length bytes, or -1.
 * @param[in] allocator memory functions; NULL for libc.
 * @param[out] out the table, owned by the caller.
 * @param[out] error the first problem, with position and path; may be NULL.
 * @retval RAPPORT_OK `*out` is the table.
 * @retval RAPPORT_BAD_SYNTAX the text is not JSON.
 * @retval RAPPORT_BAD_DOCUMENT a key is unknown or missing, or has a value of the wrong type.
 * @retval RAPPORT_BAD_VALUE a value is out of range, or the rows are not equally long.
 * @retval RAPPORT_DUPLICATE a key or id is there twice.
 * @retval RAPPORT_LIMIT there are more than #RAPPORT_MAX_RATINGS ratings, or another maximum is passed.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 * @par Cost
 * O(n log n) for n bytes.
 */
RAPPORT_API rapport_status rapport_ratings_read(const char *json, int64_t length, const rapport_allocator *allocator,
                                                rapport_ratings **out, rapport_error *error);

/**
 * Gives a table of ratings up, with all that was borrowed from it.
 * @param[in] ratings may be NULL.
 */
RAPPORT_API void rapport_ratings_destroy(rapport_ratings *ratings);

/**
 * Number of raters of a table.
 * @param[in] ratings the table.
 * @return rows.
 */
RAPPORT_API uint32_t rapport_ratings_count_raters(const rapport_ratings *ratings);

/**
 * Number of units of a table.
 * @param[in] ratings the table.
 * @return columns.
 */
RAPPORT_API uint32_t rapport_ratings_count_units(const rapport_ratings *ratings);

/**
 * The ratings, row by row: one row a rater, one column a unit.
 * @param[in] ratings the table.
 * @return raters times units numbers, borrowed; 0 where a rating is missing; never NULL.
 */
RAPPORT_API const double *rapport_ratings_values(const rapport_ratings *ratings);

/**
 * Which ratings are there, in the same places as rapport_ratings_values().
 * @param[in] ratings the table.
 * @return raters times units bytes, borrowed, 1 or 0; never NULL.
 */
RAPPORT_API const uint8_t *rapport_ratings_present(const rapport_ratings *ratings);

/**
 * What the document tells of the scale.
 * @param[in] ratings the table.
 * @param[out] options how many response options there are, 0 if it does not say; may be NULL.
 * @param[out] lowest the lowest rating that the scale has; may be NULL.
 * @param[out] highest the highest one; both are 0 if it does not say; may be NULL.
 */
RAPPORT_API void rapport_ratings_get_scale(const rapport_ratings *ratings, uint32_t *options, double *lowest, double *highest);

/**
 * The id of a rater.
 * @param[in] ratings the table.
 * @param[in] rater from 0.
 * @return borrowed; NULL if the document names no raters, or there is no such one.
 */
RAPPORT_API const char *rapport_ratings_rater_id(const rapport_ratings *ratings, uint32_t rater);

/**
 * The id of a unit.
 * @param[in] ratings the table.
 * @param[in] unit from 0.
 * @return borrowed; NULL if the document names no units, or there is no such one.
 */
RAPPORT_API const char *rapport_ratings_unit_id(const rapport_ratings *ratings, uint32_t unit);

/**
 * Reads what could be done from a `rapport-actions/1` document, for rapport_plan_compute().
 * @param[in] json UTF-8.
 * @param[in] length bytes, or -1.
 * @param[in] assessment whose criteria and parties the effects name; only its model is borrowed.
 * @param[in] allocator memory functions; NULL for libc.
 * @param[out] out the actions, owned by the caller.
 * @param[out] error the first problem, with position and path; may be NULL.
 * @retval RAPPORT_OK `*out` are the actions.
 * @retval RAPPORT_BAD_SYNTAX the text is not JSON.
 * @retval RAPPORT_BAD_DOCUMENT a key is unknown or missing, or has a value of the wrong type.
 * @retval RAPPORT_BAD_VALUE a value is out of range, or actions require each other in a circle.
 * @retval RAPPORT_DUPLICATE a key or id is there twice.
 * @retval RAPPORT_NOT_FOUND something refers to an id that is not there.
 * @retval RAPPORT_LIMIT there are more than #RAPPORT_MAX_ACTIONS actions, or another maximum is passed.
 * @retval RAPPORT_BAD_ARGUMENT `assessment` or `out` is NULL.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 * @par Cost
 * O(n log n) for n bytes.
 * @since 0.1.0
 */
RAPPORT_API rapport_status rapport_actions_read(const char *json, int64_t length, const rapport_assessment *assessment,
                                                const rapport_allocator *allocator, rapport_actions **out,
                                                rapport_error *error);

/**
 * Reads a `rapport-scorecard/1` document: a supplier scorecard of ERPNext with its periods. It is not yet computed.
 * @param[in] json the document, UTF-8.
 * @param[in] length bytes, -1 if NUL-terminated.
 * @param[in] allocator memory functions; NULL for libc.
 * @param[out] out the scorecard, owned by the caller.
 * @param[out] error the first problem of the document, with line, column and path; may be NULL.
 * @retval RAPPORT_OK `*out` is set.
 * @retval RAPPORT_BAD_ARGUMENT something is NULL, or the allocator lacks a function.
 * @retval RAPPORT_BAD_SYNTAX it is not JSON.
 * @retval RAPPORT_BAD_DOCUMENT it is not what the format says.
 * @retval RAPPORT_BAD_VALUE a value is out of range, a formula cannot be read, a period belongs to another scorecard.
 * @retval RAPPORT_DUPLICATE a key stands twice.
 * @retval RAPPORT_LIMIT it is too large or too deep, or has too many rows.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_scorecard_read(const char *json, int64_t length, const rapport_allocator *allocator,
                                                  rapport_scorecard **out, rapport_error *error);

/**
 * Reads a decision matrix from a `rapport-candidates/1` document: criteria, candidates, values and parameters.
 * @param[in] json UTF-8.
 * @param[in] length bytes, or -1.
 * @param[in] allocator memory functions; NULL for libc.
 * @param[out] out the matrix, owned by the caller.
 * @param[out] error the first problem, with position and path; may be NULL.
 * @retval RAPPORT_OK `*out` is the matrix.
 * @retval RAPPORT_BAD_SYNTAX the text is not JSON.
 * @retval RAPPORT_BAD_DOCUMENT a key is unknown or missing, or has a value of the wrong type.
 * @retval RAPPORT_BAD_VALUE a value is out of range or contradicts another one.
 * @retval RAPPORT_DUPLICATE a key or id is there twice.
 * @retval RAPPORT_LIMIT a maximum is passed.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 * @par Cost
 * O(n log n) for n bytes.
 */
RAPPORT_API rapport_status rapport_candidates_read(const char *json, int64_t length, const rapport_allocator *allocator,
                                                   rapport_candidates **out, rapport_error *error);

/**
 * Reads judgements of criteria from a `rapport-judgements/1` document.
 * @param[in] json UTF-8.
 * @param[in] length bytes, or -1.
 * @param[in] allocator memory functions; NULL for libc.
 * @param[out] out the judgements, owned by the caller.
 * @param[out] error the first problem, with position and path; may be NULL.
 * @retval RAPPORT_OK `*out` are the judgements.
 * @retval RAPPORT_BAD_SYNTAX the text is not JSON.
 * @retval RAPPORT_BAD_DOCUMENT a key is unknown or missing, or has a value of the wrong type.
 * @retval RAPPORT_BAD_VALUE a value is out of range or contradicts another one.
 * @retval RAPPORT_DUPLICATE a key or id is there twice.
 * @retval RAPPORT_NOT_FOUND something refers to a criterion or group that is not there.
 * @retval RAPPORT_LIMIT a maximum is passed.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 * @par Cost
 * O(n log n) for n bytes.
 */
RAPPORT_API rapport_status rapport_judgements_read(const char *json, int64_t length, const rapport_allocator *allocator,
                                                   rapport_judgements **out, rapport_error *error);

/**
 * The model under which the assessments of a `rapport-candidates/1` document are to be read, if it names one.
 * @param[in] json UTF-8.
 * @param[in] length bytes, or -1.
 * @param[in] allocator memory functions; NULL for libc.
 * @param[out] file the path of a model that the host resolves, NUL-terminated, or ""; at least 1 byte.
 * @param[in] capacity bytes that fit into `file`, the NUL included.
 * @param[out] out a model that is built in or stands in the document, owned by the caller; NULL if there is none, and each
 *   assessment has its own, or if it is in a file.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK they are set.
 * @retval RAPPORT_BAD_ARGUMENT something is NULL, or there is no room.
 * @retval RAPPORT_LIMIT the path does not fit.
 * @retval RAPPORT_NOT_FOUND no built-in model has that name.
 * @retval RAPPORT_BAD_SYNTAX the text is not JSON.
 * @retval RAPPORT_BAD_DOCUMENT it is no document of candidates, or the model is wrong.
 * @retval RAPPORT_BAD_VALUE the path is absolute or leads upwards, or something in the model is out of range.
 * @retval RAPPORT_DUPLICATE a key or id is there twice.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_candidates_read_model(const char *json, int64_t length, const rapport_allocator *allocator,
                                                         char *file, int64_t capacity, rapport_model **out,
                                                         rapport_error *error);

/** @} */

#ifdef __cplusplus
}
#endif
#endif
