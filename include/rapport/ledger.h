/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_LEDGER_H
#define RAPPORT_LEDGER_H
/**
 * @file
 * @brief What the measures of a partnership are made from, beside amounts and skills: aims, plans, people, futures, trust.
 */
#include "rapport/assessment.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @defgroup ledger The ledger of an assessment
 * Lists of what the parties speak of, and tables of numbers over parties and lists. It is the `measures` section of a
 * document; docs/measures.md says which measure needs what.
 *
 * A *list* has items with ids, numbered from 0: goals, actions, aims. A *table* has entries; each belongs to none, one, two or
 * three of parties and items. A *section* is what a group of measures needs; it is there once something was put into it, or
 * rapport_ledger_add_section() was called. What is measured from a section that is there and lacks an entry is undefined;
 * what is measured from a section that is not there is not found. See measure.h for reading.
 * @{
 */

/** The most items of a list. */
#define RAPPORT_MAX_LISTED 1024

/** Lists. */
enum {
    RAPPORT_LIST_SKILLS = 1,     /**< As rapport_assessment_add_skill(); one that is added here is not required. */
    RAPPORT_LIST_RIVALS = 2,     /**< Competitors. */
    RAPPORT_LIST_TASKS = 3,      /**< Work that the parties have shared out. */
    RAPPORT_LIST_AIMS = 4,       /**< What parties may want. */
    RAPPORT_LIST_GOALS = 5,      /**< Goals of the vision. */
    RAPPORT_LIST_STRATEGIES = 6, /**< Strategies that serve goals. */
    RAPPORT_LIST_ACTIONS = 7,    /**< Actions that carry out strategies. */
    RAPPORT_LIST_ROLES = 8,      /**< Key roles of the guiding coalition. */
    RAPPORT_LIST_DECISIONS = 9,  /**< Decisions that were due. */
    RAPPORT_LIST_PLANS = 10,     /**< Plans between which to choose. */
    RAPPORT_LIST_SCENARIOS = 11, /**< Possible futures. */
    RAPPORT_LIST_STAGES = 12,    /**< Stages of the value chain, from the idea to the product. */
    RAPPORT_LIST_TOPICS = 13,    /**< What the parties talk about. */
    RAPPORT_LIST_END             /**< One past the last list; not a list. */
};

/** Sections. */
enum {
    RAPPORT_SECTION_CONTRIBUTIONS = 1,   /**< What each party puts in, for equity. */
    RAPPORT_SECTION_SYNERGY = 2,         /**< Together and alone. */
    RAPPORT_SECTION_RIVALS = 3,          /**< Skills of competitors. */
    RAPPORT_SECTION_TASKS = 4,           /**< Who does what. */
    RAPPORT_SECTION_AIMS_NOW = 5,        /**< Aims of today. */
    RAPPORT_SECTION_AIMS_FUTURE = 6,     /**< Aims of tomorrow. */
    RAPPORT_SECTION_BELIEVED_NOW = 7,    /**< What parties believe others to want today. */
    RAPPORT_SECTION_BELIEVED_FUTURE = 8, /**< The same for tomorrow. */
    RAPPORT_SECTION_SUPPORT = 9,         /**< For and against. */
    RAPPORT_SECTION_SHARED_VISION = 10,  /**< How much each party wants the vision. */
    RAPPORT_SECTION_BOLDNESS = 11,       /**< Today, target, feasible. */
    RAPPORT_SECTION_TRIAD = 12,          /**< Vision, leadership, strategy in points. */
    RAPPORT_SECTION_PLAN_CHAIN = 13,     /**< Goals, strategies, actions. */
    RAPPORT_SECTION_COALITION = 14,      /**< Key roles. */
    RAPPORT_SECTION_SCENARIOS = 15,      /**< Plans and futures. */
    RAPPORT_SECTION_DECISIONS = 16,      /**< Decisions. */
    RAPPORT_SECTION_VALUE_CHAIN = 17,    /**< Stages. */
    RAPPORT_SECTION_PRICE = 18,          /**< Topics. */
    RAPPORT_SECTION_HORIZONS = 19,       /**< How far ahead parties plan. */
    RAPPORT_SECTION_DEPENDENCE = 20,     /**< Who depends how much. */
    RAPPORT_SECTION_NETWORK = 21,        /**< Who trusts whom. */
    RAPPORT_SECTION_END                  /**< One past the last section; not a section. */
};

/** Tables; in brackets what an entry belongs to, and its range. An entry that is left out has no value unless said otherwise.
 */
enum {
    RAPPORT_ENTRY_CONTRIBUTION = 1,      /**< [party] What it puts in, 0..1e300. */
    RAPPORT_ENTRY_TOGETHER = 2,          /**< [] What the parties achieve together, -1e300..1e300. */
    RAPPORT_ENTRY_ALONE = 3,             /**< [party] What it would achieve alone, -1e300..1e300. */
    RAPPORT_ENTRY_OPTIMUM = 4,           /**< [] The distance of skills that fits best, 0..1; 0.5. */
    RAPPORT_ENTRY_HELD_FROM = 5,         /**< [] The level from which a skill is held, 0..1; 0.5. */
    RAPPORT_ENTRY_RIVAL_LEVEL = 6,       /**< [rival, skill] 0..1; 0. */
    RAPPORT_ENTRY_TASK_WORK = 7,         /**< [task] How much work it is, 0..1e300; 1. */
    RAPPORT_ENTRY_TASK_LEVEL = 8,        /**< [task] The level that it requires, 0..1; 0. */
    RAPPORT_ENTRY_TASK_SKILL = 9,        /**< [task] The number of the skill that it takes. */
    RAPPORT_ENTRY_TASK_PARTY = 10,       /**< [task] The number of the party that does it. */
    RAPPORT_ENTRY_AIM_NOW = 11,          /**< [party, aim] How much weight the aim has today, 0..1e300; 0. */
    RAPPORT_ENTRY_AIM_FUTURE = 12,       /**< [party, aim] How much it will have, 0..1e300; 0. */
    RAPPORT_ENTRY_BELIEVED_NOW = 13,     /**< [party, party, aim] What the first believes of the second, 0..1e300; 0. */
    RAPPORT_ENTRY_BELIEVED_FUTURE = 14,  /**< [party, party, aim] The same for tomorrow, 0..1e300; 0. */
    RAPPORT_ENTRY_SUPPORT = 15,          /**< [party, aim] -1, against it, to 1, for it; 0. */
    RAPPORT_ENTRY_WANTED = 16,           /**< [party] How much its people want the vision, 0..100. */
    RAPPORT_ENTRY_WANTED_AGREEMENT = 17, /**< [party] How far they agree on that: r_wg, -1e300..1; 1. */
    RAPPORT_ENTRY_VISION_CRITERION = 18, /**< [] Node of the criterion whose ratings say both, in their place. */
    RAPPORT_ENTRY_TODAY = 19,            /**< [] Where the partnership stands, -1e300..1e300. */
    RAPPORT_ENTRY_ASKED = 20,            /**< [] What the vision asks for, -1e300..1e300. */
    RAPPORT_ENTRY_FEASIBLE = 21,         /**< [] The best that is feasible, -1e300..1e300. */
    RAPPORT_ENTRY_VISION = 22,           /**< [] Points, 0..100. */
    RAPPORT_ENTRY_LEADERSHIP = 23,       /**< [] Points, 0..100. */
    RAPPORT_ENTRY_STRATEGY = 24,         /**< [] Points, 0..100. */
    RAPPORT_ENTRY_GOAL_WEIGHT = 25,      /**< [goal] 0..1e300; 1. */
    RAPPORT_ENTRY_SERVES = 26,           /**< [strategy, goal] 1 or 0; 0. */
    RAPPORT_ENTRY_CARRIES_OUT = 27,      /**< [action, strategy] 1 or 0; 0. */
    RAPPORT_ENTRY_OWNED = 28,            /**< [action] 1 if it has an owner; 0. */
    RAPPORT_ENTRY_DATED = 29,            /**< [action] 1 if it has a date; 0. */
    RAPPORT_ENTRY_MEASURED = 30,         /**< [action] 1 if it has a measure of its success; 0. */
    RAPPORT_ENTRY_ROLE_WEIGHT = 31,      /**< [party, role] How much the role counts in the party, 0..1e300; 0: it has none. */
    RAPPORT_ENTRY_ROLE_HELD = 32,        /**< [party, role] 1 if a committed person holds it; 0. */
    RAPPORT_ENTRY_COALITION_AGREEMENT = 33, /**< [] r_wg of the belief in the vision, -1e300..1; 1. */
    RAPPORT_ENTRY_PAYOFF = 34,              /**< [plan, scenario] -1e300..1e300. */
    RAPPORT_ENTRY_PROBABILITY = 35,         /**< [scenario] 0..1e300, relative; 1. */
    RAPPORT_ENTRY_TAKEN = 36,               /**< [decision] How long it took, 0..1e300. */
    RAPPORT_ENTRY_DUE = 37,                 /**< [decision] How long it might take, 0..1e300. */
    RAPPORT_ENTRY_REVERSED = 38,            /**< [decision] 1 if it was taken back; 0. */
    RAPPORT_ENTRY_STAGE_WEIGHT = 39,        /**< [stage] 0..1e300; 1. */
    RAPPORT_ENTRY_JOINT = 40,               /**< [stage] 1 if the parties work on it together; 0. */
    RAPPORT_ENTRY_TOPIC_WEIGHT = 41,        /**< [topic] 0..1e300; 1. */
    RAPPORT_ENTRY_ABOUT_PRICE = 42,         /**< [topic] 1 if it is about price; 0. */
    RAPPORT_ENTRY_HORIZON = 43,             /**< [party] How far ahead it plans with the others, 0..1e300. */
    RAPPORT_ENTRY_DEPENDENCE = 44,          /**< [party] How much it depends on the others, 0..1e300. */
    RAPPORT_ENTRY_TRUST = 45,               /**< [party, party] The first one's trust in the second, 0..100. */
    RAPPORT_ENTRY_TRUST_CUT = 46,           /**< [] The trust from which there is a tie, 0..100; 50. */
    RAPPORT_ENTRY_END                       /**< One past the last table; not a table. */
};

/**
 * Adds an item to a list, and opens the section of the list (aims open none; skills open that of skills).
 * @param[in,out] assessment the assessment.
 * @param[in] list #RAPPORT_LIST_SKILLS to #RAPPORT_LIST_TOPICS.
 * @param[in] id unique in the list.
 * @param[out] item its number, from 0; may be NULL.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is added.
 * @retval RAPPORT_BAD_ARGUMENT there is no such list, or the id is NULL.
 * @retval RAPPORT_BAD_VALUE the id is not one.
 * @retval RAPPORT_DUPLICATE the id is taken.
 * @retval RAPPORT_LIMIT there are #RAPPORT_MAX_LISTED already.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_ledger_add_item(rapport_assessment *assessment, int32_t list, const char *id, uint32_t *item,
                                                   rapport_error *error);

/**
 * Number of items of a list.
 * @param[in] assessment the assessment.
 * @param[in] list #RAPPORT_LIST_SKILLS to #RAPPORT_LIST_TOPICS.
 * @return how many; 0 if there is no such list.
 */
RAPPORT_API uint32_t rapport_ledger_count_items(const rapport_assessment *assessment, int32_t list);

/**
 * The item with an id.
 * @param[in] assessment the assessment.
 * @param[in] list #RAPPORT_LIST_SKILLS to #RAPPORT_LIST_TOPICS.
 * @param[in] id NUL-terminated.
 * @return its number, or #RAPPORT_NONE.
 */
RAPPORT_API uint32_t rapport_ledger_find_item(const rapport_assessment *assessment, int32_t list, const char *id);

/**
 * Id of an item.
 * @param[in] assessment the assessment.
 * @param[in] list #RAPPORT_LIST_SKILLS to #RAPPORT_LIST_TOPICS.
 * @param[in] item its number.
 * @return borrowed text; NULL if there is no such item.
 */
RAPPORT_API const char *rapport_ledger_item_id(const rapport_assessment *assessment, int32_t list, uint32_t item);

/**
 * Sets the title of an item, in one language; replaces what was there. Reports for people show it in place of the id.
 *
 * A title has either languages or none: setting it without one drops those with, and the other way round.
 * @param[in,out] assessment the assessment.
 * @param[in] list #RAPPORT_LIST_RIVALS to #RAPPORT_LIST_TOPICS; skills have ids only.
 * @param[in] item its number.
 * @param[in] language such as "de"; NULL for a title without languages.
 * @param[in] text UTF-8.
 * @param[in] length bytes, or -1.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is set.
 * @retval RAPPORT_BAD_ARGUMENT there is no such list or item, or it is a skill.
 * @retval RAPPORT_BAD_VALUE the text is not UTF-8, or the language is not one.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_ledger_set_title(rapport_assessment *assessment, int32_t list, uint32_t item,
                                                    const char *language, const char *text, int64_t length,
                                                    rapport_error *error);

/**
 * Title of an item in the wanted language, or its id.
 * @param[in] assessment the assessment.
 * @param[in] list #RAPPORT_LIST_SKILLS to #RAPPORT_LIST_TOPICS.
 * @param[in] item its number.
 * @param[in] language such as "de"; NULL for any.
 * @return borrowed text; NULL if there is no such item.
 */
RAPPORT_API const char *rapport_ledger_item_title(const rapport_assessment *assessment, int32_t list, uint32_t item,
                                                  const char *language);

/**
 * Says that the assessment has a section, before anything is in it.
 * @param[in,out] assessment the assessment.
 * @param[in] section #RAPPORT_SECTION_CONTRIBUTIONS to #RAPPORT_SECTION_NETWORK.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is there.
 * @retval RAPPORT_BAD_ARGUMENT there is no such section.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_ledger_add_section(rapport_assessment *assessment, int32_t section, rapport_error *error);

/**
 * Whether a section is there.
 * @param[in] assessment the assessment.
 * @param[in] section #RAPPORT_SECTION_CONTRIBUTIONS to #RAPPORT_SECTION_NETWORK.
 * @return 1 or 0; 0 if there is no such section.
 */
RAPPORT_API int32_t rapport_ledger_has_section(const rapport_assessment *assessment, int32_t section);

/**
 * Sets an entry of a table, and opens its section; replaces what was there.
 *
 * The brackets of the table say what the entry belongs to, in this order; further numbers must be 0.
 * @param[in,out] assessment the assessment.
 * @param[in] table #RAPPORT_ENTRY_CONTRIBUTION to #RAPPORT_ENTRY_TRUST_CUT.
 * @param[in] first number of the first party or item.
 * @param[in] second number of the second.
 * @param[in] third number of the third.
 * @param[in] value in the table's range.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is set.
 * @retval RAPPORT_BAD_ARGUMENT there is no such table, party or item, or a number that is not used is not 0.
 * @retval RAPPORT_BAD_VALUE the value is out of range; for the number of a skill, party or criterion, there is no such one.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_ledger_set_entry(rapport_assessment *assessment, int32_t table, uint32_t first,
                                                    uint32_t second, uint32_t third, double value, rapport_error *error);

/**
 * An entry of a table.
 * @param[in] assessment the assessment.
 * @param[in] table #RAPPORT_ENTRY_CONTRIBUTION to #RAPPORT_ENTRY_TRUST_CUT.
 * @param[in] first number of the first party or item.
 * @param[in] second number of the second.
 * @param[in] third number of the third.
 * @param[out] value the entry; may be NULL.
 * @retval RAPPORT_OK it is there.
 * @retval RAPPORT_UNDEFINED the section of the table is there, the entry is not.
 * @retval RAPPORT_NOT_FOUND the section is not there.
 * @retval RAPPORT_BAD_ARGUMENT there is no such table, party or item, or a number that is not used is not 0.
 */
RAPPORT_API rapport_status rapport_ledger_get_entry(const rapport_assessment *assessment, int32_t table, uint32_t first,
                                                    uint32_t second, uint32_t third, double *value);

/** @} */

#ifdef __cplusplus
}
#endif
#endif
