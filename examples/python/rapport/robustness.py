# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""How sure an order of candidates is: sensitivity, dominance and acceptability of the weighted sum."""
from __future__ import annotations

import ctypes
import json
from ctypes import POINTER, byref
from typing import TYPE_CHECKING, Any, Dict, List, NamedTuple, Optional, Sequence, Tuple

from . import _constants as c
from . import _names as names
from ._catalog import code
from ._handle import Handle, Native
from ._library import call, lib
from ._structs import (rapport_acceptability, rapport_confidence, rapport_dominance, rapport_leave_one_out, rapport_robustness,
                       rapport_sampling, rapport_sampling_info, rapport_sampling_options, rapport_sensitivity,
                       rapport_sensitivity_options, rapport_standing, rapport_tornado, rapport_weight_change,
                       rapport_weight_interval)
from ._text import collect, real
from .errors import BadValue, Undefined
from .result import options_for

if TYPE_CHECKING:
    from .candidates import Candidates

_SIZE = ctypes.sizeof
_STEP = 64  # blocks a call: between two calls an interrupt from the keyboard gets through


class WeightInterval(NamedTuple):
    """Within what ends one normalised weight may lie, the others keeping their proportions."""

    weight: float
    keeps_winner: Tuple[float, float]
    keeps_order: Tuple[float, float]


class WeightChange(NamedTuple):
    """The smallest change of weights that brings another to the first place: who, how much, and the weights then. criterion
    is None where all weights change."""

    winner: int
    size: float
    weights: List[float]
    criterion: Optional[int]


class Tornado(NamedTuple):
    """What moving one weight to its ends does to the winner: its score, its lead, and who is first."""

    weight: Tuple[float, float]
    score: Tuple[float, float]
    margin: Tuple[float, float]
    first: Tuple[int, int]


class Without(NamedTuple):
    """What leaving out one criterion or candidate does to the rest."""

    winner: int
    winner_changes: bool
    order_changes: bool
    tau: Optional[float]


class Standing(NamedTuple):
    """Where a candidate stands whatever the weights: who dominates it ("certainly" or "possibly", by number), whether it can
    be best, and its largest lead over the best other, at its best and at its worst values."""

    dominated_by: Dict[int, str]
    potentially_best: bool
    margin: Optional[float]
    certain_margin: Optional[float]


class Robustness(Native):
    """How sure the order of candidates by weighted sum is. Made by Candidates.robustness(). Candidates and criteria go by their
    numbers in the matrix, which is not to be changed as long as this is used; None is what a candidate that is knocked out has.

    What follows from the stated weights raises Undefined where a value is an interval or missing, or no criterion has weight.
    """

    def __init__(self, matrix: "Candidates", draws: int, seed: int, swing: Optional[float],
                 deviations: Optional[Sequence[Sequence[float]]]):
        self._count, self._criteria = len(matrix), len(matrix.criteria)
        source = matrix._handle
        self._why, self._sensitivity = _sensitivity(matrix, swing)
        out = POINTER(rapport_dominance)()
        call("rapport_dominance_create", matrix._pointer, None, None, byref(out))
        self._dominance = Handle(out, "rapport_dominance_destroy")
        self._dominance.retain()
        sampling = Handle(_sampling(matrix, draws, seed, deviations), "rapport_sampling_destroy",
                          [source, self._dominance] + ([self._sensitivity] if self._sensitivity else []))
        counts = POINTER(rapport_acceptability)()
        call("rapport_acceptability_create", sampling.pointer, byref(counts))
        self._counts = Handle(counts, "rapport_acceptability_destroy", [sampling])
        info = rapport_sampling_info(struct_size=_SIZE(rapport_sampling_info))
        lib.rapport_sampling_get_info(sampling.pointer, byref(info))
        for block in range(0, info.blocks, _STEP):
            call("rapport_acceptability_compute", counts, block, _STEP)
        factors = POINTER(rapport_confidence)()
        call("rapport_confidence_create", counts, byref(factors))
        super().__init__(Handle(factors, "rapport_confidence_destroy", [self._counts]))
        for block in range(0, lib.rapport_confidence_blocks(factors), _STEP):
            call("rapport_confidence_compute", factors, block, _STEP)
        self.draws, self.seed = info.draws, info.seed
        self.exact, self.acceptance = bool(info.exact), info.acceptance
        self._parts = rapport_robustness(
            _SIZE(rapport_robustness), 0, source.pointer, self._sensitivity.pointer if self._sensitivity else None, out,
            sampling.pointer, counts, factors)
        self._dominance.release()
        if self._sensitivity:
            self._sensitivity.release()

    def _stated(self) -> Any:
        self._pointer
        if self._sensitivity is None:
            raise self._why
        return self._sensitivity.pointer

    def _acceptability(self) -> Any:
        self._pointer
        return self._counts.pointer

    @property
    def scores(self) -> List[Optional[float]]:
        """Weighted sums, 0..1."""
        return [pair and pair[0] for pair in self._scored()]

    @property
    def ranks(self) -> List[Optional[float]]:
        """1 is best; the tied share the mean of their ranks."""
        return [pair and pair[1] for pair in self._scored()]

    def _scored(self) -> List[Any]:
        stated, score, rank = self._stated(), ctypes.c_double(), ctypes.c_double()
        return [None if lib.rapport_sensitivity_get_score(stated, index, byref(score), byref(rank))
                else (score.value, rank.value) for index in range(self._count)]

    @property
    def first(self) -> int:
        """Who is first; of several the first in the matrix."""
        return lib.rapport_sensitivity_first(self._stated())

    @property
    def weight_intervals(self) -> List[WeightInterval]:
        """One a criterion."""
        stated, out = self._stated(), rapport_weight_interval(struct_size=_SIZE(rapport_weight_interval))
        found = []
        for index in range(self._criteria):
            lib.rapport_sensitivity_get_interval(stated, index, byref(out))
            found.append(WeightInterval(out.weight, (out.winner_low, out.winner_high), (out.order_low, out.order_high)))
        return found

    def smallest_change(self, measure: str = "euclidean") -> Optional[WeightChange]:
        """In a measure: "euclidean" of all weights together, "absolute" or "relative" of one weight. None if no weights do it."""
        stated, number = self._stated(), code(names.CHANGES, measure, "measure")
        out = rapport_weight_change(struct_size=_SIZE(rapport_weight_change))
        if lib.rapport_sensitivity_get_change(stated, number, byref(out)):
            return None
        weights = [lib.rapport_sensitivity_change_weight(stated, number, index) for index in range(self._criteria)]
        return WeightChange(out.candidate, out.size, weights, None if out.criterion == c.RAPPORT_NONE else out.criterion)

    @property
    def tornado(self) -> List[Tornado]:
        """One a criterion."""
        stated, out, found = self._stated(), rapport_tornado(struct_size=_SIZE(rapport_tornado)), []
        for index in range(self._criteria):
            lib.rapport_sensitivity_get_tornado(stated, index, byref(out))
            found.append(Tornado((out.low, out.high), (out.low_score, out.high_score), (out.low_margin, out.high_margin),
                                 (out.low_first, out.high_first)))
        return found

    @property
    def without_criterion(self) -> List[Optional[Without]]:
        """One a criterion; None where no other has weight."""
        return self._left_out(lib.rapport_sensitivity_get_without_criterion, self._criteria)

    @property
    def without_candidate(self) -> List[Optional[Without]]:
        """One a candidate; None where nobody is left."""
        return self._left_out(lib.rapport_sensitivity_get_without_candidate, self._count)

    def _left_out(self, get: Any, count: int) -> List[Optional[Without]]:
        stated, found = self._stated(), []
        for index in range(count):
            out = rapport_leave_one_out(struct_size=_SIZE(rapport_leave_one_out))
            missing = get(stated, index, byref(out))
            found.append(None if missing else Without(out.first, bool(out.winner_changes), bool(out.order_changes),
                                                      out.tau if out.has_tau else None))
        return found

    @property
    def standings(self) -> List[Optional[Standing]]:
        """Where each stands whatever the weights."""
        self._pointer
        dominance, found = self._dominance.pointer, []
        for index in range(self._count):
            out = rapport_standing(struct_size=_SIZE(rapport_standing))
            if lib.rapport_dominance_get(dominance, index, byref(out)):
                found.append(None)
                continue
            pairs = {by: lib.rapport_dominance_pair(dominance, by, index) for by in range(self._count)}
            found.append(Standing({by: names.DOMINANCE[how] for by, how in pairs.items() if how != c.RAPPORT_DOMINATES_NOT},
                                  bool(out.potentially_best), out.margin if out.has_margin else None,
                                  out.certain_margin if out.has_margin else None))
        return found

    @property
    def rank_acceptability(self) -> List[Optional[List[float]]]:
        """How often each takes each rank."""
        counts, needed, found = self._acceptability(), ctypes.c_uint32(), []
        room = (ctypes.c_double * self._count)()
        for index in range(self._count):
            missing = lib.rapport_acceptability_get_ranks(counts, index, room, self._count, byref(needed))
            found.append(None if missing else list(room[:needed.value]))
        return found

    def winning(self, candidate: int, other: int) -> Optional[float]:
        """How often one is before the other; a tie counts half."""
        share = ctypes.c_double()
        missing = lib.rapport_acceptability_get_pair(self._acceptability(), candidate, other, byref(share))
        return None if missing else share.value

    @property
    def central_weights(self) -> List[Optional[List[float]]]:
        """The mean of the weights that make each first; None for who never is."""
        counts, weight, found = self._acceptability(), ctypes.c_double(), []
        for index in range(self._count):
            row = [None if lib.rapport_acceptability_get_central(counts, index, criterion, byref(weight)) else weight.value
                   for criterion in range(self._criteria)]
            found.append(None if None in row else row)
        return found

    @property
    def confidence(self) -> List[Optional[float]]:
        """How often its central weights make each first; None for who never is."""
        factor = ctypes.c_double()
        return [None if lib.rapport_confidence_get(self._pointer, index, byref(factor), None) else factor.value
                for index in range(self._count)]

    def standard_error(self, share: float) -> float:
        """Of a share that was found in so many draws."""
        return lib.rapport_acceptability_error(self._acceptability(), real(share, "/share"))

    def report(self, format: str = "text", *, ascii: bool = False, color: bool = False, compact: bool = False) -> str:
        """"text" for people, or "json" (`rapport-robustness/1`) for programs."""
        self._pointer
        options = options_for(format, None, ascii, color, compact)
        return collect(lambda writer, user: self._write(options, writer, user))

    def _write(self, options: Any, writer: Any, user: Any) -> int:
        call("rapport_robustness_write", byref(self._parts), byref(options), writer, user)
        return c.RAPPORT_OK

    def to_json(self, *, compact: bool = False) -> str:
        """As `rapport-robustness/1`: the bytes of `rapport robust --json`."""
        return self.report("json", compact=compact)

    def to_dict(self) -> Dict[str, Any]:
        """to_json(), parsed."""
        return json.loads(self.to_json())

    def __repr__(self) -> str:
        return f"<Robustness of {self._count} candidates, {self.draws} draws>"


def _sensitivity(matrix: "Candidates", swing: Optional[float]) -> "Tuple[Optional[Undefined], Optional[Handle]]":
    options = rapport_sensitivity_options(_SIZE(rapport_sensitivity_options), 0, 0.0 if swing is None else real(swing, "/swing"))
    out = POINTER(rapport_sensitivity)()
    try:
        call("rapport_sensitivity_create", matrix._pointer, byref(options), None, byref(out))
    except Undefined as why:
        return why, None
    handle = Handle(out, "rapport_sensitivity_destroy")
    handle.retain()
    return None, handle


def _sampling(matrix: "Candidates", draws: int, seed: int, deviations: Optional[Sequence[Sequence[float]]]) -> Any:
    options = rapport_sampling_options(struct_size=_SIZE(rapport_sampling_options), draws=draws, seed=seed)
    if deviations is not None:
        rows = [[real(cell, "/deviations") for cell in row] for row in deviations]
        if len(rows) != len(matrix) or any(len(row) != len(matrix.criteria) for row in rows):
            raise BadValue("there must be a deviation for each value", "/deviations")
        cells = [cell for row in rows for cell in row]
        options.deviations = (ctypes.c_double * len(cells))(*cells)
    out = POINTER(rapport_sampling)()
    call("rapport_sampling_create", matrix._pointer, byref(options), None, byref(out))
    return out
