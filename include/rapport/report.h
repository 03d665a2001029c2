/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_REPORT_H
#define RAPPORT_REPORT_H
/**
 * @file
 * @brief Reports and explanations, as text for people and as JSON for programs.
 */
#include "rapport/acceptability.h"
#include "rapport/document.h"
#include "rapport/gap.h"
#include "rapport/ranking.h"
#include "rapport/round.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @defgroup report Reports
 * Everything is written through a ::rapport_writer; the same result gives the same bytes, whatever the locale.
 * @{
 */

/** How a report is written. */
enum {
    RAPPORT_TEXT = 0, /**< For a terminal: 80 columns. */
    RAPPORT_JSON = 1  /**< For a program: `rapport-result/1` and so on. */
};

/** Options of a report. All zero, or NULL in place of the struct, is the default. */
typedef struct rapport_report_options {
    uint32_t struct_size; /**< Set by the caller to `sizeof(rapport_report_options)`. */
    int32_t format;       /**< #RAPPORT_TEXT or #RAPPORT_JSON. */
    int32_t ascii;        /**< 1 for text without block characters; labels stay as they are. */
    int32_t color;        /**< 1 for text with ANSI colours. */
    int32_t compact;      /**< 1 for JSON on one line. */
    int32_t redact;       /**< 1 to leave raters, raw answers, notes and evidence out of explanations altogether. */
    const char *language; /**< Language of the labels, such as "de"; NULL for any. Fixed texts are English. */
} rapport_report_options;

/**
 * Writes the report of a result: score with bounds and band, views, gates, gaps, what would lift it most.
 * @param[in] result a computed result.
 * @param[in] options may be NULL.
 * @param[in] writer takes the text.
 * @param[in] user handed to the writer.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK all is written.
 * @retval RAPPORT_BAD_ARGUMENT something is NULL or not computed, or the options are not valid.
 * @retval RAPPORT_WRITE_FAILED the writer gave up.
 */
RAPPORT_API rapport_status rapport_report_write(const rapport_result *result, const rapport_report_options *options,
                                                rapport_writer writer, void *user, rapport_error *error);

/**
 * Writes the explanation record of one node: title, weight as entered and as normalised, scale with all levels, raw
 * answers, points, rule, contribution, gates, evidence; a group's with its children in place of answers.
 *
 * Raw answers are left out where the anonymity floor withholds the cell or would if they were fewer.
 * @param[in] result a computed result.
 * @param[in] node a node of the model, not the root.
 * @param[in] options may be NULL.
 * @param[in] writer takes the text.
 * @param[in] user handed to the writer.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK all is written.
 * @retval RAPPORT_BAD_ARGUMENT something is NULL or not computed, there is no such node, or the options are not valid.
 * @retval RAPPORT_WRITE_FAILED the writer gave up.
 */
RAPPORT_API rapport_status rapport_explanation_write(const rapport_result *result, uint32_t node,
                                                     const rapport_report_options *options, rapport_writer writer, void *user,
                                                     rapport_error *error);

/**
 * Writes an index of agreement with all that it came from: as text with a word on how to read it, or as
 * `rapport-agreement/1`.
 * @param[in] agreement as rapport_agreement_compute() fills it.
 * @param[in] ratings the table that it was computed from, for the ids of its units; may be NULL.
 * @param[in] options may be NULL.
 * @param[in] writer takes the text.
 * @param[in] user handed to the writer.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK all is written.
 * @retval RAPPORT_BAD_ARGUMENT something is NULL, or not as the library fills it, or the options are not valid.
 * @retval RAPPORT_WRITE_FAILED the writer gave up.
 */
RAPPORT_API rapport_status rapport_agreement_write(const rapport_agreement *agreement, const rapport_ratings *ratings,
                                                   const rapport_report_options *options, rapport_writer writer, void *user,
                                                   rapport_error *error);

/**
 * Writes the measures and patterns of an assessment alone: as text, or as `rapport-measured/1`.
 * @param[in] result a computed result.
 * @param[in] options may be NULL.
 * @param[in] writer takes the text.
 * @param[in] user handed to the writer.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK all is written.
 * @retval RAPPORT_BAD_ARGUMENT something is NULL or not computed, or the options are not valid.
 * @retval RAPPORT_WRITE_FAILED the writer gave up.
 */
RAPPORT_API rapport_status rapport_measures_write(const rapport_result *result, const rapport_report_options *options,
                                                  rapport_writer writer, void *user, rapport_error *error);

/**
 * Writes a comparison of rounds: what to watch, the rounds, where the score goes, what changed most; or `rapport-comparison/1`.
 * @param[in] comparison the comparison.
 * @param[in] options may be NULL.
 * @param[in] writer takes the text.
 * @param[in] user handed to the writer.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK all is written.
 * @retval RAPPORT_BAD_ARGUMENT something is NULL, or the options are not valid.
 * @retval RAPPORT_WRITE_FAILED the writer gave up.
 * @par Cost
 * O(r + n p^2) for r rounds, n nodes and p parties; perception gaps are written for up to 8 parties.
 */
RAPPORT_API rapport_status rapport_comparison_write(const rapport_comparison *comparison, const rapport_report_options *options,
                                                    rapport_writer writer, void *user, rapport_error *error);

/**
 * Writes a plan: what to do, in which order, what each action brings, why the others are not in it; as text or as
 * `rapport-plan/1`.
 * @param[in] plan a plan whose result and actions are still there, and unchanged.
 * @param[in] options may be NULL.
 * @param[in] writer takes the text.
 * @param[in] user handed to the writer.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK all is written.
 * @retval RAPPORT_BAD_ARGUMENT something is NULL, or the options are not valid.
 * @retval RAPPORT_WRITE_FAILED the writer gave up.
 * @since 0.1.0
 */
RAPPORT_API rapport_status rapport_plan_write(const rapport_plan *plan, const rapport_report_options *options,
                                              rapport_writer writer, void *user, rapport_error *error);

/**
 * Writes a scorecard with what both arithmetics make of it and every difference: as text, or as `rapport-scorecard-result/1`.
 * @param[in] scorecard computed.
 * @param[in] arithmetic whose score comes first: #RAPPORT_OURS or #RAPPORT_ERPNEXT.
 * @param[in] options may be NULL; `language` and `redact` change nothing.
 * @param[in] writer takes the text.
 * @param[in] user handed to the writer.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK all is written.
 * @retval RAPPORT_BAD_ARGUMENT something is NULL or not computed, or the arithmetic or the options are not valid.
 * @retval RAPPORT_WRITE_FAILED the writer gave up.
 */
RAPPORT_API rapport_status rapport_scorecard_write(const rapport_scorecard *scorecard, int32_t arithmetic,
                                                   const rapport_report_options *options, rapport_writer writer, void *user,
                                                   rapport_error *error);

/**
 * Writes a ranking: as text with bars, those knocked out and what the method has besides, or as `rapport-ranking/1`.
 * @param[in] ranking the ranking.
 * @param[in] options may be NULL.
 * @param[in] writer takes the text.
 * @param[in] user handed to the writer.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK all is written.
 * @retval RAPPORT_BAD_ARGUMENT something is NULL, or the options are not valid.
 * @retval RAPPORT_WRITE_FAILED the writer gave up.
 */
RAPPORT_API rapport_status rapport_ranking_write(const rapport_ranking *ranking, const rapport_report_options *options,
                                                 rapport_writer writer, void *user, rapport_error *error);

/**
 * Writes weights of criteria with all that they came from: as text with a bar each, or as `rapport-weights/1`.
 * @param[in] weights as rapport_weights_create() makes them.
 * @param[in] options may be NULL.
 * @param[in] writer takes the text.
 * @param[in] user handed to the writer.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK all is written.
 * @retval RAPPORT_BAD_ARGUMENT something is NULL, or the options are not valid.
 * @retval RAPPORT_WRITE_FAILED the writer gave up.
 */
RAPPORT_API rapport_status rapport_weights_write(const rapport_weights *weights, const rapport_report_options *options,
                                                 rapport_writer writer, void *user, rapport_error *error);

/** What a report on robustness is made of. */
typedef struct rapport_robustness {
    uint32_t struct_size;                       /**< Set by the caller to `sizeof(rapport_robustness)`. */
    uint32_t reserved;                          /**< 0. */
    const rapport_candidates *candidates;       /**< The matrix. */
    const rapport_sensitivity *sensitivity;     /**< NULL leaves these parts out. */
    const rapport_dominance *dominance;         /**< Likewise. */
    const rapport_sampling *sampling;           /**< Likewise; with it goes the next. */
    const rapport_acceptability *acceptability; /**< With draws counted. */
    const rapport_confidence *confidence;       /**< May be NULL. */
} rapport_robustness;

/**
 * Writes how sure the order of candidates is: as text with bars, or as `rapport-robustness/1`.
 * @param[in] robustness the matrix and what was found for it, unchanged since.
 * @param[in] options may be NULL.
 * @param[in] writer takes the text.
 * @param[in] user handed to the writer.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK all is written.
 * @retval RAPPORT_BAD_ARGUMENT something is NULL or does not go together, or the options are not valid.
 * @retval RAPPORT_WRITE_FAILED the writer gave up.
 */
RAPPORT_API rapport_status rapport_robustness_write(const rapport_robustness *robustness, const rapport_report_options *options,
                                                    rapport_writer writer, void *user, rapport_error *error);

/** @} */

#ifdef __cplusplus
}
#endif
#endif
