# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""Whom to choose: candidates, what they are compared by, and rankings of them."""
from __future__ import annotations

import ctypes
import json
import os
from ctypes import POINTER, byref
from typing import Any, Dict, List, NamedTuple, Optional, Sequence, Tuple, Union

from . import _constants as c
from . import _names as names
from ._catalog import code, unknown
from ._handle import Handle, Native
from ._library import call, lib
from ._structs import (rapport_candidates, rapport_candidates_criterion, rapport_candidates_value, rapport_method,
                       rapport_method_parameter, rapport_parameter, rapport_ranking, rapport_ranking_options)
from ._text import Text, collect, decoded, ended, optional, real, sized, whole
from .errors import BadValue
from .model import PathLike
from .result import Result, options_for
from .robustness import Robustness

Value = Union[None, float, Tuple[float, float]]
_SIZE = ctypes.sizeof


class Parameter(NamedTuple):
    """A parameter of a method: a number with its range, or one of some words."""

    name: str
    about: str
    default: Union[str, float]
    least: Optional[float]
    most: Optional[float]
    words: List[str]


class Method(NamedTuple):
    """A method of ranking, as the library's own table has it."""

    name: str
    title: str
    purpose: str
    needs: str
    source: str
    lower_is_better: bool
    takes_intervals: bool
    parameters: List[Parameter]


def _parameter(method: int, index: int) -> Parameter:
    out = rapport_method_parameter(struct_size=_SIZE(rapport_method_parameter))
    lib.rapport_method_get_parameter(method, index, byref(out))
    words = [decoded(lib.rapport_method_parameter_word(method, index, word)) or "" for word in range(out.words)]
    ends = (None, None) if words else (out.least, out.most)
    return Parameter(out.name.decode(), out.about.decode(), out.word.decode() if words else out.value, *ends, words)


def _method(method: int) -> Method:
    out = rapport_method(struct_size=_SIZE(rapport_method))
    lib.rapport_method_get(method, byref(out))
    return Method(out.name.decode(), out.title.decode(), out.purpose.decode(), out.needs.decode(), out.source.decode(),
                  bool(out.lower_is_better), bool(out.takes_intervals),
                  [_parameter(method, index) for index in range(out.parameters)])


def ranking_methods() -> Dict[str, Method]:
    """All methods by name."""
    return {name: _method(method) for method, name in names.METHODS.items()}


class Candidates(Native):
    """A decision matrix: a row a candidate, a column a criterion.

        with rapport.Candidates() as matrix:
            matrix.criterion("price", weight=3, direction="min")
            matrix.criterion("trust", weight=2)
            matrix.candidate("north", [42, 75])
            matrix.candidate("south", [38, None])   # None is missing, (35, 38) an interval
            print(matrix.rank("wsm", normalization="bounds").report())
    """

    def __init__(self, handle: Optional[Handle] = None):
        if handle is None:
            out = POINTER(rapport_candidates)()
            call("rapport_candidates_create", None, byref(out))
            handle = Handle(out, "rapport_candidates_destroy")
        super().__init__(handle)

    @classmethod
    def read(cls, document: Text) -> "Candidates":
        """From the text of a `rapport-candidates/1` document."""
        return cls._read(document, None)

    @classmethod
    def open(cls, path: PathLike) -> "Candidates":
        """From a file."""
        with open(path, "rb") as file:
            return cls._read(file.read(), os.fspath(path))

    @classmethod
    def _read(cls, document: Text, source: Any) -> "Candidates":
        out = POINTER(rapport_candidates)()
        call("rapport_candidates_read", *sized(document), None, byref(out), source=source)
        return cls(Handle(out, "rapport_candidates_destroy"))

    def criterion(self, id: str, *, weight: float = 1, direction: str = "max",
                  preference: Optional[Tuple[str, Dict[str, float]]] = None, thresholds: Optional[Tuple[float, float]] = None,
                  veto: Optional[float] = None, bounds: Optional[Tuple[float, float]] = None,
                  ideal: Optional[float] = None, weight_bounds: Optional[Tuple[float, float]] = None,
                  importance: Optional[int] = None) -> "Candidates":
        """Adds a criterion, before the first candidate. preference is a function and its q, p, s: ("linear", {"q": 1, "p": 5});
        thresholds are ELECTRE's q and p. Where weights are drawn, the normalised one lies within weight_bounds, and importance
        is its place in an order, 1 the most important."""
        made = rapport_candidates_criterion(_SIZE(rapport_candidates_criterion), code(names.DIRECTIONS, direction, "direction"),
                                            real(weight, "/weight"))
        if preference is not None:
            made.has |= c.RAPPORT_HAS_PREFERENCE
            made.preference = code(names.PREFERENCES, preference[0], "preference function")
            for key, value in preference[1].items():
                if key not in ("q", "p", "s"):
                    raise unknown("parameter", key, ("q", "p", "s"), "/preference")
                setattr(made, "preference_" + key, real(value, "/preference/" + key))
        if thresholds is not None:
            made.has |= c.RAPPORT_HAS_THRESHOLDS
            made.indifference, made.strict = (real(end, "/thresholds") for end in thresholds)
        if veto is not None:
            made.has |= c.RAPPORT_HAS_VETO
            made.veto = real(veto, "/thresholds/v")
        if bounds is not None:
            made.has |= c.RAPPORT_HAS_BOUNDS
            made.lowest, made.highest = (real(end, "/bounds") for end in bounds)
        if ideal is not None:
            made.has |= c.RAPPORT_HAS_IDEAL
            made.ideal = real(ideal, "/ideal")
        if weight_bounds is not None:
            made.has |= c.RAPPORT_HAS_WEIGHT_BOUNDS
            made.weight_lowest, made.weight_highest = (real(end, "/weight_bounds") for end in weight_bounds)
        if importance is not None:
            made.importance = whole(importance, "/importance")
        call("rapport_candidates_add_criterion", self._pointer, ended(id), byref(made), None)
        return self

    def candidate(self, id: Optional[str], values: Sequence[Value]) -> "Candidates":
        """Adds a candidate with a value for each criterion: a number, an interval (low, high), or None."""
        values = list(values)
        ends = [None if value is None else tuple(value) if isinstance(value, (tuple, list)) else (value, value)
                for value in values]
        if len(values) != lib.rapport_candidates_count_criteria(self._pointer):
            raise BadValue("there must be as many values as criteria", "/candidates")
        for pair in ends:
            if pair is not None and len(pair) != 2:
                raise BadValue("an interval has two ends", "/candidates")
        numbers = [None if pair is None else (real(pair[0]), real(pair[1])) for pair in ends]
        index = ctypes.c_uint32()
        call("rapport_candidates_add_candidate", self._pointer, optional(id), byref(index))
        for criterion, pair in enumerate(numbers):
            if pair is not None:
                call("rapport_candidates_set_value", self._pointer, index.value, criterion, *pair)
        return self

    def rows(self, values: Sequence[Sequence[Optional[float]]]) -> "Candidates":
        """Adds many candidates without names at once; None is missing."""
        width = lib.rapport_candidates_count_criteria(self._pointer)
        table = [list(row) for row in values]
        if any(len(row) != width for row in table):
            raise BadValue("there must be as many values as criteria", "/candidates")
        cells = [cell for row in table for cell in row]
        numbers = (ctypes.c_double * len(cells))(*(0.0 if cell is None else real(cell) for cell in cells))
        present = (ctypes.c_uint8 * len(cells))(*(cell is not None for cell in cells))
        call("rapport_candidates_add_rows", self._pointer, len(table), numbers, present)
        return self

    def result(self, id: str, result: Result, *, level: int = 0) -> "Candidates":
        """Adds a candidate from its result: its joint values at a level of the tree (0: the criteria), with the gates that
        knock it out. All candidates must be under the same model, and there must be no criteria of their own."""
        with result._handle:
            result._fresh()
            call("rapport_candidates_add_result", self._pointer, ended(id), result._handle.pointer, whole(level, "/level"))
        return self

    @property
    def files(self) -> List[Tuple[str, Optional[str]]]:
        """The assessments that the document names, (path, id of the candidate or None): the caller fetches them."""
        return [(decoded(lib.rapport_candidates_file(self._pointer, index)) or "",
                 decoded(lib.rapport_candidates_file_id(self._pointer, index)))
                for index in range(lib.rapport_candidates_count_files(self._pointer))]

    @property
    def level(self) -> int:
        """The level of the tree that the document wants compared; 0 for the criteria."""
        return lib.rapport_candidates_level(self._pointer)

    def exclude(self, candidate: Union[str, int], reason: Optional[str]) -> "Candidates":
        """Knocks a candidate out and says why; None takes it in again."""
        index = self._index(candidate)
        call("rapport_candidates_set_excluded", self._pointer, index, optional(reason))
        return self

    def _index(self, candidate: Union[str, int]) -> int:
        if isinstance(candidate, int):
            return range(len(self))[candidate]
        index = lib.rapport_candidates_find(self._pointer, ended(candidate))
        if index == c.RAPPORT_NONE:
            raise unknown("candidate", candidate, filter(None, self.ids))
        return index

    def set_parameter(self, name: str, value: Union[str, float]) -> "Candidates":
        """Keeps a parameter of methods with the matrix."""
        if isinstance(value, str):
            call("rapport_candidates_set_text", self._pointer, ended(name), ended(value))
        else:
            call("rapport_candidates_set_number", self._pointer, ended(name), real(value, "/parameters"))
        return self

    @property
    def parameters(self) -> Dict[str, Union[str, float]]:
        """What is kept with the matrix."""
        found: Dict[str, Union[str, float]] = {}
        number = ctypes.c_double()
        for index in range(lib.rapport_candidates_count_parameters(self._pointer)):
            name = lib.rapport_candidates_parameter_name(self._pointer, index)
            text = decoded(lib.rapport_candidates_get_text(self._pointer, name))
            if text is None:
                lib.rapport_candidates_get_number(self._pointer, name, byref(number))
            found[name.decode()] = number.value if text is None else text
        return found

    def __len__(self) -> int:
        return lib.rapport_candidates_count(self._pointer)

    @property
    def ids(self) -> List[Optional[str]]:
        """The ids of the candidates; None for one without a name."""
        return [decoded(lib.rapport_candidates_id(self._pointer, index)) or None for index in range(len(self))]

    @property
    def criteria(self) -> List[str]:
        """The ids of the criteria."""
        return [decoded(lib.rapport_candidates_criterion_id(self._pointer, index)) or ""
                for index in range(lib.rapport_candidates_count_criteria(self._pointer))]

    @property
    def weights(self) -> List[float]:
        """The weights, as they were given; they can be replaced."""
        made = rapport_candidates_criterion(struct_size=_SIZE(rapport_candidates_criterion))
        found = []
        for index in range(lib.rapport_candidates_count_criteria(self._pointer)):
            lib.rapport_candidates_get_criterion(self._pointer, index, byref(made))
            found.append(made.weight)
        return found

    @weights.setter
    def weights(self, weights: Sequence[float]) -> None:
        numbers = [real(weight, "/weights") for weight in weights]
        if len(numbers) != lib.rapport_candidates_count_criteria(self._pointer):
            raise BadValue("there must be as many weights as criteria", "/weights")
        call("rapport_candidates_set_weights", self._pointer, (ctypes.c_double * len(numbers))(*numbers))

    @property
    def values(self) -> List[List[Value]]:
        """The matrix, row by row; None is missing, (low, high) an interval."""
        width = lib.rapport_candidates_count_criteria(self._pointer)
        return [[self._value(row, column) for column in range(width)] for row in range(len(self))]

    def _value(self, row: int, column: int) -> Value:
        made = rapport_candidates_value(struct_size=_SIZE(rapport_candidates_value))
        lib.rapport_candidates_get_value(self._pointer, row, column, byref(made))
        if made.kind == c.RAPPORT_VALUE_MISSING:
            return None
        return made.low if made.kind == c.RAPPORT_VALUE_NUMBER else (made.low, made.high)

    @property
    def excluded(self) -> Dict[Union[str, int], str]:
        """Who is knocked out, and why; by id, or by number without one."""
        reasons = [decoded(lib.rapport_candidates_excluded(self._pointer, index)) for index in range(len(self))]
        return {id or index: reason for index, (id, reason) in enumerate(zip(self.ids, reasons)) if reason is not None}

    def rank(self, method: str, **parameters: Union[str, float]) -> "Ranking":
        """Ranks the candidates; parameters go over those of the matrix. ranking_methods() tells what there is. The matrix is
        not to be changed as long as the ranking is used."""
        number = code(names.METHODS, method, "method")
        given = (rapport_parameter * len(parameters))()
        for slot, (name, value) in zip(given, parameters.items()):
            slot.name = ended(name)
            if isinstance(value, str):
                slot.text = ended(value)
            else:
                slot.number = real(value, "/parameters/" + name)
        options = rapport_ranking_options(_SIZE(rapport_ranking_options), len(parameters), given)
        out = POINTER(rapport_ranking)()
        call("rapport_ranking_compute", self._pointer, number, byref(options), None, byref(out))
        return Ranking(Handle(out, "rapport_ranking_destroy", (self._handle,)), len(self))

    def robustness(self, *, draws: int = 0, seed: int = 0, swing: Optional[float] = None,
                   deviations: Optional[Sequence[Sequence[float]]] = None) -> "Robustness":
        """How sure the order by weighted sum is; docs/robustness.md. draws: how many weights, 0 for 100,000. swing: share by
        which the tornado moves weights, 0.2; None for that. deviations: a standard deviation for each value, 0 for none."""
        return Robustness(self, draws, seed, swing, deviations)

    def __repr__(self) -> str:
        return f"<Candidates {len(self)} by {lib.rapport_candidates_count_criteria(self._pointer)}>"


class Ranking(Native):
    """The candidates in their order. Lists are in the order of the matrix; None is what somebody has not.

    Besides scores and ranks there is what the method gives, else None: lowest_scores, highest_scores, best_ranks and
    worst_ranks where values are missing or intervals; mean_regrets, worst_regrets (VIKOR); positive_flows, negative_flows
    (PROMETHEE); utilities (COPRAS, ARAS); descending, ascending (ELECTRE III); chosen (VIKOR, ELECTRE I).
    """

    def __init__(self, handle: Handle, count: int):
        super().__init__(handle)
        self._count = count

    @property
    def method(self) -> str:
        return names.METHODS[lib.rapport_ranking_method(self._pointer)]

    @property
    def parameters(self) -> Dict[str, Union[str, float]]:
        """What was used."""
        known = _method(lib.rapport_ranking_method(self._pointer)).parameters
        return {about.name: decoded(lib.rapport_ranking_text(self._pointer, index)) or ""
                if about.words else lib.rapport_ranking_number(self._pointer, index) for index, about in enumerate(known)}

    def _list(self, what: int) -> Optional[List[Optional[float]]]:
        if not lib.rapport_ranking_values(self._pointer, what):
            return None
        value = ctypes.c_double()
        return [None if lib.rapport_ranking_get_value(self._pointer, what, index, byref(value)) else value.value
                for index in range(self._count)]

    def __getattr__(self, name: str) -> Any:
        for what, word in names.RANKED.items():
            if word == name:
                return self._list(what)
        raise AttributeError(name)

    @property
    def is_open(self) -> bool:
        """Whether values are missing or intervals, so that there are ends in place of scores."""
        return bool(lib.rapport_ranking_is_open(self._pointer))

    @property
    def order(self) -> List[int]:
        """The candidates that count, from the best to the worst."""
        out = (ctypes.c_uint32 * self._count)()
        return list(out[:lib.rapport_ranking_get_order(self._pointer, out, self._count)])

    def pairs(self, what: str) -> List[List[Any]]:
        """A matrix over pairs: "concordance", "discordance", "credibility", "outranks" or "relation" ("P" preferred, "<" the
        other one preferred, "I" indifferent, "R" incomparable)."""
        number, value = code(names.PAIRED, what, "matrix"), ctypes.c_double()
        rows: List[List[Any]] = []
        for first in range(self._count):
            rows.append([])
            for second in range(self._count):
                undefined = lib.rapport_ranking_get_pair(self._pointer, number, first, second, byref(value))
                rows[-1].append(None if undefined else names.RELATIONS[int(value.value)] if what == "relation" else value.value)
        return rows

    def report(self, format: str = "text", *, ascii: bool = False, color: bool = False, compact: bool = False) -> str:
        """"text" for people or "json" (`rapport-ranking/1`) for programs."""
        options = options_for(format, None, ascii, color, compact)
        return collect(lambda writer, user: self._write(options, writer, user))

    def _write(self, options: Any, writer: Any, user: Any) -> int:
        call("rapport_ranking_write", self._pointer, byref(options), writer, user)
        return c.RAPPORT_OK

    def to_json(self, *, compact: bool = False) -> str:
        """As `rapport-ranking/1`: the bytes of `rapport rank --json`."""
        return self.report("json", compact=compact)

    def to_dict(self) -> Dict[str, Any]:
        """to_json(), parsed."""
        return json.loads(self.to_json())

    def __repr__(self) -> str:
        return f"<Ranking {self.method} of {self._count}>"
