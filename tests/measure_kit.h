/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_MEASURE_KIT_H
#define RAPPORT_MEASURE_KIT_H
/* What the tests of the measures over arrays share. */
#include "testkit.h"

#include <math.h>
#include <string.h>

#include "rapport/rapport.h"

/* Shares are quotients and sums of a few doubles. */
#define MK_ALMOST 1e-14

/* The next double beyond a limit that is 0 or points in that direction. */
static inline double mk_beyond(double limit, double direction)
{
    return limit == 0 ? direction * 5e-324 : limit * 1.0000000000000002;
}

/* `call` takes low..high at `place`, ends included, and refuses the doubles next to them, infinities and NaN. */
#define mk_assert_range(place, low, high, call)                                                                                \
    do {                                                                                                                       \
        double *place_ = &(place), kept_ = *place_;                                                                            \
        const double bad_[] = {NAN, INFINITY, -INFINITY, mk_beyond((low), -1), mk_beyond((high), 1)};                          \
        for (size_t i_ = 0; i_ < sizeof bad_ / sizeof *bad_; i_++) {                                                           \
            *place_ = bad_[i_];                                                                                                \
            assert_int_equal((call), RAPPORT_BAD_VALUE);                                                                       \
        }                                                                                                                      \
        *place_ = (low);                                                                                                       \
        assert_int_not_equal((call), RAPPORT_BAD_VALUE);                                                                       \
        *place_ = (high);                                                                                                      \
        assert_int_not_equal((call), RAPPORT_BAD_VALUE);                                                                       \
        *place_ = kept_;                                                                                                       \
    } while (0)

/* `call` refuses to fill `out` while its struct_size cannot be one, and touches nothing of it. */
#define mk_assert_struct(out, call)                                                                                            \
    do {                                                                                                                       \
        uint32_t size_ = (out).struct_size;                                                                                    \
        unsigned char before_[sizeof(out)];                                                                                    \
        for (uint32_t wrong_ = 0; wrong_ <= 4097; wrong_ += 4097) {                                                            \
            (out).struct_size = wrong_;                                                                                        \
            memcpy(before_, &(out), sizeof(out));                                                                              \
            assert_int_equal((call), RAPPORT_BAD_ARGUMENT);                                                                    \
            assert_memory_equal(before_, &(out), sizeof(out));                                                                 \
        }                                                                                                                      \
        (out).struct_size = size_;                                                                                             \
    } while (0)

#endif
