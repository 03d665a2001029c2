# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""How much each criterion counts, and whether past scores foretold what became of it: docs/weights.md says which is for what."""
from __future__ import annotations

import ctypes
import json
import os
from ctypes import POINTER, byref, c_double, c_uint8, c_uint32
from typing import Any, Dict, List, Mapping, NamedTuple, Optional, Sequence, Tuple, Union

from . import _constants as c
from . import _names as names
from ._catalog import code, unknown
from ._handle import Handle, Native
from ._library import call, check, lib, number
from ._structs import (rapport_auc, rapport_consistency, rapport_correlation, rapport_judgements, rapport_spread,
                       rapport_weights)
from ._text import Text, collect, decoded, ended, optional, real, sized, whole
from .candidates import Candidates
from .errors import BadValue
from .model import Model, PathLike
from .result import options_for

Matrix = Sequence[Sequence[Optional[float]]]
_SIZE = ctypes.sizeof


class Consistency(NamedTuple):
    """How consistent judgements are; what does not exist is None. Criteria are ids, or numbers where there are none."""

    lambda_max: Optional[float]
    ci: float
    ri: Optional[float]
    cr: Optional[float]
    reason: Optional[str]
    missing: int
    ri_incomplete: Optional[float]
    cr_incomplete: Optional[float]
    gci: Optional[float]
    ksi: Optional[float]
    triad: Optional[Tuple[Any, Any, Any]]
    triad_product: Optional[float]
    reconsider: Optional[Tuple[Any, Any]]
    judged: Optional[float]
    implied: Optional[float]


class Spread(NamedTuple):
    """How far the weights that raters give a criterion lie apart; sd is None for a single rater."""

    lowest: float
    highest: float
    sd: Optional[float]


class RaterWeights(NamedTuple):
    """One rater's own weights; None if these judgements alone do not hang together."""

    id: str
    weight: float
    weights: Optional[List[float]]
    consistency: Optional[Consistency]


class Correlation(NamedTuple):
    """value is None where it does not exist, and reason says why."""

    value: Optional[float]
    reason: Optional[str]
    count: int


class Area(NamedTuple):
    """The area under the ROC curve; None where it does not exist, and reason says why."""

    value: Optional[float]
    standard_error: Optional[float]
    reason: Optional[str]
    good: int
    bad: int


def _consistency(made: rapport_consistency, ids: Optional[List[str]]) -> Consistency:
    def there(flag: int, value: Any) -> Any:
        return value if made.has & flag else None

    def id_of(index: int) -> Any:
        return ids[index] if ids else index

    triad = (made.triad_first, made.triad_second, made.triad_third)
    return Consistency(
        there(c.RAPPORT_HAS_LAMBDA_MAX, made.lambda_max), made.ci, there(c.RAPPORT_HAS_RI, made.ri),
        there(c.RAPPORT_HAS_CR, made.cr), names.CR_REASONS[made.reason], made.missing,
        there(c.RAPPORT_HAS_CR_INCOMPLETE, made.ri_incomplete), there(c.RAPPORT_HAS_CR_INCOMPLETE, made.cr_incomplete),
        there(c.RAPPORT_HAS_GCI, made.gci), there(c.RAPPORT_HAS_KSI, made.ksi),
        tuple(map(id_of, triad)) if made.has & c.RAPPORT_HAS_TRIAD else None,  # type: ignore[arg-type]
        there(c.RAPPORT_HAS_TRIAD, made.triad_product),
        (id_of(made.row), id_of(made.column)) if made.has & c.RAPPORT_HAS_RECONSIDER else None,
        there(c.RAPPORT_HAS_RECONSIDER, made.judged), there(c.RAPPORT_HAS_RECONSIDER, made.implied))


def _numbers(values: Sequence[float], path: str) -> Any:
    return (c_double * len(values))(*(real(value, path) for value in values))


def _flat(matrix: Matrix, path: str) -> "Tuple[Any, Any, int]":
    rows = [list(row) for row in matrix]
    if any(len(row) != len(rows) for row in rows):
        raise BadValue("a matrix of comparisons has as many columns as rows", path)
    cells = [cell for row in rows for cell in row]
    return (_numbers([0.0 if cell is None else cell for cell in cells], path),
            (c_uint8 * len(cells))(*(cell is not None for cell in cells)), len(rows))


class Weights(Native):
    """Weights of criteria with all that they came from."""

    @property
    def method(self) -> str:
        """Such as "ahp"."""
        return names.WEIGHTINGS[lib.rapport_weights_method(self._pointer)]

    @property
    def criteria(self) -> List[str]:
        """The ids of the criteria."""
        return [decoded(lib.rapport_weights_criterion_id(self._pointer, i)) or ""
                for i in range(lib.rapport_weights_count(self._pointer))]

    @property
    def values(self) -> List[float]:
        """The weights in the order of the criteria; they add up to 1."""
        return lib.rapport_weights_values(self._pointer)[:lib.rapport_weights_count(self._pointer)]

    def __getitem__(self, id: str) -> float:
        if id not in self.criteria:
            raise unknown("criterion", id, self.criteria)
        return self.values[self.criteria.index(id)]

    @property
    def groups(self) -> Dict[str, float]:
        """The weights of the groups that swing weights went through."""
        return {decoded(lib.rapport_weights_group_id(self._pointer, i)) or "":
                lib.rapport_weights_group_weight(self._pointer, i)
                for i in range(lib.rapport_weights_count_groups(self._pointer))}

    def _consistency_of(self, rater: int) -> Optional[Consistency]:
        out = rapport_consistency(struct_size=_SIZE(rapport_consistency))
        if lib.rapport_weights_get_consistency(self._pointer, rater, byref(out)):
            return None
        return _consistency(out, self.criteria)

    @property
    def consistency(self) -> Optional[Consistency]:
        """Of the judgements that the weights came from; None if there are none, or weights of several raters were combined."""
        return self._consistency_of(c.RAPPORT_NONE)

    @property
    def choices(self) -> "Tuple[str, str]":
        """Table of random indices, and how raters were combined."""
        table, combine = ctypes.c_int32(), ctypes.c_int32()
        lib.rapport_weights_get_choices(self._pointer, byref(table), byref(combine))
        return names.RANDOM_INDICES[table.value], names.COMBINATIONS[combine.value]

    @property
    def raters(self) -> List[RaterWeights]:
        """The weights of each rater; empty for weights from data."""
        found, count = [], lib.rapport_weights_count(self._pointer)
        for i in range(lib.rapport_weights_count_raters(self._pointer)):
            row = lib.rapport_weights_rater_values(self._pointer, i)
            found.append(RaterWeights(decoded(lib.rapport_weights_rater_id(self._pointer, i)) or "",
                                      lib.rapport_weights_rater_weight(self._pointer, i), row[:count] if row else None,
                                      self._consistency_of(i)))
        return found

    @property
    def spread(self) -> Optional[List[Spread]]:
        """How far raters lie apart, criterion by criterion; None without raters."""
        found = []
        for i in range(lib.rapport_weights_count(self._pointer)):
            out = rapport_spread(struct_size=_SIZE(rapport_spread))
            if lib.rapport_weights_get_spread(self._pointer, i, byref(out)):
                return None
            found.append(Spread(out.lowest, out.highest, out.sd if out.has_sd else None))
        return found

    @property
    def concordance(self) -> Optional[float]:
        """Kendall's W over the raters' weights; None where it does not exist."""
        return number("rapport_weights_get_concordance", self._pointer)

    def report(self, format: str = "text", *, ascii: bool = False, color: bool = False, compact: bool = False) -> str:
        """"text" for people, with a bar each, or "json" (`rapport-weights/1`) for programs."""
        options = options_for(format, None, ascii, color, compact)
        return collect(lambda writer, user: call("rapport_weights_write", self._pointer, byref(options), writer, user) or 0)

    def to_json(self, *, compact: bool = False) -> str:
        """As `rapport-weights/1`: the bytes of `rapport weights --json`."""
        return self.report("json", compact=compact)

    def to_dict(self) -> Dict[str, Any]:
        """to_json(), parsed."""
        return json.loads(self.to_json())


class Judgements(Native):
    """What one or several raters judge of criteria.

        with rapport.Judgements(["price", "trust", "speed"]) as judgements:
            judgements.rater("anna", pairwise=[[1, 2, 4], [None, 1, 3], [None, None, 1]])
            with judgements.weights("ahp") as weights:
                print(weights["price"], weights.consistency.cr)

    groups puts criteria and groups into groups, for swing weights: {"performance": ["price", "speed"]}.
    """

    def __init__(self, criteria: Union[Sequence[str], Handle], groups: Optional[Mapping[str, Sequence[str]]] = None):
        if isinstance(criteria, Handle):
            super().__init__(criteria)
            return
        out = POINTER(rapport_judgements)()
        call("rapport_judgements_create", None, byref(out))
        super().__init__(Handle(out, "rapport_judgements_destroy"))
        for id in criteria:
            call("rapport_judgements_add_criterion", self._pointer, ended(id, "/criteria"), None)
        for id in groups or {}:
            call("rapport_judgements_add_group", self._pointer, ended(id, "/groups"), None)
        for id, members in (groups or {}).items():
            for member in members:
                call("rapport_judgements_set_group", self._pointer, ended(member, "/groups"), ended(id, "/groups"))

    @classmethod
    def read(cls, document: Text) -> "Judgements":
        """From the text of a `rapport-judgements/1` document."""
        return cls._read(document, None)

    @classmethod
    def open(cls, path: PathLike) -> "Judgements":
        """From a file."""
        with open(path, "rb") as file:
            return cls._read(file.read(), os.fspath(path))

    @classmethod
    def _read(cls, document: Text, source: Any) -> "Judgements":
        out = POINTER(rapport_judgements)()
        call("rapport_judgements_read", *sized(document), None, byref(out), source=source)
        return cls(Handle(out, "rapport_judgements_destroy"))

    def rater(self, id: Optional[str] = None, *, weight: float = 1, pairwise: Optional[Matrix] = None,
              best: Optional[str] = None, worst: Optional[str] = None, **rows: Sequence[float]) -> "Judgements":
        """Adds a rater with what was judged: pairwise, best, worst, best_to_others, others_to_worst, ranks, points, swing,
        group_swing."""
        kinds = [(code(names.JUDGED, key, "row of judgements"), row) for key, row in rows.items()]
        index = c_uint32()
        call("rapport_judgements_add_rater", self._pointer, optional(id, "/raters"), real(weight, "/raters"), byref(index))
        for kind, row in kinds:
            self._row(index.value, kind, _numbers(row, "/" + names.JUDGED[kind]), None, len(row))
        if pairwise is not None:
            values, present, count = _flat(pairwise, "/pairwise")
            self._row(index.value, c.RAPPORT_JUDGED_PAIRWISE, values, present, count)
        if best is not None or worst is not None:
            ends = [lib.rapport_judgements_find_criterion(self._pointer, optional(end, path))
                    for end, path in ((best, "/best"), (worst, "/worst"))]
            call("rapport_judgements_set_best_worst", self._pointer, index.value, *ends)
        return self

    def _row(self, rater: int, kind: int, values: Any, present: Any, count: int) -> None:
        groups = kind == c.RAPPORT_JUDGED_GROUP_SWING
        wanted = (lib.rapport_judgements_count_groups if groups else lib.rapport_judgements_count_criteria)(self._pointer)
        if count != wanted:
            raise BadValue(f"{wanted} numbers are needed, not {count}", "/" + names.JUDGED[kind])
        call("rapport_judgements_set_row", self._pointer, rater, kind, values, present)

    def row(self, rater: int, kind: str) -> Optional[List[float]]:
        """What a rater judged, such as "points"; pairs row by row, 0 where one is missing; None if that was not judged."""
        count = c_uint32()
        found = lib.rapport_judgements_row(self._pointer, whole(rater), code(names.JUDGED, kind, "row of judgements"),
                                           byref(count))
        return found[:count.value] if found else None

    def __len__(self) -> int:
        """How many raters there are."""
        return lib.rapport_judgements_count_raters(self._pointer)

    def choose(self, random_index: str = "saaty-1980", combine: str = "priorities") -> "Judgements":
        """Chooses the table of random indices, and how raters are combined."""
        check(lib.rapport_judgements_set_choices(self._pointer, code(names.RANDOM_INDICES, random_index, "random index"),
                                                 code(names.COMBINATIONS, combine, "combination")))
        return self

    @property
    def choices(self) -> "Tuple[str, str]":
        """Table of random indices, and how raters are combined."""
        table, combine = ctypes.c_int32(), ctypes.c_int32()
        lib.rapport_judgements_get_choices(self._pointer, byref(table), byref(combine))
        return names.RANDOM_INDICES[table.value], names.COMBINATIONS[combine.value]

    def weights(self, method: str) -> Weights:
        """The weights that a method makes of these judgements."""
        return weigh(method, self)


def weigh(method: str, source: Union[Judgements, Candidates]) -> Weights:
    """Weights by a method from judgements or from candidates: weigh("critic", matrix)."""
    out = POINTER(rapport_weights)()
    judged = isinstance(source, Judgements)
    call("rapport_weights_create", code(names.WEIGHTINGS, method, "method"), source._pointer if judged else None,
         None if judged else source._pointer, None, byref(out))
    return Weights(Handle(out, "rapport_weights_destroy"))


def weighting_methods() -> Dict[str, Tuple[str, str]]:
    """All methods by name, each with its title and what it starts from: "judgements", "candidates" or "either"."""
    return {lib.rapport_weighting_name(method).decode():
            (lib.rapport_weighting_title(method).decode(), names.WEIGHTING_INPUTS[lib.rapport_weighting_input(method)])
            for method in names.WEIGHTINGS}


def point_weights(points: Sequence[float]) -> List[float]:
    """In proportion to points."""
    out = (c_double * len(points))()
    call("rapport_point_weights_compute", _numbers(points, "/points"), len(points), out)
    return list(out)


def rank_weights(method: str, ranks: Sequence[float]) -> List[float]:
    """From an order of importance: "ranksum", "rankreciprocal" or "roc"."""
    out = (c_double * len(ranks))()
    call("rapport_rank_weights_compute", code(names.WEIGHTINGS, method, "method"), _numbers(ranks, "/ranks"), len(ranks), out)
    return list(out)


def swing_weights(points: Sequence[float], parents: Optional[Sequence[Optional[int]]] = None) -> List[float]:
    """Down a tree: parents has the group that each node is in, one before it, or None at the top."""
    out = (c_double * len(points))()
    if parents is not None and len(parents) != len(points):
        raise BadValue("there must be as many parents as points", "/parents")
    above = None if parents is None else (c_uint32 * len(points))(
        *(c.RAPPORT_NONE if parent is None else whole(parent, "/parents") for parent in parents))
    call("rapport_swing_weights_compute", _numbers(points, "/points"), above, len(points), out)
    return list(out)


def model_swing_weights(model: Model, points: Mapping[str, float]) -> Dict[str, float]:
    """Down the tree of a model: points by id of groups and criteria, 0 for those that are not named."""
    ids = [node.id for node in model.nodes]
    for id in points:
        if id not in ids:
            raise unknown("node", id, ids)
    out = (c_double * (len(ids) + 1))()
    row = _numbers([0.0] + [points.get(id, 0.0) for id in ids], "/criteria")
    call("rapport_model_swing_weights_compute", model._pointer, row, out)
    return dict(zip(ids, out[1:]))


def pairwise_weights(matrix: Matrix, *, geometric: bool = False,
                     random_index: str = "saaty-1980") -> "Tuple[List[float], Consistency]":
    """From pairwise comparisons, None where a pair was not judged."""
    values, present, count = _flat(matrix, "/pairwise")
    out, made = (c_double * count)(), rapport_consistency(struct_size=_SIZE(rapport_consistency))
    call("rapport_pairwise_weights_compute", c.RAPPORT_WEIGHTS_AHP_GEOMETRIC if geometric else c.RAPPORT_WEIGHTS_AHP, values,
         present, count, code(names.RANDOM_INDICES, random_index, "random index"), None, out, byref(made))
    return list(out), _consistency(made, None)


def combine_pairwise(matrices: Sequence[Matrix], weights: Optional[Sequence[float]] = None) -> List[List[Optional[float]]]:
    """The judgements of several raters as one matrix, None where nobody judged."""
    flat = [_flat(matrix, "/pairwise") for matrix in matrices]
    count = flat[0][2] if flat else 0
    if any(one[2] != count for one in flat) or (weights is not None and len(weights) != len(flat)):
        raise BadValue("all matrices must be equally large, and have a weight each", "/raters")
    cells = [cell for one in flat for cell in one[0]]
    present = [cell for one in flat for cell in one[1]]
    out, judged = (c_double * (count * count))(), (c_uint8 * (count * count))()
    call("rapport_pairwise_combine_compute", (c_double * len(cells))(*cells), (c_uint8 * len(cells))(*present), len(flat),
         count, None if weights is None else _numbers(weights, "/raters"), out, judged)
    return [[out[r * count + k] if judged[r * count + k] else None for k in range(count)] for r in range(count)]


def best_worst_weights(best: int, worst: int, best_to_others: Sequence[float],
                       others_to_worst: Sequence[float]) -> "Tuple[List[float], Consistency]":
    """By the best-worst method; criteria are numbered from 0."""
    count = len(best_to_others)
    if len(others_to_worst) != count:
        raise BadValue("both rows must be equally long", "/others_to_worst")
    out, made = (c_double * count)(), rapport_consistency(struct_size=_SIZE(rapport_consistency))
    call("rapport_best_worst_weights_compute", whole(best, "/best"), whole(worst, "/worst"),
         _numbers(best_to_others, "/best_to_others"), _numbers(others_to_worst, "/others_to_worst"), count, out, byref(made))
    return list(out), _consistency(made, None)


def combine_weights(rows: Sequence[Sequence[float]], weights: Optional[Sequence[float]] = None, *,
                    geometric: bool = False) -> List[float]:
    """The weights of several raters as one."""
    count = len(rows[0]) if rows else 0
    if any(len(row) != count for row in rows) or (weights is not None and len(weights) != len(rows)):
        raise BadValue("all rows must be equally long, and have a weight each", "/raters")
    out = (c_double * count)()
    call("rapport_weights_combine_compute", _numbers([x for row in rows for x in row], "/raters"), len(rows), count,
         None if weights is None else _numbers(weights, "/raters"),
         c.RAPPORT_COMBINE_PRIORITIES_GEOMETRIC if geometric else c.RAPPORT_COMBINE_PRIORITIES, out)
    return list(out)


def ranks(values: Sequence[float], *, direction: str = "max") -> List[float]:
    """1 for the best; equal numbers share the mean of their places."""
    out = (c_double * len(values))()
    call("rapport_ranks_compute", _numbers(values, "/values"), len(values), code(names.DIRECTIONS, direction, "direction"),
         None, out)
    return list(out)


def correlation(kind: str, x: Sequence[float], y: Sequence[float]) -> Correlation:
    """"spearman", "kendall", "pearson", or, of ranks with 1 the best, "weighted-spearman" or "ws" (x is the reference)."""
    if len(x) != len(y):
        raise BadValue("both rows must be equally long", "/y")
    out = rapport_correlation(struct_size=_SIZE(rapport_correlation))
    call("rapport_correlation_compute", code(names.CORRELATIONS, kind, "correlation"), _numbers(x, "/x"), _numbers(y, "/y"),
         len(x), None, byref(out))
    return Correlation(out.value if out.has_value else None, names.CORRELATION_REASONS[out.reason], out.count)


def auc(scores: Sequence[float], outcomes: Sequence[bool]) -> Area:
    """How well scores told good outcomes from bad ones."""
    if len(scores) != len(outcomes):
        raise BadValue("there must be as many outcomes as scores", "/outcomes")
    out = rapport_auc(struct_size=_SIZE(rapport_auc))
    call("rapport_auc_compute", _numbers(scores, "/scores"), (c_uint8 * len(outcomes))(*(bool(one) for one in outcomes)),
         len(scores), None, byref(out))
    there = bool(out.has_value)
    return Area(out.value if there else None, out.standard_error if there else None, names.CORRELATION_REASONS[out.reason],
                out.good, out.bad)
