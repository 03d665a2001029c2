# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""How far raters agree: indices of agreement and reliability over a table of ratings."""
from __future__ import annotations

import ctypes
import json
import os
from ctypes import POINTER, byref
from typing import Any, Dict, List, Optional, Sequence

from . import _constants as c
from . import _names as names
from ._catalog import code
from ._handle import Handle, Native
from ._library import call, lib
from ._structs import rapport_agreement, rapport_agreement_options, rapport_ratings
from ._text import Text, collect, decoded, real, sized, whole
from .errors import BadValue
from .model import PathLike
from .result import options_for

Table = Sequence[Sequence[Optional[float]]]

_HAS = {c.RAPPORT_HAS_OBSERVED: ("observed",), c.RAPPORT_HAS_EXPECTED: ("expected",),
        c.RAPPORT_HAS_UNITS: ("least", "greatest", "least_unit", "greatest_unit"), c.RAPPORT_HAS_LIMIT: ("limit",),
        c.RAPPORT_HAS_CHI_SQUARE: ("chi_square", "df1"),
        c.RAPPORT_HAS_MEAN_SQUARES: ("ms_units", "ms_within", "raters_per_unit"),
        c.RAPPORT_HAS_TWO_WAY: ("ms_raters", "ms_error"), c.RAPPORT_HAS_F: ("f", "df1", "df2"),
        c.RAPPORT_HAS_INTERVAL: ("confidence", "lower", "upper")}
_FURTHER = {name for group in _HAS.values() for name in group}
_COUNTS = ("raters", "units", "ratings", "floored", "off_center")


class Agreement:
    """An index of agreement with all that it came from.

    value is None where it does not exist, and reason says why. raters, units and ratings count what entered. Further numbers
    (observed, expected, least, greatest, limit, chi_square, ms_units, f, df1, df2, lower, upper and so on, as
    rapport/agreement.h has them) are None where the index has none.
    """

    def __init__(self, made: rapport_agreement, ratings: "Optional[Ratings]"):
        self._made, self._ratings = made, ratings

    @property
    def index(self) -> str:
        """Which index, such as "krippendorff"."""
        return names.INDICES[self._made.index]

    @property
    def value(self) -> Optional[float]:
        return self._made.value if self._made.has_value else None

    @property
    def reason(self) -> Optional[str]:
        """Why there is no value: "too-few-raters", "no-variance" and so on; None with one."""
        return names.REASONS[self._made.reason]

    def __getattr__(self, name: str) -> Any:
        if name in _COUNTS:
            return getattr(self._made, name)
        if name not in _FURTHER:
            raise AttributeError(name)
        there = any(self._made.has & flag and name in group for flag, group in _HAS.items())
        return getattr(self._made, name) if there else None

    def report(self, format: str = "text", *, ascii: bool = False, color: bool = False, compact: bool = False) -> str:
        """"text" for people, with a word on how to read the value, or "json" (`rapport-agreement/1`) for programs."""
        options = options_for(format, None, ascii, color, compact)
        return collect(lambda writer, user: self._write(options, writer, user))

    def _write(self, options: Any, writer: Any, user: Any) -> int:
        ratings = self._ratings._pointer if self._ratings is not None else None
        call("rapport_agreement_write", byref(self._made), ratings, byref(options), writer, user)
        return c.RAPPORT_OK

    def to_json(self, *, compact: bool = False) -> str:
        """As `rapport-agreement/1`: the bytes of `rapport agreement --json`."""
        return self.report("json", compact=compact)

    def to_dict(self) -> Dict[str, Any]:
        """to_json(), parsed."""
        return json.loads(self.to_json())

    def __repr__(self) -> str:
        return f"<Agreement {self.index}: {self.reason if self.value is None else format(self.value, '.4f')}>"


class Ratings(Native):
    """A table of ratings from a `rapport-ratings/1` document: one row a rater, one column a unit."""

    @classmethod
    def read(cls, document: Text) -> "Ratings":
        """From the text of a document."""
        return cls._read(document, None)

    @classmethod
    def open(cls, path: PathLike) -> "Ratings":
        """From a file."""
        with open(path, "rb") as file:
            return cls._read(file.read(), os.fspath(path))

    @classmethod
    def _read(cls, document: Text, source: Any) -> "Ratings":
        out = POINTER(rapport_ratings)()
        call("rapport_ratings_read", *sized(document), None, byref(out), source=source)
        return cls(Handle(out, "rapport_ratings_destroy"))

    @property
    def table(self) -> List[List[Optional[float]]]:
        """The ratings; None where one is missing."""
        raters, units = self._size()
        values, present = lib.rapport_ratings_values(self._pointer), lib.rapport_ratings_present(self._pointer)
        return [[values[at] if present[at] else None for at in range(r * units, (r + 1) * units)] for r in range(raters)]

    def _size(self) -> "tuple[int, int]":
        return lib.rapport_ratings_count_raters(self._pointer), lib.rapport_ratings_count_units(self._pointer)

    @property
    def raters(self) -> List[Optional[str]]:
        """The ids of the raters; None for each where the document names none."""
        return [decoded(lib.rapport_ratings_rater_id(self._pointer, i)) for i in range(self._size()[0])]

    @property
    def units(self) -> List[Optional[str]]:
        """The ids of the units; None for each where the document names none."""
        return [decoded(lib.rapport_ratings_unit_id(self._pointer, i)) for i in range(self._size()[1])]

    def _scale(self) -> "tuple[Optional[int], Optional[float], Optional[float]]":
        options, lowest, highest = ctypes.c_uint32(), ctypes.c_double(), ctypes.c_double()
        lib.rapport_ratings_get_scale(self._pointer, byref(options), byref(lowest), byref(highest))
        ranged = lowest.value < highest.value
        return options.value or None, lowest.value if ranged else None, highest.value if ranged else None

    @property
    def options(self) -> Optional[int]:
        """How many response options the scale has; None if the document does not say."""
        return self._scale()[0]

    @property
    def lowest(self) -> Optional[float]:
        """The lowest rating that the scale has; None if the document does not say."""
        return self._scale()[1]

    @property
    def highest(self) -> Optional[float]:
        """The highest rating that the scale has; None if the document does not say."""
        return self._scale()[2]

    def agreement(self, index: str, *, metric: str = "ordinal", around: str = "mean", options: Optional[int] = None,
                  lowest: Optional[float] = None, highest: Optional[float] = None, confidence: float = 0.95) -> Agreement:
        """An index over the table; what is not given of the scale is the document's."""
        told = self._scale()
        chosen = _options(metric, around, told[0] if options is None else options, told[1] if lowest is None else lowest,
                          told[2] if highest is None else highest, confidence)
        values, present = lib.rapport_ratings_values(self._pointer), lib.rapport_ratings_present(self._pointer)
        return _compute(index, values, present, *self._size(), chosen, self)


def _options(metric: str, around: str, options: Optional[int], lowest: Optional[float], highest: Optional[float],
             confidence: float) -> rapport_agreement_options:
    if (lowest is None) != (highest is None):
        raise BadValue("lowest and highest go together")
    return rapport_agreement_options(
        ctypes.sizeof(rapport_agreement_options), code(names.METRICS, metric, "metric"),
        code(names.CENTERS, around, "center"), c.RAPPORT_NULL_UNIFORM, 0 if options is None else whole(options, "/options"), 0,
        0.0 if lowest is None else real(lowest, "/lowest"), 0.0 if highest is None else real(highest, "/highest"),
        real(confidence, "/confidence"), 0, 0)


def _compute(index: str, values: Any, present: Any, raters: int, units: int, options: rapport_agreement_options,
             ratings: Optional[Ratings]) -> Agreement:
    out = rapport_agreement(struct_size=ctypes.sizeof(rapport_agreement))
    call("rapport_agreement_compute", code(names.INDICES, index, "index"), values, present, raters, units, byref(options), None,
         byref(out))
    return Agreement(out, ratings)


def agreement(index: str, ratings: Table, *, metric: str = "ordinal", around: str = "mean", options: Optional[int] = None,
              lowest: Optional[float] = None, highest: Optional[float] = None, confidence: float = 0.95) -> Agreement:
    """An index of agreement over rows of ratings, one row a rater, None where a rating is missing.

        rapport.agreement("krippendorff", [[1, 2, 3, None], [1, 2, 2, 5]], metric="interval").value

    index is "rwg", "rwgj", "awg", "ad", "icc1", "icc1k", "icc2", "icc2k", "icc3", "icc3k", "kendall", "krippendorff" or
    "cronbach"; docs/agreement.md says which is for what.
    """
    rows = [list(row) for row in ratings]
    units = len(rows[0]) if rows else 0
    if any(len(row) != units for row in rows):
        raise BadValue("all rows must be equally long", "/ratings")
    cells = [cell for row in rows for cell in row]
    values = (ctypes.c_double * len(cells))(*(0.0 if cell is None else real(cell, "/ratings") for cell in cells))
    present = (ctypes.c_uint8 * len(cells))(*(cell is not None for cell in cells))
    return _compute(index, values, present, len(rows), units, _options(metric, around, options, lowest, highest, confidence),
                    None)
