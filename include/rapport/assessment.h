/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_ASSESSMENT_H
#define RAPPORT_ASSESSMENT_H
/**
 * @file
 * @brief What the parties of a partnership say: parties, raters, answers, facts, amounts.
 */
#include "rapport/model.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @defgroup assessment Assessments
 * One assessment of one partnership at one time, under one model.
 *
 * The assessment borrows the model, which must outlive it. It belongs to whoever created it; filling it needs exclusive
 * use, reading it does not. Answers are kept as they were given, beside the points that they are worth.
 * @{
 */

/** What the parties say. */
typedef struct rapport_assessment rapport_assessment;

/** In place of a rater: a fact, a measured value that belongs to no party and counts in every view. */
#define RAPPORT_FACT UINT32_MAX

/** What a rater did about a criterion. */
enum {
    RAPPORT_UNANSWERED = 0,     /**< No reaction. */
    RAPPORT_ANSWERED = 1,       /**< There is an answer. */
    RAPPORT_NOT_APPLICABLE = 2, /**< It does not apply to this partnership. */
    RAPPORT_DONT_KNOW = 3,      /**< The rater does not know: missing. */
    RAPPORT_DECLINED = 4        /**< The rater will not say: missing. */
};

/** Who speaks for a party. */
enum {
    RAPPORT_VOICE_RATERS = 0, /**< Each rater for himself or herself; the anonymity floor protects them. */
    RAPPORT_VOICE_ONE = 1     /**< The party as one; no floor. */
};

/** The amounts that a party can state, for measures. */
enum {
    RAPPORT_BENEFITS = 1,     /**< What it gains from the partnership, in any unit common to all parties; may be negative. */
    RAPPORT_BURDENS = 2,      /**< What it puts in; >= 0. */
    RAPPORT_ALTERNATIVES = 3, /**< What it would gain without the partnership, net; may be negative. */
    RAPPORT_AGREED_SHARES = 4 /**< Its agreed share, relative to the others'; >= 0. Equal where the section is left out. */
};

/**
 * A new assessment without parties.
 * @param[in] model the model, borrowed: it must outlive the assessment.
 * @param[in] id of the assessment, such as "2026-q3".
 * @param[in] partnership name of the partnership, 1 to 1000 bytes of UTF-8.
 * @param[in] date of the assessment, `YYYY-MM-DD`.
 * @param[in] allocator memory functions; NULL for libc.
 * @param[out] out the assessment, owned by the caller.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK `*out` is the assessment.
 * @retval RAPPORT_BAD_ARGUMENT something is NULL.
 * @retval RAPPORT_BAD_VALUE the id, name or date is not one; the path names it.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_assessment_create(const rapport_model *model, const char *id, const char *partnership,
                                                     const char *date, const rapport_allocator *allocator,
                                                     rapport_assessment **out, rapport_error *error);

/**
 * Frees an assessment.
 * @param[in] assessment may be NULL.
 */
RAPPORT_API void rapport_assessment_destroy(rapport_assessment *assessment);

/**
 * The model that the assessment is made under.
 * @param[in] assessment the assessment.
 * @return borrowed.
 */
RAPPORT_API const rapport_model *rapport_assessment_model(const rapport_assessment *assessment);

/**
 * Id of the assessment.
 * @param[in] assessment the assessment.
 * @return borrowed text.
 */
RAPPORT_API const char *rapport_assessment_id(const rapport_assessment *assessment);

/**
 * Name of the partnership.
 * @param[in] assessment the assessment.
 * @return borrowed text.
 */
RAPPORT_API const char *rapport_assessment_partnership(const rapport_assessment *assessment);

/**
 * Date of the assessment.
 * @param[in] assessment the assessment.
 * @return borrowed text, `YYYY-MM-DD`.
 */
RAPPORT_API const char *rapport_assessment_date(const rapport_assessment *assessment);

/**
 * Raises the anonymity floor; the stricter of the model's and this one holds.
 * @param[in,out] assessment the assessment.
 * @param[in] floor 1..1000.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is set.
 * @retval RAPPORT_BAD_VALUE it is out of range.
 */
RAPPORT_API rapport_status rapport_assessment_set_anonymity_floor(rapport_assessment *assessment, uint32_t floor,
                                                                  rapport_error *error);

/**
 * The anonymity floor that holds: the stricter of the model's and the assessment's.
 * @param[in] assessment the assessment.
 * @return 1 or more.
 */
RAPPORT_API uint32_t rapport_assessment_anonymity_floor(const rapport_assessment *assessment);

/**
 * Marks the period as one in which the partnership rested, such as a quarter without business: not rated, and not to be.
 *
 * Such an assessment has no answers and no facts; a comparison of rounds skips it.
 * @param[in,out] assessment the assessment.
 * @param[in] inactive 1 or 0.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is set.
 * @retval RAPPORT_BAD_ARGUMENT it is neither 1 nor 0.
 * @retval RAPPORT_BAD_VALUE there are answers, reactions or facts already.
 * @par Cost
 * O(n) for n nodes.
 * @since 0.1.0
 */
RAPPORT_API rapport_status rapport_assessment_set_inactive(rapport_assessment *assessment, int32_t inactive,
                                                           rapport_error *error);

/**
 * Whether the partnership rested in the period.
 * @param[in] assessment the assessment.
 * @return 1 if it was marked so, else 0.
 * @since 0.1.0
 */
RAPPORT_API int32_t rapport_assessment_inactive(const rapport_assessment *assessment);

/**
 * Adds a party.
 * @param[in,out] assessment the assessment.
 * @param[in] id unique among parties.
 * @param[in] weight of the party in joint means, 1e-100..1e100; usually 1.
 * @param[in] voice #RAPPORT_VOICE_RATERS or #RAPPORT_VOICE_ONE.
 * @param[out] party its index, counting from 0; may be NULL.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is added.
 * @retval RAPPORT_BAD_VALUE the id, weight or voice is not as described; the path names it.
 * @retval RAPPORT_DUPLICATE the id is taken.
 * @retval RAPPORT_LIMIT there are #RAPPORT_MAX_PARTIES already.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_assessment_add_party(rapport_assessment *assessment, const char *id, double weight,
                                                        int32_t voice, uint32_t *party, rapport_error *error);

/**
 * Sets the title of a party, in one language; replaces what was there.
 *
 * A title has either languages or none: setting it without one drops those with, and the other way round.
 * @param[in,out] assessment the assessment.
 * @param[in] party the party.
 * @param[in] language such as "de"; NULL for a title without languages.
 * @param[in] text UTF-8.
 * @param[in] length bytes, or -1.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is set.
 * @retval RAPPORT_BAD_ARGUMENT there is no such party.
 * @retval RAPPORT_BAD_VALUE the text is not UTF-8, or the language is not one.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_assessment_set_title(rapport_assessment *assessment, uint32_t party, const char *language,
                                                        const char *text, int64_t length, rapport_error *error);

/**
 * Adds a rater to a party.
 * @param[in,out] assessment the assessment.
 * @param[in] party the party that the rater answers for.
 * @param[in] id unique among the raters of the party.
 * @param[in] weight of the rater's answers in the party's mean, 1e-100..1e100; usually 1.
 * @param[out] rater its index, counting from 0 over all parties; may be NULL.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is added.
 * @retval RAPPORT_BAD_ARGUMENT there is no such party.
 * @retval RAPPORT_BAD_VALUE the id or weight is not as described; the path names it.
 * @retval RAPPORT_DUPLICATE the id is taken.
 * @retval RAPPORT_LIMIT there are #RAPPORT_MAX_RATERS already.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_assessment_add_rater(rapport_assessment *assessment, uint32_t party, const char *id,
                                                        double weight, uint32_t *rater, rapport_error *error);

/**
 * Sets the role of a rater, for explanations.
 * @param[in,out] assessment the assessment.
 * @param[in] rater the rater.
 * @param[in] text UTF-8.
 * @param[in] length bytes, or -1.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is set.
 * @retval RAPPORT_BAD_ARGUMENT there is no such rater.
 * @retval RAPPORT_BAD_VALUE the text is not UTF-8.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_assessment_set_role(rapport_assessment *assessment, uint32_t rater, const char *text,
                                                       int64_t length, rapport_error *error);

/**
 * Answers a criterion on a scale of levels; replaces what was there.
 * @param[in,out] assessment the assessment.
 * @param[in] rater the rater, or #RAPPORT_FACT.
 * @param[in] criterion its node in the model.
 * @param[in] level from 1.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is set.
 * @retval RAPPORT_BAD_ARGUMENT there is no such rater, or the node is not a criterion on levels.
 * @retval RAPPORT_BAD_VALUE there is no such level, or the criterion has both a fact and ratings.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_assessment_set_level(rapport_assessment *assessment, uint32_t rater, uint32_t criterion,
                                                        uint32_t level, rapport_error *error);

/**
 * Answers a criterion on a number scale; replaces what was there.
 * @param[in,out] assessment the assessment.
 * @param[in] rater the rater, or #RAPPORT_FACT.
 * @param[in] criterion its node in the model.
 * @param[in] value finite, in the scale's unit; its points are those of the nearest end where it lies outside.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is set.
 * @retval RAPPORT_BAD_ARGUMENT there is no such rater, or the node is not a criterion on a number scale.
 * @retval RAPPORT_BAD_VALUE the value is not finite, or the criterion has both a fact and ratings.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_assessment_set_number(rapport_assessment *assessment, uint32_t rater, uint32_t criterion,
                                                         double value, rapport_error *error);

/**
 * Answers a criterion with yes or no; replaces what was there.
 * @param[in,out] assessment the assessment.
 * @param[in] rater the rater, or #RAPPORT_FACT.
 * @param[in] criterion its node in the model.
 * @param[in] yes 1 or 0.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is set.
 * @retval RAPPORT_BAD_ARGUMENT there is no such rater, or the node is not a yes-or-no criterion.
 * @retval RAPPORT_BAD_VALUE the criterion has both a fact and ratings.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_assessment_set_yesno(rapport_assessment *assessment, uint32_t rater, uint32_t criterion,
                                                        int32_t yes, rapport_error *error);

/**
 * Answers a criterion with one of its options; replaces what was there.
 * @param[in,out] assessment the assessment.
 * @param[in] rater the rater, or #RAPPORT_FACT.
 * @param[in] criterion its node in the model.
 * @param[in] option number of the option, from 1; see rapport_model_find_step().
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is set.
 * @retval RAPPORT_BAD_ARGUMENT there is no such rater, or the node is not a choice criterion.
 * @retval RAPPORT_BAD_VALUE there is no such option, or the criterion has both a fact and ratings.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_assessment_set_option(rapport_assessment *assessment, uint32_t rater, uint32_t criterion,
                                                         uint32_t option, rapport_error *error);

/**
 * Records that a rater gave no answer, and why; replaces what was there.
 * @param[in,out] assessment the assessment.
 * @param[in] rater the rater; a fact has no state.
 * @param[in] criterion its node in the model.
 * @param[in] state #RAPPORT_UNANSWERED (takes back what was there), #RAPPORT_NOT_APPLICABLE, #RAPPORT_DONT_KNOW or
 *            #RAPPORT_DECLINED.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is set.
 * @retval RAPPORT_BAD_ARGUMENT there is no such rater, or the node is not a criterion.
 * @retval RAPPORT_BAD_VALUE there is no such state, or the criterion has both a fact and a reaction.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_assessment_set_state(rapport_assessment *assessment, uint32_t rater, uint32_t criterion,
                                                        int32_t state, rapport_error *error);

/**
 * Sets how sure a rater is of an answer; the last call holds; never enters a score.
 * @param[in,out] assessment the assessment.
 * @param[in] rater the rater.
 * @param[in] criterion its node in the model.
 * @param[in] confidence 0..1.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is set.
 * @retval RAPPORT_BAD_ARGUMENT there is no such rater or criterion.
 * @retval RAPPORT_BAD_VALUE it is out of range.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_assessment_set_confidence(rapport_assessment *assessment, uint32_t rater, uint32_t criterion,
                                                             double confidence, rapport_error *error);

/**
 * Adds a note to an answer; never enters a score.
 * @param[in,out] assessment the assessment.
 * @param[in] rater the rater.
 * @param[in] criterion its node in the model.
 * @param[in] language such as "de"; NULL for a note without languages.
 * @param[in] text UTF-8.
 * @param[in] length bytes, or -1.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is added.
 * @retval RAPPORT_BAD_ARGUMENT there is no such rater or criterion.
 * @retval RAPPORT_BAD_VALUE the text is not UTF-8, or the language is not one.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_assessment_add_note(rapport_assessment *assessment, uint32_t rater, uint32_t criterion,
                                                       const char *language, const char *text, int64_t length,
                                                       rapport_error *error);

/**
 * Adds a reference to evidence for an answer, such as "contract 4711"; never enters a score.
 * @param[in,out] assessment the assessment.
 * @param[in] rater the rater.
 * @param[in] criterion its node in the model.
 * @param[in] text UTF-8.
 * @param[in] length bytes, or -1.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is added.
 * @retval RAPPORT_BAD_ARGUMENT there is no such rater or criterion.
 * @retval RAPPORT_BAD_VALUE the text is not UTF-8.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_assessment_add_evidence(rapport_assessment *assessment, uint32_t rater, uint32_t criterion,
                                                           const char *text, int64_t length, rapport_error *error);

/**
 * Says that the assessment has a section of amounts, before any party's amount is in it.
 *
 * A section that is there but lacks a party leaves the gates that need it undecided; a section that is not there leaves
 * them not applicable. rapport_assessment_set_amount() opens its section too.
 * @param[in,out] assessment the assessment.
 * @param[in] section #RAPPORT_BENEFITS to #RAPPORT_AGREED_SHARES.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is there.
 * @retval RAPPORT_BAD_VALUE there is no such section.
 */
RAPPORT_API rapport_status rapport_assessment_add_section(rapport_assessment *assessment, int32_t section,
                                                          rapport_error *error);

/**
 * Sets a party's amount in a section; replaces what was there.
 * @param[in,out] assessment the assessment.
 * @param[in] section #RAPPORT_BENEFITS to #RAPPORT_AGREED_SHARES.
 * @param[in] party the party.
 * @param[in] amount |amount| <= 1e300; >= 0 for burdens and agreed shares.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is set.
 * @retval RAPPORT_BAD_ARGUMENT there is no such party.
 * @retval RAPPORT_BAD_VALUE there is no such section, or the amount is out of range.
 */
RAPPORT_API rapport_status rapport_assessment_set_amount(rapport_assessment *assessment, int32_t section, uint32_t party,
                                                         double amount, rapport_error *error);

/**
 * A party's amount in a section.
 * @param[in] assessment the assessment.
 * @param[in] section #RAPPORT_BENEFITS to #RAPPORT_AGREED_SHARES.
 * @param[in] party the party; #RAPPORT_NONE asks for the section as such.
 * @param[out] amount the amount; 0 where #RAPPORT_NONE is asked for; may be NULL.
 * @retval RAPPORT_OK it is there.
 * @retval RAPPORT_UNDEFINED the section is there, the party's amount is not.
 * @retval RAPPORT_NOT_FOUND the section is not there.
 * @retval RAPPORT_BAD_ARGUMENT there is no such section or party.
 */
RAPPORT_API rapport_status rapport_assessment_get_amount(const rapport_assessment *assessment, int32_t section, uint32_t party,
                                                         double *amount);

/**
 * Adds a skill that the partnership requires, or opens the section of skills.
 * @param[in,out] assessment the assessment.
 * @param[in] id unique among skills; NULL only opens the section.
 * @param[in] importance 0..1e12, relative to the other skills; one of importance 0 is not required and only tells parties
 * apart.
 * @param[out] skill its index; may be NULL.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is added.
 * @retval RAPPORT_BAD_VALUE the id or importance is not as described.
 * @retval RAPPORT_DUPLICATE the id is taken.
 * @retval RAPPORT_LIMIT there are 1024 already.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_assessment_add_skill(rapport_assessment *assessment, const char *id, double importance,
                                                        uint32_t *skill, rapport_error *error);

/**
 * Sets how well a party covers a skill; replaces what was there; 0 where it is never set.
 *
 * As long as a party's skills are not described at all, the coverage of skills is undefined.
 * @param[in,out] assessment the assessment.
 * @param[in] skill the skill; #RAPPORT_NONE only says that the party's skills are described.
 * @param[in] party the party.
 * @param[in] level 0..1; ignored with #RAPPORT_NONE.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is set.
 * @retval RAPPORT_BAD_ARGUMENT there is no such skill or party.
 * @retval RAPPORT_BAD_VALUE the level is out of range.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_assessment_set_skill(rapport_assessment *assessment, uint32_t skill, uint32_t party,
                                                        double level, rapport_error *error);

/**
 * Number of parties.
 * @param[in] assessment the assessment.
 * @return 0..64.
 */
RAPPORT_API uint32_t rapport_assessment_count_parties(const rapport_assessment *assessment);

/**
 * The party with an id.
 * @param[in] assessment the assessment.
 * @param[in] id NUL-terminated.
 * @return its index, or #RAPPORT_NONE.
 */
RAPPORT_API uint32_t rapport_assessment_find_party(const rapport_assessment *assessment, const char *id);

/**
 * Id of a party.
 * @param[in] assessment the assessment.
 * @param[in] party its index.
 * @return borrowed text; NULL if there is no such party.
 */
RAPPORT_API const char *rapport_assessment_party_id(const rapport_assessment *assessment, uint32_t party);

/**
 * Title of a party in the wanted language, or its id.
 * @param[in] assessment the assessment.
 * @param[in] party its index.
 * @param[in] language such as "de"; NULL for any.
 * @return borrowed text; NULL if there is no such party.
 */
RAPPORT_API const char *rapport_assessment_party_title(const rapport_assessment *assessment, uint32_t party,
                                                       const char *language);

/**
 * Weight of a party.
 * @param[in] assessment the assessment.
 * @param[in] party its index.
 * @return its weight; 0 if there is no such party.
 */
RAPPORT_API double rapport_assessment_party_weight(const rapport_assessment *assessment, uint32_t party);

/**
 * Who speaks for a party.
 * @param[in] assessment the assessment.
 * @param[in] party its index.
 * @return #RAPPORT_VOICE_RATERS or #RAPPORT_VOICE_ONE.
 */
RAPPORT_API int32_t rapport_assessment_party_voice(const rapport_assessment *assessment, uint32_t party);

/**
 * Number of raters over all parties.
 * @param[in] assessment the assessment.
 * @return how many.
 */
RAPPORT_API uint32_t rapport_assessment_count_raters(const rapport_assessment *assessment);

/**
 * Who a rater is.
 * @param[in] assessment the assessment.
 * @param[in] rater its index.
 * @param[out] party the rater's party; may be NULL.
 * @param[out] id the rater's id, borrowed; may be NULL.
 * @param[out] role the rater's role, borrowed, "" if not given; may be NULL.
 * @param[out] weight the rater's weight; may be NULL.
 * @retval RAPPORT_OK they are set.
 * @retval RAPPORT_BAD_ARGUMENT there is no such rater.
 */
RAPPORT_API rapport_status rapport_assessment_get_rater(const rapport_assessment *assessment, uint32_t rater, uint32_t *party,
                                                        const char **id, const char **role, double *weight);

/**
 * What a rater said of a criterion.
 * @param[in] assessment the assessment.
 * @param[in] rater the rater, or #RAPPORT_FACT.
 * @param[in] criterion its node in the model.
 * @param[out] state #RAPPORT_UNANSWERED to #RAPPORT_DECLINED.
 * @param[out] value the level, number, 0 or 1, or option, as answered; 0 unless answered; may be NULL.
 * @param[out] points its points, 0..100; 0 unless answered; may be NULL.
 * @retval RAPPORT_OK they are set.
 * @retval RAPPORT_BAD_ARGUMENT there is no such rater or criterion.
 */
RAPPORT_API rapport_status rapport_assessment_get_answer(const rapport_assessment *assessment, uint32_t rater,
                                                         uint32_t criterion, int32_t *state, double *value, double *points);

/**
 * The next thing said beside an answer: its confidence, a note, or a reference to evidence.
 * @param[in] assessment the assessment.
 * @param[in] rater the rater.
 * @param[in] criterion its node in the model.
 * @param[in,out] cursor 0 at first; moves on with every call.
 * @param[out] confidence 0..1, or -1 where this is a text.
 * @param[out] evidence 1 if the text refers to evidence, 0 if it is a note.
 * @param[out] language of a note, borrowed; NULL where it has none.
 * @param[out] text borrowed; NULL where this is a confidence.
 * @retval RAPPORT_OK one was found.
 * @retval RAPPORT_NOT_FOUND there are no more.
 * @retval RAPPORT_BAD_ARGUMENT an argument is NULL, or there is no such rater.
 * @par Cost
 * A walk through one answer is O(n) in the remarks of the rater.
 */
RAPPORT_API rapport_status rapport_assessment_get_remark(const rapport_assessment *assessment, uint32_t rater,
                                                         uint32_t criterion, uint32_t *cursor, double *confidence,
                                                         int32_t *evidence, const char **language, const char **text);

/** @} */

#ifdef __cplusplus
}
#endif
#endif
