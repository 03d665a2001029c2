/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_JUDGEMENT_H
#define RAPPORT_JUDGEMENT_H
/**
 * @file
 * @brief What people judge of criteria, and the weights that follow, with all that they came from.
 */
#include "rapport/agreement.h"
#include "rapport/weighting.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @defgroup judgement Judgements and weights
 * Judgements of one or several raters about the same criteria, and the weights that a method makes of them. Criteria and groups
 * come first, then raters with what each of them judged. The functions over arrays that lie under it are in @ref weighting.
 * @{
 */

/** What raters judge of criteria. */
typedef struct rapport_judgements rapport_judgements;

/** Weights of criteria, with those of each rater. */
typedef struct rapport_weights rapport_weights;

/** What a row of judgements is. */
enum {
    RAPPORT_JUDGED_POINTS = 1,          /**< One a criterion: direct points. */
    RAPPORT_JUDGED_SWING = 2,           /**< One a criterion: points for its swing, among its siblings. */
    RAPPORT_JUDGED_GROUP_SWING = 3,     /**< One a group: points for its swing, among its siblings. */
    RAPPORT_JUDGED_RANKS = 4,           /**< One a criterion: 1 is the most important. */
    RAPPORT_JUDGED_PAIRWISE = 5,        /**< One a pair, row by row: how many times as important the row is as the column. */
    RAPPORT_JUDGED_BEST_TO_OTHERS = 6,  /**< One a criterion: how many times as important the best is. */
    RAPPORT_JUDGED_OTHERS_TO_WORST = 7, /**< One a criterion: how many times as important it is as the worst. */
    RAPPORT_JUDGED_END                  /**< One past the last kind; not a kind. */
};

/**
 * New judgements, without criteria, groups and raters.
 * @param[in] allocator memory functions; NULL for libc.
 * @param[out] out the judgements, owned by the caller.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK `*out` is made.
 * @retval RAPPORT_BAD_ARGUMENT `out` is NULL or the allocator is incomplete.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_judgements_create(const rapport_allocator *allocator, rapport_judgements **out,
                                                     rapport_error *error);

/**
 * Frees judgements.
 * @param[in] judgements may be NULL.
 */
RAPPORT_API void rapport_judgements_destroy(rapport_judgements *judgements);

/**
 * Adds a criterion. All criteria are added before the first rater.
 * @param[in,out] judgements to add to.
 * @param[in] id unique among criteria and groups.
 * @param[out] index its number among criteria, from 0; may be NULL.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is added.
 * @retval RAPPORT_BAD_ARGUMENT there are raters already.
 * @retval RAPPORT_BAD_VALUE the id is none.
 * @retval RAPPORT_DUPLICATE the id is taken.
 * @retval RAPPORT_LIMIT there are #RAPPORT_MAX_CRITERIA already.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_judgements_add_criterion(rapport_judgements *judgements, const char *id, uint32_t *index,
                                                            rapport_error *error);

/**
 * Adds a group, for swing weights down a tree. All groups are added before the first rater.
 * @param[in,out] judgements to add to.
 * @param[in] id unique among criteria and groups.
 * @param[out] index its number among groups, from 0; may be NULL.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is added.
 * @retval RAPPORT_BAD_ARGUMENT there are raters already.
 * @retval RAPPORT_BAD_VALUE the id is none.
 * @retval RAPPORT_DUPLICATE the id is taken.
 * @retval RAPPORT_LIMIT there are #RAPPORT_MAX_GROUPS already.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_judgements_add_group(rapport_judgements *judgements, const char *id, uint32_t *index,
                                                        rapport_error *error);

/**
 * Puts a criterion or a group into a group; what is put nowhere stands at the top.
 * @param[in,out] judgements with both.
 * @param[in] id of the criterion or group.
 * @param[in] group id of the group.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is there.
 * @retval RAPPORT_BAD_ARGUMENT an id is NULL, or there are raters already.
 * @retval RAPPORT_NOT_FOUND nothing has that id, or no group has it.
 * @retval RAPPORT_DUPLICATE it is in a group already.
 * @retval RAPPORT_BAD_VALUE the group would be inside itself.
 * @retval RAPPORT_LIMIT groups would be more than #RAPPORT_MAX_DEPTH deep.
 */
RAPPORT_API rapport_status rapport_judgements_set_group(rapport_judgements *judgements, const char *id, const char *group,
                                                        rapport_error *error);

/**
 * Adds a rater.
 * @param[in,out] judgements to add to.
 * @param[in] id unique among raters; NULL for one without a name.
 * @param[in] weight of the rater, 1e-100..1e100.
 * @param[out] index the rater's number, from 0; may be NULL.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK the rater is added.
 * @retval RAPPORT_BAD_ARGUMENT there are no criteria yet.
 * @retval RAPPORT_BAD_VALUE the id is none, or the weight out of range.
 * @retval RAPPORT_DUPLICATE the id is taken.
 * @retval RAPPORT_LIMIT there are #RAPPORT_MAX_RATERS already.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_judgements_add_rater(rapport_judgements *judgements, const char *id, double weight,
                                                        uint32_t *index, rapport_error *error);

/**
 * Sets a row (or matrix) of a rater's judgements; it is copied and replaces what was there.
 * @param[in,out] judgements with the rater.
 * @param[in] rater the rater's number.
 * @param[in] kind #RAPPORT_JUDGED_POINTS and so on: how many numbers there are and what they mean.
 * @param[in] values in the order of criteria or groups; their ranges are those of the functions in @ref weighting.
 * @param[in] present pairwise alone: one byte a judgement, 0 where there is none; NULL: all are there.
 * @param[out] error detail; its path begins with the kind, such as `/pairwise/0/3`; may be NULL.
 * @retval RAPPORT_OK it is set.
 * @retval RAPPORT_BAD_ARGUMENT there is no such rater or kind, or `values` is NULL.
 * @retval RAPPORT_BAD_VALUE a judgement is out of range, or two sides of one contradict each other.
 * @retval RAPPORT_LIMIT pairwise: there are more than #RAPPORT_MAX_PAIRWISE criteria.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_judgements_set_row(rapport_judgements *judgements, uint32_t rater, int32_t kind,
                                                      const double *values, const uint8_t *present, rapport_error *error);

/**
 * Says which criteria a rater takes for the most and the least important.
 * @param[in,out] judgements with the rater.
 * @param[in] rater the rater's number.
 * @param[in] best the most important criterion.
 * @param[in] worst the least important one; another one unless there is but one.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is set.
 * @retval RAPPORT_BAD_ARGUMENT there is no such rater.
 * @retval RAPPORT_BAD_VALUE there are no such criteria, or they are one.
 */
RAPPORT_API rapport_status rapport_judgements_set_best_worst(rapport_judgements *judgements, uint32_t rater, uint32_t best,
                                                             uint32_t worst, rapport_error *error);

/**
 * Chooses the table of random indices and how raters are combined; both are 0 to begin with.
 * @param[in,out] judgements to choose for.
 * @param[in] random_index #RAPPORT_RANDOM_SAATY_1980 and so on.
 * @param[in] combine #RAPPORT_COMBINE_PRIORITIES and so on.
 * @retval RAPPORT_OK they are chosen.
 * @retval RAPPORT_BAD_ARGUMENT one is not one of its constants.
 */
RAPPORT_API rapport_status rapport_judgements_set_choices(rapport_judgements *judgements, int32_t random_index,
                                                          int32_t combine);

/**
 * The choices of rapport_judgements_set_choices().
 * @param[in] judgements to ask.
 * @param[out] random_index #RAPPORT_RANDOM_SAATY_1980 and so on; may be NULL.
 * @param[out] combine #RAPPORT_COMBINE_PRIORITIES and so on; may be NULL.
 */
RAPPORT_API void rapport_judgements_get_choices(const rapport_judgements *judgements, int32_t *random_index, int32_t *combine);

/**
 * Number of criteria.
 * @param[in] judgements to ask.
 * @return how many.
 */
RAPPORT_API uint32_t rapport_judgements_count_criteria(const rapport_judgements *judgements);

/**
 * Number of groups.
 * @param[in] judgements to ask.
 * @return how many.
 */
RAPPORT_API uint32_t rapport_judgements_count_groups(const rapport_judgements *judgements);

/**
 * Number of raters.
 * @param[in] judgements to ask.
 * @return how many.
 */
RAPPORT_API uint32_t rapport_judgements_count_raters(const rapport_judgements *judgements);

/**
 * The criterion with an id.
 * @param[in] judgements to ask.
 * @param[in] id NUL-terminated.
 * @return its number, or #RAPPORT_NONE.
 */
RAPPORT_API uint32_t rapport_judgements_find_criterion(const rapport_judgements *judgements, const char *id);

/**
 * A row of a rater's judgements.
 * @param[in] judgements to ask.
 * @param[in] rater the rater's number.
 * @param[in] kind #RAPPORT_JUDGED_POINTS and so on.
 * @param[out] count how many numbers there are; may be NULL.
 * @return borrowed numbers, 0 where a pair was not judged; NULL if the rater did not judge that.
 */
RAPPORT_API const double *rapport_judgements_row(const rapport_judgements *judgements, uint32_t rater, int32_t kind,
                                                 uint32_t *count);

/**
 * The weights that a method makes of judgements or of candidates. Of several raters each gets weights of their own, which are
 * then combined as the judgements say.
 * @param[in] method #RAPPORT_WEIGHTS_POINTS and so on.
 * @param[in] judgements for methods that start from them; else NULL.
 * @param[in] candidates for methods that start from data; else NULL. Exactly one of the two is given.
 * @param[in] allocator memory functions; NULL for libc.
 * @param[out] out the weights, owned by the caller; they borrow nothing.
 * @param[out] error detail; the path of a rater's judgement is `/raters/1/pairwise/0`; may be NULL.
 * @retval RAPPORT_OK `*out` are the weights.
 * @retval RAPPORT_BAD_ARGUMENT there is no such method, or what it starts from is not given.
 * @retval RAPPORT_BAD_VALUE judgements contradict each other, or a value of a candidate is not what the method needs.
 * @retval RAPPORT_NOT_FOUND there are no raters, or one did not judge what the method needs.
 * @retval RAPPORT_UNDEFINED these weights do not exist.
 * @retval RAPPORT_LIMIT there are too many criteria for the method.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_weights_create(int32_t method, const rapport_judgements *judgements,
                                                  const rapport_candidates *candidates, const rapport_allocator *allocator,
                                                  rapport_weights **out, rapport_error *error);

/**
 * Frees weights.
 * @param[in] weights may be NULL.
 */
RAPPORT_API void rapport_weights_destroy(rapport_weights *weights);

/**
 * The method that made the weights.
 * @param[in] weights to ask.
 * @return #RAPPORT_WEIGHTS_POINTS and so on.
 */
RAPPORT_API int32_t rapport_weights_method(const rapport_weights *weights);

/**
 * Number of criteria.
 * @param[in] weights to ask.
 * @return how many.
 */
RAPPORT_API uint32_t rapport_weights_count(const rapport_weights *weights);

/**
 * Id of a criterion.
 * @param[in] weights to ask.
 * @param[in] criterion from 0.
 * @return borrowed text; NULL if there is no such criterion.
 */
RAPPORT_API const char *rapport_weights_criterion_id(const rapport_weights *weights, uint32_t criterion);

/**
 * The weights themselves.
 * @param[in] weights to ask.
 * @return one borrowed number a criterion; they add up to 1.
 */
RAPPORT_API const double *rapport_weights_values(const rapport_weights *weights);

/**
 * Number of groups that the criteria are in; 0 except for swing weights.
 * @param[in] weights to ask.
 * @return how many.
 */
RAPPORT_API uint32_t rapport_weights_count_groups(const rapport_weights *weights);

/**
 * Id of a group.
 * @param[in] weights to ask.
 * @param[in] group from 0.
 * @return borrowed text; NULL if there is no such group.
 */
RAPPORT_API const char *rapport_weights_group_id(const rapport_weights *weights, uint32_t group);

/**
 * Weight of a group: the sum of what is in it.
 * @param[in] weights to ask.
 * @param[in] group from 0.
 * @return 0..1; 0 if there is no such group.
 */
RAPPORT_API double rapport_weights_group_weight(const rapport_weights *weights, uint32_t group);

/**
 * Number of raters whose weights were combined; 0 for weights from data.
 * @param[in] weights to ask.
 * @return how many.
 */
RAPPORT_API uint32_t rapport_weights_count_raters(const rapport_weights *weights);

/**
 * Id of a rater.
 * @param[in] weights to ask.
 * @param[in] rater from 0.
 * @return borrowed text, "" for one without a name; NULL if there is no such rater.
 */
RAPPORT_API const char *rapport_weights_rater_id(const rapport_weights *weights, uint32_t rater);

/**
 * A rater's weight among raters.
 * @param[in] weights to ask.
 * @param[in] rater from 0.
 * @return as entered; 0 if there is no such rater.
 */
RAPPORT_API double rapport_weights_rater_weight(const rapport_weights *weights, uint32_t rater);

/**
 * The weights that one rater's judgements give.
 * @param[in] weights to ask.
 * @param[in] rater from 0.
 * @return one borrowed number a criterion; NULL if there is no such rater, or the rater's judgements alone do not hang
 * together.
 */
RAPPORT_API const double *rapport_weights_rater_values(const rapport_weights *weights, uint32_t rater);

/**
 * How raters were combined, and with which random indices consistency was compared.
 * @param[in] weights to ask.
 * @param[out] random_index #RAPPORT_RANDOM_SAATY_1980 and so on; may be NULL.
 * @param[out] combine #RAPPORT_COMBINE_PRIORITIES and so on; may be NULL.
 */
RAPPORT_API void rapport_weights_get_choices(const rapport_weights *weights, int32_t *random_index, int32_t *combine);

/**
 * How consistent judgements are.
 * @param[in] weights to ask.
 * @param[in] rater from 0, or #RAPPORT_NONE for the combined judgements, which are those of the rater if there is one alone.
 * @param[in,out] out with its `struct_size` set; filled.
 * @retval RAPPORT_OK it is filled.
 * @retval RAPPORT_NOT_FOUND the method has no such thing, there is no such rater, or weights were combined and no judgements.
 * @retval RAPPORT_BAD_ARGUMENT `out` is none.
 */
RAPPORT_API rapport_status rapport_weights_get_consistency(const rapport_weights *weights, uint32_t rater,
                                                           rapport_consistency *out);

/**
 * How far raters lie apart on a criterion.
 * @param[in] weights to ask.
 * @param[in] criterion from 0.
 * @param[in,out] out with its `struct_size` set; filled.
 * @retval RAPPORT_OK it is filled.
 * @retval RAPPORT_NOT_FOUND no rater has weights of their own, or there is no such criterion.
 * @retval RAPPORT_BAD_ARGUMENT `out` is none.
 */
RAPPORT_API rapport_status rapport_weights_get_spread(const rapport_weights *weights, uint32_t criterion, rapport_spread *out);

/**
 * Whether raters put the criteria in the same order: Kendall's W over their weights.
 * @param[in] weights to ask.
 * @param[out] out 0..1; 1 is one order.
 * @retval RAPPORT_OK `*out` is set.
 * @retval RAPPORT_UNDEFINED fewer than two raters or criteria, or nobody makes a difference between criteria.
 * @retval RAPPORT_BAD_ARGUMENT `out` is NULL.
 * @retval RAPPORT_LIMIT there are more than #RAPPORT_MAX_RATINGS weights.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_weights_get_concordance(const rapport_weights *weights, double *out);

/** @} */

#ifdef __cplusplus
}
#endif
#endif
