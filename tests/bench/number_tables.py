#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""Prints the tables of src/base from their definitions, in exact integer arithmetic.

    python3 tests/bench/number_tables.py powers > src/base/powers_of_ten.c
    python3 tests/bench/number_tables.py maths  > src/base/maths_tables.c
"""
import sys

HEAD = """/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "base/%s.h"

/* Printed by tests/bench/number_tables.py%s. */
"""


def power_of_ten(n):
    """10^n scaled by a power of two into 2^127..2^128, cut."""
    if n < 0:
        return (1 << (127 + (10 ** -n).bit_length())) // 10 ** -n
    shift = 128 - (10 ** n).bit_length()
    return 10 ** n << shift if shift >= 0 else 10 ** n >> -shift


def rows(items, per_line):
    for at in range(0, len(items), per_line):
        print("    " + ", ".join(items[at:at + per_line]) + ("," if at + per_line < len(items) else "};"))


def print_powers():
    low, high = -342, 324
    print(HEAD % ("powers_of_ten", "; the test of number reading computes every entry again"))
    print("const rapport__wide rapport__powers_of_ten[RAPPORT__POWER_MAX - RAPPORT__POWER_MIN + 1] = {")
    entries = [power_of_ten(n) for n in range(low, high + 1)]
    rows(["{0x%016x, 0x%016x}" % (e >> 64, e & (1 << 64) - 1) for e in entries], 3)


PLACES = 300  # fixed point: integers stand for multiples of 2^-300


def log_of(numerator, denominator):
    """ln(numerator / denominator) for a ratio in 0.5..2, by 2 artanh((r - 1) / (r + 1))."""
    z = ((numerator - denominator) << PLACES) // (numerator + denominator)
    square, term, total, n = z * z >> PLACES, z, 0, 1
    while abs(term) > 1:
        total += term // n
        term = term * square >> PLACES
        n += 2
    return 2 * total


LN2 = log_of(2, 1)


def power_of_two(numerator, denominator):
    """2^(numerator / denominator) by the series of e^x."""
    x = LN2 * numerator // denominator
    term, total, n = 1 << PLACES, 0, 0
    while term:
        total += term
        n += 1
        term = (term * x >> PLACES) // n
    return total


def rounded(value, unit):
    """The nearest multiple of 2^unit."""
    step = 1 << (PLACES + unit)
    return (value + step // 2) // step * step


def nearest(value):
    """The nearest double, as a fixed-point number."""
    return 0 if value == 0 else rounded(value, abs(value).bit_length() - PLACES - 53)


def text(value):
    """A hexadecimal literal of a fixed-point number that is a double."""
    if value == 0:
        return "0"
    assert nearest(value) == value
    sign, value = ("-", -value) if value < 0 else ("", value)
    exponent = value.bit_length() - 1 - PLACES
    digits = value << 1 >> (exponent + PLACES - 52 + 1) if exponent + PLACES >= 52 else value << (52 - exponent - PLACES)
    fraction = ("%013x" % (digits & (1 << 52) - 1)).rstrip("0")
    return "%s0x1%sp%d" % (sign, "." + fraction if fraction else "", exponent)


def split(value, unit):
    """A multiple of 2^unit, and a double for the rest."""
    high = rounded(value, unit)
    return high, nearest(value - high)


def print_maths():
    print(HEAD % ("maths_core", ""))
    print("const double rapport__exp_table[RAPPORT__EXP_STEPS][2] = {")
    pairs = [split(power_of_two(i, 128), -25) for i in range(128)]
    rows(["{%s, %s}" % (text(high), text(low)) for high, low in pairs], 2)
    print("\nconst double rapport__log_table[RAPPORT__LOG_STEPS][3] = {")
    entries = []
    for i in range(256):
        # The cell 1 + i/256 .. 1 + (i+1)/256; factor c = n/512 next to the reciprocal of its middle, 1 or 1/2 at the ends.
        n = 512 if i == 0 else 256 if i >= 254 else (512 * 512 + (513 + 2 * i) // 2) // (513 + 2 * i)
        upper = 1 + (i + 0.5) / 256 > 2 ** 0.5  # from there on x counts as 2^(e+1) * m/2
        for m in (256 + i, 257 + i):
            assert abs(n * m - 512 * 256) * 256 <= 512 * 256
        value = -log_of(n * 2, 512) if upper else -log_of(n, 512)
        high, low = split(value, -42)
        entries.append("{%s, %s, %s}" % (text(n << PLACES - 9), text(high), text(low)))
    rows(entries, 2)


def print_constants():
    """The few constants that stand in exp.c and log.c."""
    for name, value, unit in (("LN2", LN2, -42), ("LN2/128", LN2 // 128, -42)):
        high, low = split(value, unit)
        print(name, text(high), text(low))
    print("128/LN2", text(nearest((128 << 2 * PLACES) // LN2)))


if __name__ == "__main__":
    {"powers": print_powers, "maths": print_maths, "constants": print_constants}[sys.argv[1]]()
