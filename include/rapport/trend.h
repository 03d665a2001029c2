/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_TREND_H
#define RAPPORT_TREND_H
/**
 * @file
 * @brief Where a series goes: recency-weighted means, control charts, robust slope and trend test over arrays.
 */
#include "rapport/base.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @defgroup trend Trend
 * Pure functions over a series of periods, the oldest first. docs/rounds.md explains each and says when to believe it.
 *
 * @par Rules that hold for all of them
 * - `present` has one byte a period, 0 where the period has no value (inactive, or not rated); NULL: all have one. Such a
 * period is skipped: it is counted in `skipped`, its value is not looked at, and everything else is as if it were not there.
 * Without `times`, periods with a value are 1 apart; where gaps of time should count, pass `times`.
 * - Values lie in -1e100..1e100, or the call is refused with #RAPPORT_BAD_VALUE. `times` rise from one period with a value to
 * the next, by at least 1e-100, and lie in -1e100..1e100.
 * - What cannot be computed has a `reason` other than #RAPPORT_TREND_DEFINED and numbers that are 0; the status is #RAPPORT_OK.
 * - Unless the status is #RAPPORT_OK, nothing has been written.
 * @{
 */

/** Why a number of a trend does not exist. */
enum {
    RAPPORT_TREND_DEFINED = 0,   /**< It does. */
    RAPPORT_TREND_TOO_FEW = 1,   /**< There are too few periods with a value. */
    RAPPORT_TREND_NO_SPREAD = 2, /**< The standard deviation is 0, or all values are equal. */
    RAPPORT_TREND_ALL_FADED = 3  /**< Every value is so old that it has no weight left. */
};

/** How the weight of a period falls with its age. */
enum {
    RAPPORT_LINEAR_FADE = 0, /**< (span - age) / span: 1 for the newest, 0 from the age `span` on. */
    RAPPORT_HALF_LIFE = 1    /**< 2^(-age / span): halved with every `span`. */
};

/** Limits of a chart of exponentially weighted moving averages. */
enum {
    RAPPORT_VARYING_LIMITS = 0,   /**< Exact for every period: narrow at first. */
    RAPPORT_ASYMPTOTIC_LIMITS = 1 /**< Those that the exact ones tend to. */
};

/** On which side of a chart an alarm lies; both may hold in a sum of two charts. */
enum {
    RAPPORT_ALARM_LOW = 1, /**< Below the lower limit, or the lower sum above its interval. */
    RAPPORT_ALARM_HIGH = 2 /**< Above the upper limit, or the upper sum above its interval. */
};

enum { RAPPORT_MAX_SLOPE_PERIODS = 2048 /**< Periods with a value that rapport_slope_compute() takes. */ };

/** A mean in which what is recent counts for more. */
typedef struct rapport_recency {
    uint32_t struct_size; /**< Set by the caller to `sizeof(rapport_recency)`. */
    int32_t reason;       /**< Why there is no value; #RAPPORT_TREND_DEFINED with one. */
    double value;         /**< The weighted mean. */
    double weight;        /**< Sum of the weights; the newest period has 1. */
    uint32_t used;        /**< Periods with a value and weight. */
    uint32_t faded;       /**< Periods with a value that are too old to count. */
    uint32_t skipped;     /**< Periods without a value. */
    uint32_t reserved;    /**< 0. */
} rapport_recency;

/** Where a control chart stands after the last period. */
typedef struct rapport_chart {
    uint32_t struct_size; /**< Set by the caller to `sizeof(rapport_chart)`. */
    int32_t reason;       /**< Why there is no chart; #RAPPORT_TREND_DEFINED with one. */
    double low;           /**< EWMA: the lower limit. CUSUM: the lower sum. */
    double high;          /**< EWMA: the upper limit. CUSUM: the upper sum. */
    double value;         /**< EWMA: the average. CUSUM: 0. */
    uint32_t used;        /**< Periods with a value. */
    uint32_t skipped;     /**< Periods without a value. */
    uint32_t alarms;      /**< Periods with an alarm. */
    uint32_t first_alarm; /**< The first of them, from 0; #RAPPORT_NONE without one. */
    int32_t last;      /**< Alarm of the last period with a value: #RAPPORT_ALARM_LOW, #RAPPORT_ALARM_HIGH, both added, or 0. */
    uint32_t reserved; /**< 0. */
} rapport_chart;

/** A slope that a few odd periods do not move, and whether there is a trend at all. */
typedef struct rapport_slope {
    uint32_t struct_size; /**< Set by the caller to `sizeof(rapport_slope)`. */
    int32_t reason;       /**< Why there is no slope, which takes two periods; #RAPPORT_TREND_DEFINED with one. */
    int32_t test_reason;  /**< Why there is no test (z, p, tau): too few periods, or all values equal. */
    int32_t exact;        /**< 1 if `p` is exact: at most 10 periods and no ties; 0 if it is the normal approximation. */
    double slope;         /**< Theil and Sen: median of the slopes of all pairs, in values per period or per unit of time. */
    double intercept;     /**< Median value - slope times median time: what the line has at time 0, the first period's. */
    double s;             /**< Mann and Kendall: pairs that rise less pairs that fall. */
    double variance;      /**< Of `s` without a trend, with ties. */
    double z;             /**< (s -+ 1) / square root of the variance; 0 if s is 0. */
    double p;             /**< Two-sided: how likely a series without a trend is to have an s this far from 0. */
    double tau;           /**< Kendall's tau-b, -1..1. */
    uint32_t used;        /**< Periods with a value. */
    uint32_t skipped;     /**< Periods without a value. */
} rapport_slope;

/**
 * A mean weighted by recency.
 * @param[in] values one a period, the oldest first; NULL only without periods.
 * @param[in] present see the group; may be NULL.
 * @param[in] times when each period was, in any unit; NULL: 1 apart.
 * @param[in] periods how many.
 * @param[in] fade #RAPPORT_LINEAR_FADE or #RAPPORT_HALF_LIFE.
 * @param[in] span in periods, or in the unit of `times`: 1e-6..1e15.
 * @param[in,out] out `struct_size` set by the caller.
 * @retval RAPPORT_OK `*out` is filled.
 * @retval RAPPORT_BAD_VALUE a value, a time or the span is out of range.
 * @retval RAPPORT_BAD_ARGUMENT there is no such fade, a pointer is NULL or `struct_size` cannot be one.
 * @par Cost
 * O(n).
 * @par Source
 * The linear fade over 12 periods is the usual weighting of supplier scorecards.
 * @since 0.1.0
 */
RAPPORT_API rapport_status rapport_recency_compute(const double *values, const uint8_t *present, const double *times,
                                                   uint32_t periods, int32_t fade, double span, rapport_recency *out);

/**
 * A chart of exponentially weighted moving averages: z = lambda x + (1 - lambda) z, from z = mean, against
 * mean -+ width sigma sqrt(lambda / (2 - lambda) (1 - (1 - lambda)^(2 t))) in the t-th period with a value.
 *
 * An average is out if it lies beyond a limit, both rounded to 1e-9. A skipped period repeats what was before it, without
 * alarm.
 * @param[in] values one a period, the oldest first; NULL only without periods.
 * @param[in] present see the group; may be NULL.
 * @param[in] periods how many.
 * @param[in] mean what is expected, -1e100..1e100.
 * @param[in] sigma standard deviation of a single value, 0 or 1e-100..1e100; with 0 there is no chart.
 * @param[in] lambda weight of the newest value, 1e-6..1.
 * @param[in] width of the limits in standard deviations, 1e-6..1e6.
 * @param[in] limits #RAPPORT_VARYING_LIMITS or #RAPPORT_ASYMPTOTIC_LIMITS.
 * @param[out] averages room for one a period; may be NULL.
 * @param[out] lower likewise, the lower limits.
 * @param[out] upper likewise, the upper limits.
 * @param[out] alarms likewise, #RAPPORT_ALARM_LOW, #RAPPORT_ALARM_HIGH or 0.
 * @param[in,out] out `struct_size` set by the caller.
 * @retval RAPPORT_OK `*out` is filled; the arrays are, if there is a chart.
 * @retval RAPPORT_BAD_VALUE a value or parameter is out of range.
 * @retval RAPPORT_BAD_ARGUMENT there are no such limits, a pointer is NULL or `struct_size` cannot be one.
 * @par Cost
 * O(n).
 * @par Source
 * Roberts 1959 for the chart, Lucas & Saccucci 1990 for the limits and the choice of lambda and width.
 * @since 0.1.0
 */
RAPPORT_API rapport_status rapport_ewma_compute(const double *values, const uint8_t *present, uint32_t periods, double mean,
                                                double sigma, double lambda, double width, int32_t limits, double *averages,
                                                double *lower, double *upper, int32_t *alarms, rapport_chart *out);

/**
 * A two-sided standardised CUSUM chart: low = max(0, low + (mean - x) / sigma - slack), high likewise with (x - mean); an alarm
 * where one exceeds the interval, both rounded to 1e-9. The sums are not set back after an alarm.
 * @param[in] values one a period, the oldest first; NULL only without periods.
 * @param[in] present see the group; may be NULL.
 * @param[in] periods how many.
 * @param[in] mean what is expected, -1e100..1e100.
 * @param[in] sigma standard deviation of a single value, 0 or 1e-100..1e100; with 0 there is no chart.
 * @param[in] slack k, in standard deviations, 0..1e6: half the shift that is to be found; usually 0.5.
 * @param[in] interval h, in standard deviations, 1e-6..1e6; usually 4 or 5.
 * @param[out] low room for one lower sum a period; may be NULL.
 * @param[out] high likewise, the upper sums.
 * @param[out] alarms likewise, #RAPPORT_ALARM_LOW, #RAPPORT_ALARM_HIGH, both added, or 0.
 * @param[in,out] out `struct_size` set by the caller.
 * @retval RAPPORT_OK `*out` is filled; the arrays are, if there is a chart.
 * @retval RAPPORT_BAD_VALUE a value or parameter is out of range.
 * @retval RAPPORT_BAD_ARGUMENT a pointer is NULL or `struct_size` cannot be one.
 * @par Cost
 * O(n).
 * @par Source
 * Page 1954.
 * @since 0.1.0
 */
RAPPORT_API rapport_status rapport_cusum_compute(const double *values, const uint8_t *present, uint32_t periods, double mean,
                                                 double sigma, double slack, double interval, double *low, double *high,
                                                 int32_t *alarms, rapport_chart *out);

/**
 * The Theil-Sen slope and the Mann-Kendall test.
 *
 * The test compares values as they are; who wants those equal that differ by rounding rounds them first. The two-sided p is
 * exact up to 10 periods without ties, otherwise that of the normal distribution, which is rough below some 10 periods; its
 * tail is computed to a relative error below 1e-12.
 * @param[in] values one a period, the oldest first; NULL only without periods.
 * @param[in] present see the group; may be NULL.
 * @param[in] times when each period was, in any unit; NULL: 1 apart, the first at 0.
 * @param[in] periods how many, of which at most #RAPPORT_MAX_SLOPE_PERIODS have a value.
 * @param[in] allocator memory functions; NULL for libc.
 * @param[in,out] out `struct_size` set by the caller.
 * @retval RAPPORT_OK `*out` is filled.
 * @retval RAPPORT_BAD_VALUE a value or time is out of range, or the times do not rise.
 * @retval RAPPORT_LIMIT there are too many periods with a value.
 * @retval RAPPORT_BAD_ARGUMENT a pointer is NULL, `struct_size` cannot be one or the allocator is incomplete.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 * @par Cost
 * O(n^2) for n periods with a value, and 24 n bytes.
 * @par Source
 * Theil 1950, Sen 1968 (slope), Conover 1980 (intercept), Mann 1945, Kendall 1975 (test, variance with ties, tau-b).
 * @since 0.1.0
 */
RAPPORT_API rapport_status rapport_slope_compute(const double *values, const uint8_t *present, const double *times,
                                                 uint32_t periods, const rapport_allocator *allocator, rapport_slope *out);

/** @} */

#ifdef __cplusplus
}
#endif
#endif
