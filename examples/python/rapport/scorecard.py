# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""Supplier scorecards of ERPNext, in its own arithmetic and in ours."""
from __future__ import annotations

import ctypes
import json
import os
from ctypes import POINTER, byref
from typing import Any, Dict, List, NamedTuple, Optional

from . import _constants as c
from . import _names as names
from ._catalog import code
from ._handle import Handle, Native
from ._library import call, lib
from ._structs import (rapport_scorecard, rapport_scorecard_criterion, rapport_scorecard_difference,
                       rapport_scorecard_outcome, rapport_scorecard_period)
from ._text import Text, collect, decoded, ended, optional, real, sized
from .model import PathLike
from .result import options_for


class ScorecardOutcome(NamedTuple):
    """What a scorecard comes to in one arithmetic; score is None where there is none."""

    score: Optional[float]
    unrounded: Optional[float]
    standing: Optional[str]
    periods: int  # with a score and a weight
    refused: Optional[str]  # why ERPNext would refuse the scorecard, such as "weights"
    coverage: Optional[float]  # of ours
    bounds: Optional["tuple[float, float]"]  # of ours


class ScorecardCriterion(NamedTuple):
    """What a criterion of a period comes to; numbers are None where there are none."""

    name: str
    weight: float
    max_score: float
    erpnext: Optional[float]
    stored: Optional[float]
    points: Optional[float]


class ScorecardPeriod(NamedTuple):
    """What a period comes to; numbers are None where there are none."""

    name: str
    end: str
    docstatus: int
    number: Optional[int]  # 0 for the newest submitted one
    erpnext_total: Optional[float]
    stored_total: Optional[float]
    weight: Optional[float]
    score: Optional[float]
    coverage: Optional[float]
    criteria: "tuple[ScorecardCriterion, ...]"


class ScorecardDifference(NamedTuple):
    """Where the two arithmetics differ; numbers are None where there are none."""

    kind: str  # "missing-variable", "max-score" and so on; docs/erpnext.md has them all
    period: Optional[str]
    criterion: Optional[str]
    variable: Optional[str]
    erpnext: Optional[float]
    ours: Optional[float]


def _number(made: Any, flag: int, name: str) -> Optional[float]:
    return getattr(made, name) if made.has & flag else None


class Scorecard(Native):
    """A supplier scorecard with its periods.

        card = rapport.Scorecard.open("scorecard.json")
        card.erpnext.score, card.ours.score, [d.kind for d in card.differences]
    """

    def __init__(self, supplier: str, weighting: Optional[str] = None):
        out = POINTER(rapport_scorecard)()
        call("rapport_scorecard_create", ended(supplier, "/supplier"), optional(weighting, "/weighting_function"), None,
             byref(out))
        super().__init__(Handle(out, "rapport_scorecard_destroy"))
        self._computed = False

    @classmethod
    def read(cls, document: Text) -> "Scorecard":
        """From the text of a `rapport-scorecard/1` document."""
        return cls._read(document, None)

    @classmethod
    def open(cls, path: PathLike) -> "Scorecard":
        """From a file."""
        with open(path, "rb") as file:
            return cls._read(file.read(), os.fspath(path))

    @classmethod
    def _read(cls, document: Text, source: Any) -> "Scorecard":
        out = POINTER(rapport_scorecard)()
        call("rapport_scorecard_read", *sized(document), None, byref(out), source=source)
        card = cls.__new__(cls)
        Native.__init__(card, Handle(out, "rapport_scorecard_destroy"))
        card._computed = False
        return card

    def _change(self, function: str, *arguments: Any) -> None:
        call(function, self._pointer, *arguments)
        self._computed = False

    def _ready(self) -> Any:
        if not self._computed:
            call("rapport_scorecard_compute", self._pointer)
            self._computed = True
        return self._pointer

    def stored(self, score: Optional[float] = None, status: Optional[str] = None) -> "Scorecard":
        """What ERPNext stored as score and status, to be held against what it comes to."""
        self._change("rapport_scorecard_set_stored", int(score is not None), 0.0 if score is None else real(score),
                     optional(status, "/status"))
        return self

    def standing(self, name: str, min_grade: float, max_grade: float) -> "Scorecard":
        """Adds a standing."""
        self._change("rapport_scorecard_add_standing", ended(name), real(min_grade), real(max_grade))
        return self

    def criterion(self, name: str, weight: float) -> "Scorecard":
        """Adds a criterion of the scorecard itself, where only its weight is looked at."""
        self._change("rapport_scorecard_add_criterion", c.RAPPORT_NONE, ended(name), real(weight), 100.0, None, None)
        return self

    def period(self, name: str, end: str, criteria: "List[Dict[str, Any]]", variables: "Dict[str, Optional[float]]", *,
               docstatus: int = 1, total: Optional[float] = None) -> "Scorecard":
        """Adds a period: criteria as {"name", "weight", "max_score", "formula", "score"}, the last three as far as known."""
        index = ctypes.c_uint32()
        self._change("rapport_scorecard_add_period", ended(name), ended(end), docstatus, byref(index))
        if total is not None:
            self._change("rapport_scorecard_set_total", index, real(total))
        for variable, value in variables.items():
            self._change("rapport_scorecard_add_variable", index, ended(variable), int(value is not None),
                         0.0 if value is None else real(value))
        for criterion in criteria:
            place = ctypes.c_uint32()
            self._change("rapport_scorecard_add_criterion", index, ended(criterion["name"]), real(criterion["weight"]),
                         real(criterion.get("max_score", 100.0)), optional(criterion.get("formula")), byref(place))
            if criterion.get("score") is not None:
                self._change("rapport_scorecard_set_score", index, place, real(criterion["score"]))
        return self

    def _outcome(self, arithmetic: int) -> ScorecardOutcome:
        made = rapport_scorecard_outcome(struct_size=ctypes.sizeof(rapport_scorecard_outcome))
        pointer, there = self._ready(), arithmetic == c.RAPPORT_OURS
        call("rapport_scorecard_get_outcome", pointer, arithmetic, byref(made))
        return ScorecardOutcome(made.score if made.has_score else None, made.unrounded if made.has_score else None,
                                decoded(lib.rapport_scorecard_standing_name(pointer, made.standing)), made.periods,
                                names.DIFFERENCES.get(made.refused), made.coverage if there else None,
                                (made.lower, made.upper) if there else None)

    @property
    def ours(self) -> ScorecardOutcome:
        """In our arithmetic."""
        return self._outcome(c.RAPPORT_OURS)

    @property
    def erpnext(self) -> ScorecardOutcome:
        """In ERPNext's own arithmetic, to the last bit."""
        return self._outcome(c.RAPPORT_ERPNEXT)

    @property
    def supplier(self) -> str:
        """Whose it is."""
        return lib.rapport_scorecard_supplier(self._pointer).decode()

    @property
    def status(self) -> Optional[str]:
        """The standing that ERPNext stored; None if there is none."""
        return decoded(lib.rapport_scorecard_status(self._pointer))

    @property
    def fingerprint(self) -> Optional[str]:
        """The fingerprint of our model of the newest period; None where there can be none."""
        model = lib.rapport_scorecard_model(self._ready())
        return decoded(lib.rapport_model_fingerprint(model)) if model else None

    @property
    def standings(self) -> List[str]:
        """Names of the standings."""
        return [lib.rapport_scorecard_standing_name(self._pointer, i).decode()
                for i in range(lib.rapport_scorecard_count_standings(self._pointer))]

    def _criteria(self, period: int) -> "tuple[ScorecardCriterion, ...]":
        found = []
        for i in range(lib.rapport_scorecard_count_criteria(self._pointer, period)):
            made = rapport_scorecard_criterion(struct_size=ctypes.sizeof(rapport_scorecard_criterion))
            call("rapport_scorecard_get_criterion", self._pointer, period, i, byref(made))
            found.append(ScorecardCriterion(
                lib.rapport_scorecard_criterion_name(self._pointer, period, i).decode(), made.weight, made.max_score,
                _number(made, c.RAPPORT_HAS_ERPNEXT, "erpnext_score"), _number(made, c.RAPPORT_HAS_STORED, "stored_score"),
                _number(made, c.RAPPORT_HAS_OURS, "our_points")))
        return tuple(found)

    @property
    def periods(self) -> List[ScorecardPeriod]:
        """Every period, submitted or not, in the order of the document."""
        pointer, found = self._ready(), []
        for i in range(lib.rapport_scorecard_count_periods(pointer)):
            made = rapport_scorecard_period(struct_size=ctypes.sizeof(rapport_scorecard_period))
            call("rapport_scorecard_get_period", pointer, i, byref(made))
            counts = made.number != c.RAPPORT_NONE
            found.append(ScorecardPeriod(
                lib.rapport_scorecard_period_name(pointer, i).decode(), lib.rapport_scorecard_period_end(pointer, i).decode(),
                made.docstatus, made.number if counts else None, _number(made, c.RAPPORT_HAS_ERPNEXT, "erpnext_total"),
                _number(made, c.RAPPORT_HAS_STORED, "stored_total"), made.our_weight if counts else None,
                _number(made, c.RAPPORT_HAS_OURS, "our_score"), _number(made, c.RAPPORT_HAS_OUR_BOUNDS, "coverage"),
                self._criteria(i)))
        return found

    @property
    def differences(self) -> List[ScorecardDifference]:
        """Where the two arithmetics, or document and arithmetic, differ."""
        pointer, found = self._ready(), []
        for i in range(lib.rapport_scorecard_count_differences(pointer)):
            made = rapport_scorecard_difference(struct_size=ctypes.sizeof(rapport_scorecard_difference))
            call("rapport_scorecard_get_difference", pointer, i, byref(made))
            inside = made.period != c.RAPPORT_NONE
            found.append(ScorecardDifference(
                names.DIFFERENCES[made.kind], decoded(lib.rapport_scorecard_period_name(pointer, made.period)),
                decoded(lib.rapport_scorecard_criterion_name(pointer, made.period, made.criterion)) if inside else None,
                decoded(lib.rapport_scorecard_variable_name(pointer, made.period, made.variable)),
                _number(made, c.RAPPORT_HAS_ERPNEXT, "erpnext"), _number(made, c.RAPPORT_HAS_OURS, "ours")))
        return found

    def report(self, format: str = "text", *, arithmetic: str = "ours", ascii: bool = False, color: bool = False,
               compact: bool = False) -> str:
        """"text" for people or "json" (`rapport-scorecard-result/1`) for programs; arithmetic is "ours" or "erpnext"."""
        options, whose = options_for(format, None, ascii, color, compact), code(names.ARITHMETICS, arithmetic, "arithmetic")
        pointer = self._ready()
        return collect(lambda writer, user: self._write(pointer, whose, options, writer, user))

    @staticmethod
    def _write(pointer: Any, whose: int, options: Any, writer: Any, user: Any) -> int:
        call("rapport_scorecard_write", pointer, whose, byref(options), writer, user)
        return c.RAPPORT_OK

    def to_json(self, *, arithmetic: str = "ours", compact: bool = False) -> str:
        """As `rapport-scorecard-result/1`: the bytes of `rapport scorecard --json`."""
        return self.report("json", arithmetic=arithmetic, compact=compact)

    def to_dict(self, *, arithmetic: str = "ours") -> Dict[str, Any]:
        """to_json(), parsed."""
        return json.loads(self.to_json(arithmetic=arithmetic))

    def __repr__(self) -> str:
        return f"<Scorecard {self.supplier}>"
