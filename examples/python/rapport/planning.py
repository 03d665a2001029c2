# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""What to do: the way to a band, plans under a budget, and the plain knapsack."""
from __future__ import annotations

import ctypes
import json
import os
from ctypes import POINTER, byref
from typing import Any, Dict, List, NamedTuple, Optional, Sequence

from . import _constants as c
from . import _names as names
from ._catalog import code, unknown
from ._handle import Handle, Native
from ._library import call, check, filled, lib
from ._structs import (rapport_actions, rapport_band_gap, rapport_band_gap_options, rapport_knapsack, rapport_move,
                       rapport_obstacle, rapport_plan, rapport_plan_options, rapport_plan_phase, rapport_plan_rejection,
                       rapport_plan_step, rapport_plan_summary)
from ._text import Text, collect, real, sized, whole, yes_or_no
from .assessment import Assessment
from .errors import BadValue
from .model import PathLike
from .result import Result, options_for


class Move(NamedTuple):
    """All steps of one party's answer to one criterion; party is None for a fact."""

    node: str
    party: Optional[str]
    steps: int
    before: float
    after: float
    cost: float


class Obstacle(NamedTuple):
    """What answers alone do not overcome. of is the gate or the requirement; best is the most that answers give."""

    kind: str
    of: Optional[str]
    culprit: Optional[str]
    needed: float
    best: Optional[float]


class BandGap(NamedTuple):
    """The way to a band. state is "reachable", "reached", "out-of-reach" or "not-found"."""

    kind: str
    band: str
    state: str
    optimal: bool
    steps: int
    cost: float
    score: float
    gated: float
    withheld: bool
    moves: List[Move]
    obstacles: List[Obstacle]


def _costs(result: Result, costs: "Optional[Dict[str, float]]") -> Any:
    if costs is None:
        return None
    values = (ctypes.c_double * lib.rapport_model_count_nodes(result._model._pointer))()
    for id, cost in costs.items():
        values[result.node(id).index] = real(cost, f"/{id}")
    return values


def band_gap(result: Result, kind: str = "fewest", *, band: Optional[str] = None,
             costs: "Optional[Dict[str, float]]" = None, work_limit: int = 0) -> BandGap:
    """The fewest steps to the next band, or to the one named; "cheapest" takes the least sum of costs.

    costs are those of one step in each criterion, 0 where none is given; without costs the share of the criterion. The
    report of the result has the section from then on.
    """
    which, index = code(names.WAYS, kind, "way to a band"), 0
    if band is not None:
        bands = result.model.bands
        if band not in bands.ids:
            raise unknown("band", band, bands.ids)
        index = bands.ids.index(band)
    options = rapport_band_gap_options(ctypes.sizeof(rapport_band_gap_options), which, index, 0, work_limit)
    result._fresh()
    call("rapport_result_compute_band_gap", result._pointer, byref(options), _costs(result, costs))
    gap = filled(rapport_band_gap, "rapport_result_get_band_gap", result._pointer, which)
    moves = [filled(rapport_move, "rapport_result_get_move", result._pointer, which, i) for i in range(gap.moves)]
    obstacles = [filled(rapport_obstacle, "rapport_result_get_obstacle", result._pointer, which, i)
                 for i in range(gap.obstacles)]
    return BandGap(kind, str(result._band(gap.band)), names.REACHES[gap.state], bool(gap.optimal), gap.steps, gap.cost,
                   gap.score, gap.gated, bool(gap.withheld),
                   [Move(result._model._part_id(c.RAPPORT_OF_NODE, m.node), result._party_id(m.party), m.steps,
                         getattr(m, "from"), m.to, m.cost) for m in moves],
                   [_obstacle(result, o) for o in obstacles])


def _obstacle(result: Result, found: Any) -> Obstacle:
    of = culprit = None
    if found.kind == c.RAPPORT_OBSTACLE_GATE:
        of = result._model._part_id(c.RAPPORT_OF_GATE, found.index)
    elif found.kind == c.RAPPORT_OBSTACLE_DEMAND:
        of = names.DEMANDS[found.index]
    if found.culprit != c.RAPPORT_NONE:
        culprit = (result._party_id(found.culprit) if of == "weakest_party"
                   else result._model._part_id(c.RAPPORT_OF_NODE, found.culprit))
    return Obstacle(names.OBSTACLES[found.kind], of, culprit, found.needed, found.best if found.has_best else None)


class Actions(Native):
    """What could be done for one assessment: from a `rapport-actions/1` document, or added one by one."""

    def __init__(self, handle: Handle, assessment: Assessment):
        super().__init__(handle)
        self._parties = [party.id for party in assessment.parties]
        self._model = assessment.model

    @classmethod
    def create(cls, assessment: Assessment) -> "Actions":
        """None yet."""
        out = POINTER(rapport_actions)()
        check(lib.rapport_actions_create(assessment.model._pointer, None, byref(out)))
        return cls(Handle(out, "rapport_actions_destroy", [assessment._handle]), assessment)

    @classmethod
    def read(cls, document: Text, assessment: Assessment) -> "Actions":
        """From the text of a document."""
        return cls._read(document, assessment, None)

    @classmethod
    def open(cls, path: PathLike, assessment: Assessment) -> "Actions":
        """From a file."""
        with open(path, "rb") as file:
            return cls._read(file.read(), assessment, os.fspath(path))

    @classmethod
    def _read(cls, document: Text, assessment: Assessment, source: Any) -> "Actions":
        out = POINTER(rapport_actions)()
        call("rapport_actions_read", *sized(document), assessment._pointer, None, byref(out), source=source)
        return cls(Handle(out, "rapport_actions_destroy", [assessment._handle]), assessment)

    def close(self) -> None:
        """Gives the actions up. Closing twice is fine."""
        super().close()
        self._model.close()

    def phase(self, id: str, capacity: float) -> None:
        """One more phase."""
        call("rapport_actions_add_phase", self._pointer, id.encode(), real(capacity, "/capacity"), None)

    def add(self, id: str, cost: float, effects: "Dict[str, Any]", *, title: Optional[str] = None,
            phase: Optional[str] = None, requires: Sequence[str] = (), excludes: Sequence[str] = ()) -> None:
        """One more action. effects are as in the document: {"trust": {"points": 10, "party": "northwind"}}.

        An action that is refused halfway is there with what was good.
        """
        action = ctypes.c_uint32()
        call("rapport_actions_add", self._pointer, id.encode(), None if title is None else title.encode(), real(cost, "/cost"),
             c.RAPPORT_NONE if phase is None else self._find("phase", phase, self.phases), byref(action))
        for node, given in effects.items():
            for effect in given if isinstance(given, list) else [given]:
                self._effect(action.value, node, dict(effect))
        for other in requires:
            call("rapport_actions_add_requirement", self._pointer, action, self._find("action", other, self.ids))
        for other in excludes:
            call("rapport_actions_add_exclusion", self._pointer, action, self._find("action", other, self.ids))

    def _effect(self, action: int, node: str, effect: "Dict[str, Any]") -> None:
        party = effect.pop("party", None)
        if len(effect) != 1:
            raise BadValue('an effect has exactly one of "points", "levels" and "to_level"', f"/{node}")
        (word, amount), = effect.items()
        call("rapport_actions_add_effect", self._pointer, action, self._model.node(node).index,
             c.RAPPORT_NONE if party is None else self._find("party", party, self._parties),
             code(names.ACTION_EFFECTS, word, "effect"), real(amount, f"/{node}/{word}"))

    @staticmethod
    def _find(what: str, id: str, ids: List[str]) -> int:
        if id not in ids:
            raise unknown(what, id, ids)
        return ids.index(id)

    @property
    def ids(self) -> List[str]:
        """The ids of the actions."""
        return [lib.rapport_actions_id(self._pointer, i).decode() for i in range(len(self))]

    @property
    def titles(self) -> List[str]:
        """The titles of the actions; the id where there is none."""
        return [lib.rapport_actions_title(self._pointer, i).decode() for i in range(len(self))]

    @property
    def phases(self) -> List[str]:
        """The ids of the phases."""
        return [lib.rapport_actions_phase_id(self._pointer, i).decode()
                for i in range(lib.rapport_actions_count_phases(self._pointer))]

    @property
    def budget(self) -> Optional[float]:
        """What a plan may cost where nothing else is said; None for no limit. May be set."""
        out = ctypes.c_double()
        return None if lib.rapport_actions_get_budget(self._pointer, byref(out)) else out.value

    @budget.setter
    def budget(self, budget: float) -> None:
        call("rapport_actions_set_budget", self._pointer, real(budget, "/budget"))

    def __len__(self) -> int:
        return lib.rapport_actions_count(self._pointer)

    def __contains__(self, id: str) -> bool:
        return lib.rapport_actions_find(self._pointer, id.encode()) != c.RAPPORT_NONE


class PlanStep(NamedTuple):
    """A chosen action. gain is what it adds to those before it, after gates; score and gated are those once it is done."""

    id: str
    phase: Optional[str]
    cost: float
    gain: float
    score: float
    gated: float
    idle_effects: int


class PlanRejection(NamedTuple):
    """An action that is not chosen. reason is "budget", "excluded", "idle", "outbid" or "unexamined"."""

    id: str
    cost: float
    reason: str
    idle_effects: int


class PlanPhase(NamedTuple):
    """A phase of the road map; score and gated are those at its end."""

    id: str
    capacity: float
    cost: float
    actions: int
    score: float
    gated: float


class Plan(Native):
    """The choice of actions that lifts the joint score after gates the most within the budget."""

    def __init__(self, handle: Handle, result: Result, actions: Actions):
        super().__init__(handle)
        self._ids, self._phase_ids = actions.ids, actions.phases
        self._bands = result.model.bands.ids
        self._gates = [gate.id for gate in result.gates]
        self._states = [gate.state for gate in result.gates]

    @classmethod
    def of(cls, result: Result, actions: Actions, budget: Optional[float] = None, *, gates_first: bool = False,
           work_limit: int = 0) -> "Plan":
        """Without a budget that of the actions holds, and where there is none, no limit."""
        out = POINTER(rapport_plan)()
        options = rapport_plan_options(ctypes.sizeof(rapport_plan_options), budget is not None,
                                       0.0 if budget is None else real(budget, "/budget"), yes_or_no(gates_first), 0,
                                       whole(work_limit, "/work_limit"))
        result._fresh()
        call("rapport_plan_compute", result._pointer, actions._pointer, byref(options), None, byref(out))
        return cls(Handle(out, "rapport_plan_destroy", [result._handle, actions._handle]), result, actions)

    def __getattr__(self, name: str) -> Any:
        if name not in ("cost", "score", "gated", "score_after", "gated_after", "bound", "breached", "breached_after"):
            raise AttributeError(name)
        return getattr(self._summary(), name)

    def _summary(self) -> Any:
        return filled(rapport_plan_summary, "rapport_plan_get_summary", self._pointer)

    @property
    def optimal(self) -> bool:
        """Whether it is proven that no plan is better."""
        return bool(self._summary().optimal)

    @property
    def gates_first(self) -> bool:
        return bool(self._summary().gates_first)

    @property
    def budget(self) -> Optional[float]:
        summary = self._summary()
        return summary.budget if summary.has_budget else None

    @property
    def band(self) -> str:
        """Before the plan."""
        return self._bands[self._summary().band]

    @property
    def band_after(self) -> str:
        """With the plan."""
        return self._bands[self._summary().band_after]

    def _phase(self, phase: int) -> Optional[str]:
        return None if phase == c.RAPPORT_NONE else self._phase_ids[phase]

    @property
    def actions(self) -> List[PlanStep]:
        """What to do, in order."""
        found = [filled(rapport_plan_step, "rapport_plan_get_step", self._pointer, i) for i in range(self._summary().chosen)]
        return [PlanStep(self._ids[s.action], self._phase(s.phase), s.cost, s.gain, s.score, s.gated, s.idle) for s in found]

    @property
    def rejected(self) -> List[PlanRejection]:
        """All other actions, and why."""
        found = [filled(rapport_plan_rejection, "rapport_plan_get_rejection", self._pointer, i)
                 for i in range(self._summary().rejected)]
        return [PlanRejection(self._ids[r.action], r.cost, names.REJECTIONS[r.reason], r.idle) for r in found]

    @property
    def phases(self) -> List[PlanPhase]:
        """The road map; empty without phases."""
        found = [filled(rapport_plan_phase, "rapport_plan_get_phase", self._pointer, i) for i in range(len(self._phase_ids))]
        return [PlanPhase(id, p.capacity, p.cost, p.actions, p.score, p.gated) for id, p in zip(self._phase_ids, found)]

    @property
    def gates(self) -> "Dict[str, tuple[str, str]]":
        """The gates that are another thing with the plan: their states before and after."""
        states = {}
        for index, (id, before) in enumerate(zip(self._gates, self._states)):
            after = ctypes.c_int32()
            check(lib.rapport_plan_get_gate(self._pointer, index, byref(after)))
            if names.GATE_STATES[after.value] != before:
                states[id] = (before, names.GATE_STATES[after.value])
        return states

    def report(self, format: str = "text", *, language: Optional[str] = None, ascii: bool = False, color: bool = False,
               compact: bool = False) -> str:
        """"text" for people, "json" (`rapport-plan/1`) for programs."""
        options = options_for(format, language, ascii, color, compact)
        return collect(lambda writer, user: self._write(options, writer, user))

    def _write(self, options: Any, writer: Any, user: Any) -> int:
        call("rapport_plan_write", self._pointer, byref(options), writer, user)
        return c.RAPPORT_OK

    def to_json(self, *, compact: bool = False) -> str:
        """As `rapport-plan/1`: the bytes of `rapport plan --json`."""
        return self.report("json", compact=compact)

    def to_dict(self) -> Dict[str, Any]:
        """to_json(), parsed."""
        return json.loads(self.to_json())

    def __repr__(self) -> str:
        return "<Plan, closed>" if self.closed else f"<Plan of {len(self.actions)} actions: {self.gated_after:.1f}>"


class Knapsack(NamedTuple):
    """What fits: the places of what is taken, from 0."""

    chosen: List[int]
    cost: float
    gain: float
    optimal: bool
    bound: float


def knapsack(costs: Sequence[float], gains: Sequence[float], budget: float) -> Knapsack:
    """The most gain within a budget: each item whole or not at all."""
    if len(costs) != len(gains):
        raise BadValue("as many gains as costs are needed")
    count = len(costs)
    array = ctypes.c_double * count
    chosen = (ctypes.c_uint8 * count)()
    out = rapport_knapsack(struct_size=ctypes.sizeof(rapport_knapsack))
    call("rapport_knapsack_compute", array(*(real(x, "/costs") for x in costs)), array(*(real(x, "/gains") for x in gains)),
         count, real(budget, "/budget"), None, chosen, byref(out))
    return Knapsack([i for i in range(count) if chosen[i]], out.cost, out.gain, bool(out.optimal), out.bound)
