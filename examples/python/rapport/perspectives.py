# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""Several raters of a party, four views, and what matters: what Result.consensus() and its neighbours hand out."""
from __future__ import annotations

from typing import Any, NamedTuple, Optional

from . import _constants as c
from . import _names as names


class Consensus(NamedTuple):
    """How far the raters of a party agree. value is None where it does not exist, and reason says why.

    reading is "lack" to "very-strong" of r_wg and r_wg(J); limit, in points, that of the average deviation.
    """

    index: str
    value: Optional[float]
    reason: Optional[str]
    raters: int
    criteria: int
    ratings: int
    reading: Optional[str]
    limit: Optional[float]
    floored: bool
    off_center: bool


class Opinion(NamedTuple):
    """What the raters of a party say of a party in a criterion; points and raters are None where they are withheld."""

    kind: str
    of: str
    against: str
    node: str
    points: Optional[float]
    raters: Optional[int]


class Perspective(NamedTuple):
    """Self-enhancement, regard or understanding; the numbers are None where they do not exist, and reason says why."""

    aspect: str
    of: str
    against: str
    value: Optional[float]
    bias: Optional[float]
    first: Optional[float]
    second: Optional[float]
    criteria: int
    withheld: int
    reason: Optional[str]


class ImportanceGap(NamedTuple):
    """How differently two parties weigh the criteria; against None is the model."""

    of: str
    against: Optional[str]
    apart: float
    largest: float
    node: Optional[str]


class Place(NamedTuple):
    """A criterion among importance and performance; quadrant is "concentrate-here", "keep-up", "low-priority" or
    "possible-overkill"."""

    node: str
    quadrant: str
    importance: float
    performance: float
    priority: Optional[float]


def consensus_of(it: Any) -> Consensus:
    there = bool(it.has_value)
    limited = there and it.index == c.RAPPORT_AD and it.limit > 0
    return Consensus(names.INDICES[it.index], it.value if there else None, names.REASONS[it.reason], it.raters, it.criteria,
                     it.ratings, names.AGREEMENTS[it.reading] if it.reading else None, it.limit if limited else None,
                     bool(it.floored), bool(it.off_center))


def perspective_of(it: Any, of: str, against: str) -> Perspective:
    there = bool(it.has_value)
    understanding = there and it.aspect == c.RAPPORT_UNDERSTANDING
    paired = there and it.aspect != c.RAPPORT_REGARD
    return Perspective(names.ASPECTS[it.aspect], of, against, it.value if there else None,
                       it.bias if understanding else None, it.first if there else None, it.second if paired else None,
                       it.criteria, it.withheld, names.REASONS[it.reason])
