/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_BACKTEST_H
#define RAPPORT_BACKTEST_H
/**
 * @file
 * @brief Past scores held against what became of the partnerships.
 */
#include "rapport/correlation.h"
#include "rapport/report.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @defgroup backtest Back-testing
 * A document `rapport-outcomes/1` has the scores of past partnerships and what became of each. Whether the scores foretold it
 * is what rapport_correlation_compute() and rapport_auc_compute() say of arrays; these functions say it of a document.
 * docs/weights.md explains the numbers. Reading is thread-safe.
 * @{
 */

/** Past scores and outcomes with what they say of each other; made by rapport_backtest_read(), never changed. */
typedef struct rapport_backtest rapport_backtest;

/**
 * Reads scores and outcomes from a `rapport-outcomes/1` document and holds them against each other.
 * @param[in] json UTF-8.
 * @param[in] length bytes, or -1.
 * @param[in] allocator memory functions; NULL for libc.
 * @param[out] out the back-test, owned by the caller.
 * @param[out] error the first problem, with position and path; may be NULL.
 * @retval RAPPORT_OK `*out` is the back-test.
 * @retval RAPPORT_BAD_ARGUMENT `json` or `out` is NULL, or the allocator is incomplete.
 * @retval RAPPORT_BAD_SYNTAX the text is not JSON.
 * @retval RAPPORT_BAD_DOCUMENT a key is unknown or missing, or has a value of the wrong type.
 * @retval RAPPORT_BAD_VALUE a number is out of range, or the lists are not equally long.
 * @retval RAPPORT_DUPLICATE a key or id is there twice.
 * @retval RAPPORT_LIMIT there are more than #RAPPORT_MAX_CANDIDATES scores, or another maximum is passed.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 * @par Cost
 * O(n log n) for n bytes.
 * @since 0.1.0
 */
RAPPORT_API rapport_status rapport_backtest_read(const char *json, int64_t length, const rapport_allocator *allocator,
                                                 rapport_backtest **out, rapport_error *error);

/**
 * Gives a back-test up, with all that was borrowed from it.
 * @param[in] backtest may be NULL.
 */
RAPPORT_API void rapport_backtest_destroy(rapport_backtest *backtest);

/**
 * Number of partnerships.
 * @param[in] backtest the back-test.
 * @return how many.
 */
RAPPORT_API uint32_t rapport_backtest_count(const rapport_backtest *backtest);

/**
 * The id of a partnership.
 * @param[in] backtest the back-test.
 * @param[in] partnership from 0.
 * @return borrowed; NULL if the document names none, or there is no such one.
 */
RAPPORT_API const char *rapport_backtest_id(const rapport_backtest *backtest, uint32_t partnership);

/**
 * How far the order of scores is that of the outcomes.
 * @param[in] backtest the back-test.
 * @param[in] kind #RAPPORT_CORRELATION_SPEARMAN or #RAPPORT_CORRELATION_KENDALL. A good outcome counts as 1, a bad one as 0.
 * @param[in,out] out `struct_size` set by the caller.
 * @retval RAPPORT_OK `*out` is filled, whether or not there is a value.
 * @retval RAPPORT_BAD_ARGUMENT there is no such kind, or `out` is none.
 */
RAPPORT_API rapport_status rapport_backtest_get_correlation(const rapport_backtest *backtest, int32_t kind,
                                                            rapport_correlation *out);

/**
 * How well the scores told good outcomes from bad ones.
 * @param[in] backtest the back-test.
 * @param[in,out] out `struct_size` set by the caller.
 * @retval RAPPORT_OK `*out` is filled, whether or not there is a value.
 * @retval RAPPORT_BAD_ARGUMENT `out` is none.
 * @retval RAPPORT_NOT_FOUND the outcomes are numbers, and the document does not say from where on one is good.
 */
RAPPORT_API rapport_status rapport_backtest_get_auc(const rapport_backtest *backtest, rapport_auc *out);

/**
 * Writes what past scores were worth: as text with a word on how to read it, or as `rapport-backtest/1`.
 * @param[in] backtest the back-test.
 * @param[in] options may be NULL.
 * @param[in] writer takes the text.
 * @param[in] user handed to the writer.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK all is written.
 * @retval RAPPORT_BAD_ARGUMENT something is NULL, or the options are not valid.
 * @retval RAPPORT_WRITE_FAILED the writer gave up.
 */
RAPPORT_API rapport_status rapport_backtest_write(const rapport_backtest *backtest, const rapport_report_options *options,
                                                  rapport_writer writer, void *user, rapport_error *error);

/** @} */

#ifdef __cplusplus
}
#endif
#endif
