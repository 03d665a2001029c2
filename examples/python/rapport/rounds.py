# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""Rounds of one partnership: what changed, where it goes, what to watch. docs/rounds.md is the manual."""
from __future__ import annotations

import ctypes
import json
from ctypes import POINTER, byref
from typing import Any, Dict, List, NamedTuple, Optional, Sequence

from . import _constants as c
from . import _names as names
from . import _structs as structs
from ._catalog import code, unknown
from ._handle import Handle, Native
from ._library import call, check, lib
from ._text import collect, decoded, ended, real, whole
from .assessment import Assessment
from .errors import Error, Stale
from .result import options_for
from .trend import alarm


class Round(NamedTuple):
    """A round as it enters the comparison; the numbers of an inactive one are None. band is an id."""

    id: str
    date: str
    active: bool
    own_model: bool
    status: Optional[str]
    score: Optional[float]
    gated: Optional[float]
    coverage: Optional[float]
    band: Optional[str]


class Change(NamedTuple):
    """How a node changed; closure is the share of the older gap to the target that closed."""

    older: Optional[float]
    newer: Optional[float]
    delta: Optional[float]
    target: float
    closure: Optional[float]
    target_change: Optional[str]


class PerceptionChange(NamedTuple):
    """The gap between two parties, of - against, then and later; widening is the change of its size."""

    older: Optional[float]
    newer: Optional[float]
    delta: Optional[float]
    widening: Optional[float]


class GateChange(NamedTuple):
    """What became of a gate: states, and the values that it looked at."""

    older: str
    newer: str
    older_value: Optional[float]
    newer_value: Optional[float]


class LeftOut(NamedTuple):
    """A criterion that is not compared, why, and the first round (from 0) that it is so in."""

    id: str
    reason: str
    round: int


class RoundWarning(NamedTuple):
    """Something to look at: kind is its word; what does not belong to a kind is None, a joint view too."""

    kind: str
    view: Optional[str]
    against: Optional[str]
    node: Optional[str]
    gate: Optional[str]
    round: Optional[int]
    before: Optional[float]
    now: Optional[float]
    limit: Optional[float]


class Point(NamedTuple):
    """One round of a trend; what it has no score for, or what is not on the charts, is None."""

    score: Optional[float]
    average: Optional[float]
    lower: Optional[float]
    upper: Optional[float]
    ewma_alarm: Optional[str]
    cusum_low: Optional[float]
    cusum_high: Optional[float]
    cusum_alarm: Optional[str]


class Trend(NamedTuple):
    """Where a score goes. What does not exist is None, and the reasons say why."""

    used: int
    skipped: int
    recent: Optional[float]
    slope: Optional[float]
    s: Optional[float]
    z: Optional[float]
    p: Optional[float]
    exact: bool
    tau: Optional[float]
    baseline: str
    mean: Optional[float]
    sigma: Optional[float]
    points: List[Point]
    recent_reason: Optional[str]
    slope_reason: Optional[str]
    test_reason: Optional[str]
    chart_reason: Optional[str]


class Comparison(Native):
    """Rounds beside each other, as compare() makes it: never changes. Stale once an assessment of it has changed."""

    def __init__(self, handle: Handle, rounds: Sequence[Assessment]):
        super().__init__(handle)
        self._rounds = [(round._handle, round._handle.revision) for round in rounds]  # type: ignore[attr-defined]

    @property
    def _fresh(self) -> Any:
        if any(handle.revision != revision for handle, revision in self._rounds):  # type: ignore[attr-defined]
            raise Stale("an assessment has changed since it was compared")
        return self._pointer

    @property
    def basis(self) -> str:
        """"same-model", or "rescored": all rounds scored again under the newest model, over what they have in common."""
        return names.BASES[lib.rapport_comparison_basis(self._fresh, None)]

    @property
    def common(self) -> float:
        """Share of the newest model's weight that is compared."""
        share = ctypes.c_double()
        lib.rapport_comparison_basis(self._fresh, byref(share))
        return share.value

    @property
    def newest(self) -> int:
        """The newest active round, from 0; warnings are about it."""
        return lib.rapport_comparison_newest(self._fresh, None)

    @property
    def previous(self) -> int:
        """The active round before the newest."""
        round = ctypes.c_uint32()
        lib.rapport_comparison_newest(self._fresh, byref(round))
        return round.value

    def _part(self, part: int, index: int) -> Optional[str]:
        if index == c.RAPPORT_NONE:
            return None
        return decoded(lib.rapport_model_part_id(lib.rapport_comparison_model(self._fresh), part, index, 0)) or None

    @property
    def rounds(self) -> List[Round]:
        return [self._round(index) for index in range(lib.rapport_comparison_count_rounds(self._fresh))]

    def _round(self, index: int) -> Round:
        out = structs.rapport_round(struct_size=ctypes.sizeof(structs.rapport_round))
        check(lib.rapport_comparison_get_round(self._fresh, index, byref(out)))
        about = lib.rapport_comparison_assessment(self._fresh, index)
        scored, known = bool(out.has_score), out.active and out.status <= c.RAPPORT_CELL_MISSING
        status = None if not out.active else \
            "empty" if out.status == c.RAPPORT_CELL_NOT_APPLICABLE else names.CELL_STATES[out.status]
        return Round(lib.rapport_assessment_id(about).decode(), lib.rapport_assessment_date(about).decode(), bool(out.active),
                     bool(out.own_model), status, out.score if scored else None, out.gated if scored else None,
                     out.coverage if known else None, self._part(c.RAPPORT_OF_BAND, out.band) if scored else None)

    @property
    def parties(self) -> List[str]:
        """Ids of all parties: those of the newest active round, then those that left."""
        return [lib.rapport_comparison_party_id(self._fresh, index).decode()
                for index in range(lib.rapport_comparison_count_parties(self._fresh))]

    def _view(self, party: Optional[str]) -> int:
        if party is None:
            return c.RAPPORT_JOINT
        found = lib.rapport_comparison_find_party(self._fresh, ended(party))
        if found == c.RAPPORT_NONE:
            raise unknown("party", party, self.parties)
        return found

    def _node(self, id: Optional[str]) -> int:
        if id is None:
            return c.RAPPORT_ROOT
        found = lib.rapport_model_find(lib.rapport_comparison_model(self._fresh), ended(id))
        if found == c.RAPPORT_NONE:
            raise unknown("group or criterion", id, ())
        return found

    def _pair(self, older: Optional[int], newer: Optional[int]) -> "tuple[int, int]":
        return (self.previous if older is None else whole(older)), (self.newest if newer is None else whole(newer))

    def change(self, node: Optional[str] = None, view: Optional[str] = None, *, older: Optional[int] = None,
               newer: Optional[int] = None) -> Change:
        """How a node changed, the whole without one, in a party's view or the joint one; from the last active round but one
        to the newest, or between any active rounds."""
        out = structs.rapport_change(struct_size=ctypes.sizeof(structs.rapport_change))
        check(lib.rapport_comparison_get_change(self._fresh, *self._pair(older, newer), self._view(view), self._node(node),
                                                byref(out)))
        return Change(out.older if out.has & c.RAPPORT_HAS_OLDER else None, out.newer if out.has & c.RAPPORT_HAS_NEWER else None,
                      out.delta if out.has & c.RAPPORT_HAS_DELTA else None, out.target,
                      out.closure if out.has & c.RAPPORT_HAS_CLOSURE else None, names.TARGETS[out.target_change])

    def perception_change(self, of: str, against: str, node: Optional[str] = None, *, older: Optional[int] = None,
                          newer: Optional[int] = None) -> PerceptionChange:
        """How the gap between two parties changed."""
        out = structs.rapport_perception_change(struct_size=ctypes.sizeof(structs.rapport_perception_change))
        check(lib.rapport_comparison_get_perception_change(self._fresh, *self._pair(older, newer), self._view(of),
                                                           self._view(against), self._node(node), byref(out)))
        both = bool(out.has & c.RAPPORT_HAS_DELTA)
        return PerceptionChange(out.older if out.has & c.RAPPORT_HAS_OLDER else None,
                                out.newer if out.has & c.RAPPORT_HAS_NEWER else None, out.delta if both else None,
                                out.widening if both else None)

    def gate_change(self, gate: str, *, older: Optional[int] = None, newer: Optional[int] = None) -> Optional[GateChange]:
        """What became of a gate; None where not all that it looks at is compared and shown."""
        model = lib.rapport_comparison_model(self._fresh)
        ids = [self._part(c.RAPPORT_OF_GATE, index) for index in range(lib.rapport_model_count_gates(model))]
        if gate not in ids:
            raise unknown("gate", gate, [id for id in ids if id])
        out = structs.rapport_gate_change(struct_size=ctypes.sizeof(structs.rapport_gate_change))
        status = lib.rapport_comparison_get_gate_change(self._fresh, *self._pair(older, newer), ids.index(gate), byref(out))
        if status == c.RAPPORT_UNDEFINED:
            return None
        check(status)
        return GateChange(names.GATE_STATES[out.older_state], names.GATE_STATES[out.newer_state],
                          out.older if out.has & c.RAPPORT_HAS_OLDER else None,
                          out.newer if out.has & c.RAPPORT_HAS_NEWER else None)

    @property
    def left_out(self) -> List[LeftOut]:
        """The criteria that are not compared because the models differ."""
        found = []
        for index in range(lib.rapport_comparison_count_left_out(self._fresh)):
            out, id = structs.rapport_left_out(struct_size=ctypes.sizeof(structs.rapport_left_out)), ctypes.c_char_p()
            check(lib.rapport_comparison_get_left_out(self._fresh, index, byref(id), byref(out)))
            found.append(LeftOut((id.value or b"").decode(), names.LEFT_OUT[out.reason], out.round))
        return found

    def _party(self, index: int) -> Optional[str]:
        return None if index == c.RAPPORT_NONE else lib.rapport_comparison_party_id(self._fresh, index).decode()

    @property
    def warnings(self) -> List[RoundWarning]:
        """What to look at in the newest active round."""
        found = []
        for index in range(lib.rapport_comparison_count_warnings(self._fresh)):
            w = structs.rapport_warning(struct_size=ctypes.sizeof(structs.rapport_warning))
            check(lib.rapport_comparison_get_warning(self._fresh, index, byref(w)))
            found.append(RoundWarning(names.WARNINGS[w.kind], self._party(w.view), self._party(w.against),
                                      self._part(c.RAPPORT_OF_NODE, w.node), self._part(c.RAPPORT_OF_GATE, w.gate),
                                      None if w.round == c.RAPPORT_NONE else w.round,
                                      w.before if w.has & c.RAPPORT_HAS_OLDER else None,
                                      w.now if w.has & c.RAPPORT_HAS_NEWER else None, w.limit if w.has else None))
        return found

    def trend(self, node: Optional[str] = None, view: Optional[str] = None) -> Trend:
        """Where a score goes: of the whole, of the watched node, and of the one that compare() was given."""
        t = structs.rapport_round_trend(struct_size=ctypes.sizeof(structs.rapport_round_trend))
        at, by = self._node(node), self._view(view)
        check(lib.rapport_comparison_get_trend(self._fresh, by, at, byref(t)))
        line, test, chart = not t.slope_reason, not t.test_reason, not t.chart_reason
        points = [self._point(by, at, index) for index in range(lib.rapport_comparison_count_rounds(self._fresh))]
        return Trend(t.used, t.skipped, None if t.recent_reason else t.recent, t.slope if line else None, t.s if line else None,
                     t.z if test else None, t.p if test else None, bool(t.exact), t.tau if test else None,
                     names.BASELINES[t.baseline], t.mean if chart else None, t.sigma if chart else None, points,
                     names.TREND_REASONS[t.recent_reason], names.TREND_REASONS[t.slope_reason],
                     names.TREND_REASONS[t.test_reason], names.TREND_REASONS[t.chart_reason])

    def _point(self, view: int, node: int, round: int) -> Point:
        p = structs.rapport_trend_point(struct_size=ctypes.sizeof(structs.rapport_trend_point))
        check(lib.rapport_comparison_get_point(self._fresh, view, node, round, byref(p)))
        score = p.score if p.has_score else None
        if not p.has_chart:
            return Point(score, None, None, None, None, None, None, None)
        return Point(score, p.average, p.lower, p.upper, alarm(p.ewma_alarm), p.cusum_low, p.cusum_high, alarm(p.cusum_alarm))

    def report(self, format: str = "text", *, language: Optional[str] = None, ascii: bool = False, color: bool = False,
               compact: bool = False) -> str:
        """"text" for people, or "json" (`rapport-comparison/1`) for programs."""
        options = options_for(format, language, ascii, color, compact)

        def write(writer: Any, user: Any) -> int:
            call("rapport_comparison_write", self._fresh, byref(options), writer, user)
            return c.RAPPORT_OK

        with self._handle:
            return collect(write)

    def to_json(self, *, compact: bool = False) -> str:
        """As `rapport-comparison/1`: the bytes of `rapport compare --json`."""
        return self.report("json", compact=compact)

    def to_dict(self) -> Dict[str, Any]:
        """to_json(), parsed."""
        return json.loads(self.to_json())


def compare(rounds: Sequence[Assessment], *, node: Optional[str] = None, trust: Optional[str] = None, fade: str = "linear",
            span: float = 0.0, mean: Optional[float] = None, sigma: float = 0.0, baseline: int = 0, smoothing: float = 0.0,
            width: float = 0.0, limits: str = "varying", slack: float = 0.0, interval: float = 0.0, minimum_common: float = 0.0,
            widening: float = 0.0, coverage_fall: float = 0.0, share_drift: float = 0.0) -> Comparison:
    """Compares assessments of one partnership, the oldest first; 0 and None mean the defaults of docs/rounds.md.

        with rapport.compare([spring, autumn]) as both:
            print(both.change().delta, [w.kind for w in both.warnings])

    What cannot be compared raises an Error whose `cause` names the reason, such as "no-common-party".
    """
    made = list(rounds)
    options = structs.rapport_comparison_options(
        struct_size=ctypes.sizeof(structs.rapport_comparison_options), fade=code(names.FADES, fade, "fade"),
        trust=None if trust is None else ended(trust), node=None if node is None else ended(node), span=real(span),
        mean=0.0 if mean is None else real(mean), sigma=real(sigma), width=real(width), slack=real(slack),
        interval=real(interval), minimum_common=real(minimum_common), widening=real(widening),
        coverage_fall=real(coverage_fall), share_drift=real(share_drift), baseline=whole(baseline),
        limits=code(names.LIMITS, limits, "limits"))
    setattr(options, "lambda", real(smoothing))
    array = (POINTER(structs.rapport_assessment) * len(made))(*(round._pointer for round in made))
    out, cause = POINTER(structs.rapport_comparison)(), ctypes.c_int32()
    try:
        call("rapport_comparison_create", array, len(made), byref(options), None, byref(cause), byref(out))
    except Error as error:
        error.cause = names.CAUSES[cause.value]  # type: ignore[attr-defined]
        raise
    return Comparison(Handle(out, "rapport_comparison_destroy", [round._handle for round in made]), made)


__all__ = ["Change", "Comparison", "GateChange", "LeftOut", "PerceptionChange", "Point", "Round", "RoundWarning",
           "Trend", "compare"]
