# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""Where a series goes, over plain sequences of numbers: docs/rounds.md says what each means and when to believe it.

Periods stand in their order, the oldest first; None is a period without a value, which is skipped. What cannot be computed is
None, and reason says why.
"""
from __future__ import annotations

import ctypes
from ctypes import byref, c_double, c_int32
from typing import Any, List, NamedTuple, Optional, Sequence

from . import _constants as c
from . import _names as names
from . import _structs as structs
from ._catalog import code
from ._library import check, lib
from ._text import real
from .errors import BadValue

Series = Sequence[Optional[float]]


class Recency(NamedTuple):
    """A mean in which what is recent counts for more; weight is the sum of the weights, the newest having 1."""

    value: Optional[float]
    weight: float
    used: int
    faded: int
    skipped: int
    reason: Optional[str]


class Chart(NamedTuple):
    """A control chart: one entry a period in each list, empty lists where there is none.

    averages is empty for a CUSUM; low and high are its sums, or the limits of an EWMA. An alarm is "low", "high", "both" or
    None; last is that of the last period with a value.
    """

    averages: List[float]
    low: List[float]
    high: List[float]
    alarms: List[Optional[str]]
    first_alarm: Optional[int]
    last: Optional[str]
    used: int
    skipped: int
    reason: Optional[str]


class Slope(NamedTuple):
    """The Theil-Sen slope with its intercept, and the Mann-Kendall test: exact says whether p is."""

    slope: Optional[float]
    intercept: Optional[float]
    s: Optional[float]
    z: Optional[float]
    p: Optional[float]
    exact: bool
    tau: Optional[float]
    used: int
    skipped: int
    reason: Optional[str]
    test_reason: Optional[str]


def _series(values: Series) -> Any:
    numbers = [None if x is None else real(x, "/values") for x in values]
    return ((c_double * len(numbers))(*(0.0 if x is None else x for x in numbers)),
            (ctypes.c_uint8 * len(numbers))(*(x is not None for x in numbers)), len(numbers))


def _times(times: Optional[Sequence[float]], count: int) -> Any:
    if times is None:
        return None
    when = [real(t, "/times") for t in times]
    if len(when) != count:
        raise BadValue("there must be one time a period", "/times")
    return (c_double * count)(*when)


def alarm(code: int) -> Optional[str]:
    """The word for an alarm of the C interface."""
    return "both" if code == c.RAPPORT_ALARM_LOW + c.RAPPORT_ALARM_HIGH else names.ALARMS.get(code)


def recency(values: Series, *, fade: str = "linear", span: float = 12.0, times: Optional[Sequence[float]] = None) -> Recency:
    """A mean weighted by recency: "linear" fades out over span, "half-life" halves with every span.

        rapport.trend.recency([40, 60, 80], span=4).value
    """
    array, present, count = _series(values)
    out = structs.rapport_recency(struct_size=ctypes.sizeof(structs.rapport_recency))
    check(lib.rapport_recency_compute(array, present, _times(times, count), count, code(names.FADES, fade, "fade"),
                                      real(span, "/span"), byref(out)))
    return Recency(None if out.reason else out.value, out.weight, out.used, out.faded, out.skipped,
                   names.TREND_REASONS[out.reason])


def _chart(out: Any, averages: Any, low: Any, high: Any, alarms: Any) -> Chart:
    reason = names.TREND_REASONS[out.reason]
    if reason:
        averages, low, high, alarms = (), (), (), ()
    first = None if out.first_alarm == c.RAPPORT_NONE else out.first_alarm
    return Chart(list(averages), list(low), list(high), [alarm(code) for code in alarms], first, alarm(out.last), out.used,
                 out.skipped, reason)


def ewma(values: Series, mean: float, sigma: float, *, smoothing: float = 0.3, width: float = 2.7,
         limits: str = "varying") -> Chart:
    """A chart of exponentially weighted moving averages; smoothing is lambda, limits "varying" or "asymptotic"."""
    array, present, count = _series(values)
    averages, low, high = ((c_double * count)() for _ in range(3))
    alarms = (c_int32 * count)()
    out = structs.rapport_chart(struct_size=ctypes.sizeof(structs.rapport_chart))
    check(lib.rapport_ewma_compute(array, present, count, real(mean, "/mean"), real(sigma, "/sigma"),
                                   real(smoothing, "/smoothing"), real(width, "/width"), code(names.LIMITS, limits, "limits"),
                                   averages, low, high, alarms, byref(out)))
    return _chart(out, averages, low, high, alarms)


def cusum(values: Series, mean: float, sigma: float, *, slack: float = 0.5, interval: float = 4.0) -> Chart:
    """A two-sided standardised CUSUM chart; slack is k and interval h, in standard deviations."""
    array, present, count = _series(values)
    low, high = ((c_double * count)() for _ in range(2))
    alarms = (c_int32 * count)()
    out = structs.rapport_chart(struct_size=ctypes.sizeof(structs.rapport_chart))
    check(lib.rapport_cusum_compute(array, present, count, real(mean, "/mean"), real(sigma, "/sigma"), real(slack, "/slack"),
                                    real(interval, "/interval"), low, high, alarms, byref(out)))
    return _chart(out, (), low, high, alarms)


def slope(values: Series, *, times: Optional[Sequence[float]] = None) -> Slope:
    """The Theil-Sen slope and the Mann-Kendall test."""
    array, present, count = _series(values)
    out = structs.rapport_slope(struct_size=ctypes.sizeof(structs.rapport_slope))
    check(lib.rapport_slope_compute(array, present, _times(times, count), count, None, byref(out)))
    line, test = not out.reason, not out.test_reason
    return Slope(out.slope if line else None, out.intercept if line else None, out.s if line else None,
                 out.z if test else None, out.p if test else None, bool(out.exact), out.tau if test else None, out.used,
                 out.skipped, names.TREND_REASONS[out.reason], names.TREND_REASONS[out.test_reason])
