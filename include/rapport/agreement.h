/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_AGREEMENT_H
#define RAPPORT_AGREEMENT_H
/**
 * @file
 * @brief How far raters agree: indices of agreement and reliability over arrays.
 */
#include "rapport/base.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @defgroup agreement Agreement
 * Indices of agreement and reliability, as pure functions over a table of ratings: one row a rater, one column a unit (what is
 * rated). All have one shape, rapport_agreement_compute(). `docs/agreement.md` says which index answers which question, and
 * where other programs count otherwise.
 *
 * What cannot be computed has no value and a reason; nothing is ever NaN. Nothing is kept between two calls.
 * @{
 */

/** An index of agreement or reliability. */
enum {
    RAPPORT_RWG = 1,           /**< r_wg, the mean over the units; James, Demaree and Wolf (1984). */
    RAPPORT_RWGJ = 2,          /**< r_wg(J): the units are J items that ask the same; James, Demaree and Wolf (1984). */
    RAPPORT_AWG = 3,           /**< a_wg, the mean over the units; Brown and Hauenstein (2005). */
    RAPPORT_AD = 4,            /**< Average deviation, the mean over the units: 0 is full agreement; Burke et al. (1999). */
    RAPPORT_ICC1 = 5,          /**< ICC(1), or ICC(1,1): each unit has raters of its own; Shrout and Fleiss (1979). */
    RAPPORT_ICC1K = 6,         /**< ICC(1,k), in organisational research ICC(2): as ICC(1), of the mean of the raters. */
    RAPPORT_ICC2 = 7,          /**< ICC(2,1): the same raters for all units, standing for others like them. */
    RAPPORT_ICC2K = 8,         /**< ICC(2,k): as ICC(2,1), of the mean of the raters. */
    RAPPORT_ICC3 = 9,          /**< ICC(3,1): the same raters for all units, and no others are meant: consistency. */
    RAPPORT_ICC3K = 10,        /**< ICC(3,k): as ICC(3,1), of the mean of the raters. */
    RAPPORT_KENDALL = 11,      /**< Kendall's W, corrected for ties: the raters put the units in the same order. */
    RAPPORT_KRIPPENDORFF = 12, /**< Krippendorff's alpha; missing ratings are fine. */
    RAPPORT_CRONBACH = 13,     /**< Cronbach's alpha: the rows are items, the columns are cases. */
    RAPPORT_INDEX_END          /**< One past the last index; not an index. */
};

/** How far apart two ratings are, for Krippendorff's alpha. */
enum {
    RAPPORT_ORDINAL = 0,  /**< By how many ratings lie between them: levels of a scale. */
    RAPPORT_NOMINAL = 1,  /**< Different or not: names of kinds. */
    RAPPORT_INTERVAL = 2, /**< By their difference. */
    RAPPORT_RATIO = 3     /**< By their difference over their sum; no negative ratings. */
};

/** What the average deviation is measured from. */
enum {
    RAPPORT_AROUND_MEAN = 0,  /**< The unit's mean: AD_M. */
    RAPPORT_AROUND_MEDIAN = 1 /**< The unit's median: AD_Md. */
};

/** What ratings at random would look like, for r_wg and r_wg(J). */
enum {
    RAPPORT_NULL_UNIFORM = 0 /**< Every response option as often as any other. */
};

/** Why an index has no value. */
enum {
    RAPPORT_DEFINED = 0,             /**< It has one. */
    RAPPORT_TOO_FEW_RATERS = 1,      /**< Fewer than two raters rated anything. */
    RAPPORT_TOO_FEW_UNITS = 2,       /**< Fewer than two units have ratings, and the index compares units. */
    RAPPORT_NOTHING_PAIRABLE = 3,    /**< No unit has two ratings. */
    RAPPORT_TOO_FEW_COMPLETE = 4,    /**< Fewer than two units were rated by all raters, and the index needs such units. */
    RAPPORT_NO_VARIANCE = 5,         /**< The ratings do not vary where the index needs them to. */
    RAPPORT_NEGATIVE_RATINGS = 6,    /**< The ratio metric has no meaning for negative ratings. */
    RAPPORT_NO_POSITIVE_VARIANCE = 7 /**< The raters differ so much that the estimate it is relative to is not above 0. */
};

/** Which further numbers of a ::rapport_agreement exist. */
enum {
    RAPPORT_HAS_OBSERVED = 1,      /**< `observed`. */
    RAPPORT_HAS_EXPECTED = 2,      /**< `expected`. */
    RAPPORT_HAS_UNITS = 4,         /**< `least`, `greatest` and their units. */
    RAPPORT_HAS_LIMIT = 8,         /**< `limit`. */
    RAPPORT_HAS_CHI_SQUARE = 16,   /**< `chi_square` and `df1`. */
    RAPPORT_HAS_MEAN_SQUARES = 32, /**< `ms_units`, `ms_within` and `raters_per_unit`. */
    RAPPORT_HAS_TWO_WAY = 64,      /**< `ms_raters` and `ms_error`. */
    RAPPORT_HAS_F = 128,           /**< `f`, `df1` and `df2`. */
    RAPPORT_HAS_INTERVAL = 256     /**< `confidence`, `lower` and `upper`. */
};

/** Bounds of what is taken. */
enum {
    RAPPORT_MAX_RATINGS = 67108864, /**< Raters times units. */
    RAPPORT_MAX_RATIO_VALUES = 8192 /**< Different ratings under the ratio metric, which compares each with each. */
};

/** Options of an index. All zero, or NULL in place of the struct, is the default. What an index does not use is ignored. */
typedef struct rapport_agreement_options {
    uint32_t struct_size;      /**< Set by the caller to `sizeof(rapport_agreement_options)`. */
    int32_t metric;            /**< Krippendorff: #RAPPORT_ORDINAL to #RAPPORT_RATIO. */
    int32_t around;            /**< AD: #RAPPORT_AROUND_MEAN or #RAPPORT_AROUND_MEDIAN. */
    int32_t null_distribution; /**< r_wg, r_wg(J): #RAPPORT_NULL_UNIFORM. */
    uint32_t options;     /**< How many response options the scale has, 2 to 1,000,000; 0: not told, or a continuous scale. */
    uint32_t reserved;    /**< 0. */
    double lowest;        /**< Lowest rating that the scale has; with `highest` 0, both are not told. */
    double highest;       /**< Highest rating that the scale has. */
    double confidence;    /**< Of the interval around an ICC or Cronbach's alpha, 0.5 to 0.999; 0 means 0.95. */
    int64_t rater_stride; /**< Elements from one rater to the next, in values and mask; 0 means as many as there are units. */
    int64_t unit_stride;  /**< Elements from one unit to the next; 0 means 1. */
} rapport_agreement_options;

/**
 * An index with all that it came from. Numbers that do not exist are 0; `has_value` and `has` say which do.
 *
 * `raters`, `units` and `ratings` count what entered: a rater without any rating, a unit that the index had to leave out, are
 * not among them.
 */
typedef struct rapport_agreement {
    uint32_t struct_size;   /**< Set by the caller to `sizeof(rapport_agreement)`. */
    int32_t index;          /**< Which index. */
    int32_t has_value;      /**< 1 if `value` exists. */
    int32_t reason;         /**< Why there is no value: #RAPPORT_TOO_FEW_RATERS and so on; #RAPPORT_DEFINED with one. */
    double value;           /**< The index. */
    uint32_t has;           /**< #RAPPORT_HAS_OBSERVED and so on, added. */
    uint32_t raters;        /**< Raters that entered. */
    uint32_t units;         /**< Units that entered. */
    uint32_t ratings;       /**< Ratings that entered. */
    uint32_t floored;       /**< r_wg: units whose negative value counts as 0. r_wg(J): 1 if the whole was negative and is 0. */
    uint32_t off_center;    /**< a_wg: units whose mean lies so near an end that the value should not be interpreted. */
    int32_t metric;         /**< As used. */
    int32_t around;         /**< As used. */
    uint32_t options;       /**< As used. */
    uint32_t reserved;      /**< 0. */
    double lowest;          /**< As used: for a_wg 1 to `options` if no range was told. */
    double highest;         /**< As used. */
    double observed;        /**< r_wg, r_wg(J), a_wg: mean sample variance of the units. Krippendorff: observed disagreement.
                                 Cronbach: sum of the variances of the items. */
    double expected;        /**< r_wg, r_wg(J): variance of ratings at random. Krippendorff: expected disagreement.
                                 Cronbach: variance of the sum of the items. */
    double least;           /**< r_wg, a_wg, AD: smallest value of a unit. */
    double greatest;        /**< r_wg, a_wg, AD: largest value of a unit. */
    uint32_t least_unit;    /**< The first unit that has it, from 0; #RAPPORT_NONE without one. */
    uint32_t greatest_unit; /**< The first unit that has it, from 0; #RAPPORT_NONE without one. */
    double limit;           /**< AD: agreement in practice up to here, a sixth of the response options. */
    double chi_square;      /**< Kendall: m (n - 1) W, to be held against chi-square with `df1` degrees of freedom. */
    double ms_units;        /**< ICC: mean square between units. */
    double ms_within;       /**< ICC: mean square within units. */
    double ms_raters;       /**< ICC(2,.), ICC(3,.): mean square between raters. */
    double ms_error;        /**< ICC(2,.), ICC(3,.): mean square of what units and raters leave. */
    double raters_per_unit; /**< ICC: k; for units with unequal numbers of raters the size that weighs them. */
    double f;               /**< ICC: test against no differences between units. */
    double df1;             /**< Degrees of freedom: of chi-square, or of the numerator of F. */
    double df2;             /**< Degrees of freedom of the denominator of F. */
    double confidence;      /**< As used. */
    double lower;           /**< Lower end of the confidence interval. */
    double upper;           /**< Upper end of the confidence interval. */
} rapport_agreement;

/**
 * The word for an index, as documents and the command use it.
 * @param[in] index #RAPPORT_RWG to #RAPPORT_CRONBACH.
 * @return a static string such as "krippendorff"; NULL if there is no such index.
 */
RAPPORT_API const char *rapport_agreement_name(int32_t index);

/**
 * Computes an index over a table of ratings.
 *
 * A rating that is there must be finite, at most 1e60 in magnitude, and 0 or at least 1e-60. For r_wg, r_wg(J) and a_wg it must
 * lie on the scale: between `lowest` and `highest` where they are told; for a_wg without them between 1 and `options`;
 * otherwise no two ratings may be further apart than `options` allow.
 * @param[in] index #RAPPORT_RWG to #RAPPORT_CRONBACH.
 * @param[in] values the ratings, row by row: one row a rater, one column a unit; NULL only for an empty table.
 * @param[in] present one byte a rating, in the same places: 0 where it is missing (`values` is not looked at); NULL: all are
 * there.
 * @param[in] raters rows.
 * @param[in] units columns.
 * @param[in] options may be NULL; r_wg and r_wg(J) need `options` or a range, a_wg needs a range or `options`.
 * @param[in] allocator memory functions; NULL for libc.
 * @param[in,out] out `struct_size` set by the caller.
 * @param[out] error detail; the path of a rating is `/ratings/RATER/UNIT`; may be NULL.
 * @retval RAPPORT_OK `*out` is filled, whether or not the index has a value.
 * @retval RAPPORT_BAD_ARGUMENT there is no such index, an option is not valid or is needed, something is NULL.
 * @retval RAPPORT_BAD_VALUE a rating is not finite, too large, too small, or not on the scale.
 * @retval RAPPORT_LIMIT more than #RAPPORT_MAX_RATINGS ratings, or than #RAPPORT_MAX_RATIO_VALUES different ones under the
 * ratio metric.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 * @par Cost
 * Of N, raters times units; memory beside 4 bytes a unit. r_wg, r_wg(J), a_wg, AD around the mean, ICC(1), ICC(1,k): O(N),
 * none. AD around the median: O(N log raters), 8 bytes a rater. Other ICCs and Cronbach: O(N), 12 bytes a rater and a unit.
 * Kendall: O(N log units), 4 bytes a rater and 20 a unit. Krippendorff: O(N log N), 8 N bytes and 16 for each different rating;
 * the ratio metric adds the squared number of different ratings, over all and in each unit.
 * @par Source
 * See docs/agreement.md.
 */
RAPPORT_API rapport_status rapport_agreement_compute(int32_t index, const double *values, const uint8_t *present,
                                                     uint32_t raters, uint32_t units, const rapport_agreement_options *options,
                                                     const rapport_allocator *allocator, rapport_agreement *out,
                                                     rapport_error *error);

/** @} */

#ifdef __cplusplus
}
#endif
#endif
