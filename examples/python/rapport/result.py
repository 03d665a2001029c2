# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""What follows from an assessment: scores, bands, gates, gaps, reasons."""
from __future__ import annotations

import ctypes
import json
from ctypes import POINTER, byref
from typing import Any, Dict, List, NamedTuple, Optional

from . import _constants as c
from . import _names as names
from ._catalog import Catalog, code
from ._handle import Handle, Native
from ._library import call, check, filled, lib, number
from ._structs import (rapport_cell, rapport_consensus, rapport_demand, rapport_finding, rapport_gate_result,
                       rapport_importance_axes, rapport_importance_place, rapport_importance_summary, rapport_opinion,
                       rapport_outcome, rapport_perception, rapport_perception_summary, rapport_perspective,
                       rapport_report_options, rapport_result)
from ._text import collect, optional, stream, yes_or_no
from .assessment import Assessment, Party
from .errors import Stale
from .ledger import Measures
from .model import Model, PathLike
from .parts import Gate, Node
from .perspectives import (Consensus, ImportanceGap, Opinion, Perspective, Place, consensus_of, perspective_of)

HAS_SCORE = (c.RAPPORT_CELL_OK, c.RAPPORT_CELL_INCOMPLETE)


class Bounds(NamedTuple):
    """The lowest and the highest score still possible, given what is missing."""

    lower: float
    upper: float


class Cell(NamedTuple):
    """One node in one view. Numbers that do not exist are None.

    status is "ok", "incomplete", "missing", "not-applicable" ("empty" at a root) or "withheld"; raters is how many of the
    party answered something in it, 0 in the joint view and None where that is withheld.
    """

    status: str
    score: Optional[float]
    coverage: Optional[float]
    bounds: Optional[Bounds]
    raters: Optional[int]


class Requirement(NamedTuple):
    """What a band demands and does not get. culprit is the node or party that is furthest below; actual may be None."""

    band: str
    requires: str
    needed: float
    actual: Optional[float]
    culprit: Optional[str]


class Joint(NamedTuple):
    """The joint outcome. score is before gates, gated after; band and reached are ids, None without a score.

    reached is the band that the gated score reaches by its threshold alone; band is a lower one if something held it back.
    """

    status: str
    score: Optional[float]
    gated: Optional[float]
    coverage: Optional[float]
    bounds: Optional[Bounds]
    band: Optional[str]
    band_certain: bool
    reached: Optional[str]
    held_back: List[Requirement]


class Perception(NamedTuple):
    """What one party sees minus what another sees; against None is the mean of all others."""

    of: str
    against: Optional[str]
    gap: float
    kind: str
    notable: bool


class PerceptionSummary(NamedTuple):
    """The perception gaps of two parties over all criteria; the numbers are None where no criterion enters."""

    of: str
    against: Optional[str]
    criteria: int
    mean: Optional[float]
    mean_absolute: Optional[float]
    rms: Optional[float]
    largest: Optional[float]
    node: Optional[str]


class Result(Native):
    """The result of Assessment.assess(): numbers as they were then, whatever is answered later.

    Texts are written from the result and its assessment together, so they raise Stale once the assessment has changed.
    """

    def __init__(self, handle: Handle, under: Assessment):
        super().__init__(handle)
        self._from = under  # ours alone, like the model below it
        self._shown: Optional[Assessment] = None
        self._revision = under._handle.revision  # type: ignore[attr-defined]
        self._parties = len(under.parties)

    @classmethod
    def _of(cls, assessment: Assessment) -> "Result":
        assessment._pointer
        out = POINTER(rapport_result)()
        check(lib.rapport_result_create(None, byref(out)))
        handle = Handle(out, "rapport_result_destroy", [assessment._handle])
        with handle:  # destroyed at the end of this block unless the result has taken hold of it
            call("rapport_result_compute", out, assessment._pointer)
            return cls(handle, Assessment(assessment._handle, assessment._under._handle))

    def close(self) -> None:
        """Gives the result up. Closing twice is fine."""
        super().close()
        self._from.close()

    @property
    def assessment(self) -> Assessment:
        """The assessment that it follows from."""
        self._pointer
        if self._shown is None or self._shown.closed:
            self._shown = Assessment(self._from._handle, self._from._under._handle)
        return self._shown

    @property
    def model(self) -> Model:
        """The model of the assessment."""
        return self.assessment.model

    @property
    def _model(self) -> Model:
        self._pointer
        return self._from._under

    # -- the whole

    def _cell(self, view: int, node: int) -> Cell:
        cell = filled(rapport_cell, "rapport_result_get_cell", self._pointer, view, node)
        status = names.CELL_STATES[cell.status]
        score = cell.score if cell.status in HAS_SCORE else None
        if node == c.RAPPORT_ROOT and cell.status == c.RAPPORT_CELL_NOT_APPLICABLE:
            status = "empty"
        if cell.status not in (*HAS_SCORE, c.RAPPORT_CELL_MISSING):
            return Cell(status, None, None, None, None if status == "withheld" else cell.raters)
        return Cell(status, score, cell.coverage, Bounds(cell.lower, cell.upper), cell.raters)

    @property
    def joint(self) -> Joint:
        """The joint outcome of all parties."""
        cell = self._cell(c.RAPPORT_JOINT, c.RAPPORT_ROOT)
        outcome = filled(rapport_outcome, "rapport_result_get_outcome", self._pointer)
        return Joint(cell.status, cell.score, outcome.gated if outcome.has_score else None, cell.coverage, cell.bounds,
                     self._band(outcome.band), bool(outcome.band_certain), self._band(outcome.reached), self._held_back())

    def _band(self, band: int) -> Optional[str]:
        return None if band == c.RAPPORT_NONE else self._model._part_id(c.RAPPORT_OF_BAND, band)

    def _held_back(self) -> List[Requirement]:
        return [self._requirement(filled(rapport_demand, "rapport_result_get_held_back", self._pointer, index))
                for index in range(lib.rapport_result_count_held_back(self._pointer))]

    def _requirement(self, demand: Any) -> Requirement:
        culprit = None
        if demand.culprit != c.RAPPORT_NONE:
            culprit = (self._party_id(demand.culprit) if demand.demand == c.RAPPORT_WEAKEST_PARTY
                       else self._model._part_id(c.RAPPORT_OF_NODE, demand.culprit))
        return Requirement(str(self._band(demand.band)), names.DEMANDS[demand.demand], demand.needed,
                           demand.actual if demand.has_actual else None, culprit)

    def _party_id(self, party: int) -> Optional[str]:
        return None if party == c.RAPPORT_NONE else Party(self._from, party).id

    @property
    def views(self) -> "Catalog[View]":
        """The view of each party."""
        self._pointer
        return Catalog("party", self._parties, lambda i: View(self, i), self._find_party)

    def _find_party(self, id: str) -> Optional[int]:
        index = self._from._find_party(id)
        return index if index is not None and index < self._parties else None

    def view(self, party: str) -> "View":
        """The view of one party."""
        return self.views[party]

    # -- the nodes

    @property
    def nodes(self) -> "Catalog[NodeResult]":
        """What became of groups and criteria, in model order; the root is left out."""
        nodes = self._model.nodes
        return Catalog("node", len(nodes), lambda i: NodeResult(self, i + 1), nodes._find)

    def node(self, id: str) -> "NodeResult":
        """What became of a group or criterion."""
        return self.nodes[id]

    @property
    def criteria(self) -> "List[NodeResult]":
        return [node for node in self.nodes if node.kind == "criterion"]

    @property
    def priorities(self) -> "List[NodeResult]":
        """The criteria with a target gap, the one that would lift the joint score most first."""
        count = lib.rapport_result_get_priorities(self._pointer, None, 0)
        indices = (ctypes.c_uint32 * count)()
        lib.rapport_result_get_priorities(self._pointer, indices, count)
        return [NodeResult(self, index) for index in indices]

    # -- gates, measures, perception

    @property
    def gates(self) -> "Catalog[GateResult]":
        """What became of each gate of the model."""
        gates = self._model.gates
        return Catalog("gate", len(gates), lambda i: GateResult(self, i), gates._find)

    def measure(self, name: str, party: Optional[str] = None) -> Optional[float]:
        """"net-benefit" (of a party), "burden-overload", "balance", "skill-coverage"; None where it does not exist."""
        measure = code(names.MEASURES, name, "measure")
        of = c.RAPPORT_NONE
        if measure == c.RAPPORT_NET_BENEFIT:
            if party is None:
                raise TypeError("the net benefit is that of a party: say which")
            of = self.view(party).index
        return number("rapport_result_get_measure", self._pointer, measure, of)

    @property
    def measures(self) -> Measures:
        """All measures of the partnership, what they name, and the patterns that hold."""
        self._pointer
        return Measures(self)

    @property
    def perception(self) -> List[PerceptionSummary]:
        """How the parties' views differ over all criteria, for each pair of parties."""
        return [self._summary(pair) for pair in range(lib.rapport_result_count_pairs(self._pointer))]

    def _summary(self, pair: int) -> PerceptionSummary:
        it = filled(rapport_perception_summary, "rapport_result_get_perception_summary", self._pointer, pair)
        of, against = self._party_id(it.of), self._party_id(it.against)
        if not it.criteria:
            return PerceptionSummary(str(of), against, 0, None, None, None, None, None)
        node = None if it.largest_node == c.RAPPORT_NONE else self._model._part_id(c.RAPPORT_OF_NODE, it.largest_node)
        return PerceptionSummary(str(of), against, it.criteria, it.mean, it.mean_absolute, it.rms, it.largest, node)

    # -- several raters, four views, importance

    def _index(self, node: Optional[str]) -> int:
        return c.RAPPORT_ROOT if node is None else self.node(node).index

    def consensus(self, party: str, index: str, node: Optional[str] = None) -> Consensus:
        """How far the raters of a party agree: "rwg", "awg", "ad" of a criterion; "rwgj", "icc1", "icc1k", "krippendorff",
        "cronbach" of a group, or of the whole without a node."""
        return consensus_of(filled(rapport_consensus, "rapport_result_get_consensus", self._pointer, self.view(party).index,
                                   self._index(node), code(names.INDICES, index, "index")))

    @property
    def opinions(self) -> List[Opinion]:
        """What each party says of each, criterion by criterion."""
        return [self._opinion(index) for index in range(lib.rapport_result_count_opinions(self._pointer))]

    def _opinion(self, index: int) -> Opinion:
        it = filled(rapport_opinion, "rapport_result_get_opinion", self._pointer, index)
        shown = not it.withheld
        return Opinion(names.OPINIONS[it.kind], str(self._party_id(it.of)), str(self._party_id(it.against)),
                       str(self._model._part_id(c.RAPPORT_OF_NODE, it.node)), it.points if shown else None,
                       it.raters if shown else None)

    def perspective(self, aspect: str, of: str, against: str, node: Optional[str] = None) -> Perspective:
        """The "self-enhancement", "regard" or "understanding" of a party against another; of the whole without a node."""
        return perspective_of(filled(rapport_perspective, "rapport_result_get_perspective", self._pointer,
                                     code(names.ASPECTS, aspect, "aspect"), self.view(of).index, self.view(against).index,
                                     self._index(node)), of, against)

    def importance(self, node: str, party: Optional[str] = None) -> Optional[float]:
        """Importance as part of the whole, as a party states it, or as all who do together; None where it does not exist."""
        view = c.RAPPORT_JOINT if party is None else self.view(party).index
        return number("rapport_result_get_importance", self._pointer, view, self._index(node))

    def importance_gap(self, of: str, against: Optional[str] = None) -> Optional[ImportanceGap]:
        """How differently two parties, or without `against` a party and the model, weigh the criteria; None where one of them
        states nothing, or nothing that has a sum."""
        other = c.RAPPORT_NONE if against is None else self.view(against).index
        it = rapport_importance_summary(struct_size=ctypes.sizeof(rapport_importance_summary))
        status = lib.rapport_result_get_importance_summary(self._pointer, self.view(of).index, other, byref(it))
        if status in (c.RAPPORT_NOT_FOUND, c.RAPPORT_UNDEFINED):
            return None
        check(status)
        node = None if it.largest_node == c.RAPPORT_NONE else self._model._part_id(c.RAPPORT_OF_NODE, it.largest_node)
        return ImportanceGap(of, against, it.apart, it.largest, node)

    def importance_performance(self, party: Optional[str] = None, cut: str = "means") -> List[Place]:
        """Where each criterion lies, in the joint view or a party's; [] where none takes part."""
        view = c.RAPPORT_JOINT if party is None else self.view(party).index
        axes = rapport_importance_axes(struct_size=ctypes.sizeof(rapport_importance_axes))
        status = lib.rapport_result_get_importance_axes(self._pointer, view, code(names.CUTS, cut, "cut"), byref(axes))
        if status == c.RAPPORT_UNDEFINED:
            return []
        check(status)
        return [place for node in self.criteria for place in self._place(view, axes, node)]

    def _place(self, view: int, axes: Any, node: "NodeResult") -> List[Place]:
        it = rapport_importance_place(struct_size=ctypes.sizeof(rapport_importance_place))
        status = lib.rapport_result_get_importance_place(self._pointer, view, byref(axes), node.index, byref(it))
        if status == c.RAPPORT_UNDEFINED:
            return []
        check(status)
        return [Place(node.id, str(names.QUADRANTS[it.quadrant]), it.importance, it.performance,
                      it.priority if it.has_priority else None)]

    # -- texts

    def report(self, format: str = "text", *, language: Optional[str] = None, ascii: bool = False, color: bool = False,
               compact: bool = False) -> str:
        """The report: "text" for people, "json" (`rapport-result/1`) for programs."""
        options = options_for(format, language, ascii, color, compact)
        self._pointer
        return collect(lambda writer, user: self._report(options, writer, user))

    def write(self, target: Any, format: str = "text", *, language: Optional[str] = None, ascii: bool = False,
              color: bool = False, compact: bool = False) -> None:
        """The report piece by piece to something with write(), such as a file opened for text, or to a function."""
        options = options_for(format, language, ascii, color, compact)
        self._pointer
        with self._handle:
            stream(lambda writer, user: self._report(options, writer, user), target)

    def _report(self, options: Any, writer: Any, user: Any) -> int:
        self._fresh()
        call("rapport_report_write", self._handle.pointer, byref(options), writer, user)
        return c.RAPPORT_OK

    def to_json(self, *, compact: bool = False) -> str:
        """The result as `rapport-result/1`: the bytes of `rapport assess --json`."""
        return self.report("json", compact=compact)

    def to_dict(self) -> Dict[str, Any]:
        """to_json(), parsed."""
        return json.loads(self.to_json())

    def explain(self, node: str, format: str = "text", *, language: Optional[str] = None, ascii: bool = False,
                color: bool = False, compact: bool = False, redact: bool = False) -> str:
        """Everything behind one group or criterion; redact leaves out raters, answers, notes and evidence altogether."""
        options = options_for(format, language, ascii, color, compact, redact)
        index = self.node(node).index
        return collect(lambda writer, user: self._explain(index, options, writer, user))

    def _explain(self, node: int, options: Any, writer: Any, user: Any) -> int:
        self._fresh()
        call("rapport_explanation_write", self._handle.pointer, node, byref(options), writer, user)
        return c.RAPPORT_OK

    def _fresh(self) -> None:
        if self._from._handle.revision != self._revision:  # type: ignore[attr-defined]
            raise Stale("the assessment has changed since: assess it again")

    def __repr__(self) -> str:
        if self.closed:
            return "<Result, closed>"
        joint = self.joint
        score = joint.status if joint.gated is None else f"{joint.gated:.1f}, {joint.band}"
        return f"<Result of {self._from.id}: {score}>"


class View:
    """One party's view of the whole."""

    def __init__(self, result: Result, index: int):
        self._result = result
        self.index = index
        self.id = str(result._party_id(index))

    @property
    def title(self) -> str:
        return Party(self._result._from, self.index).title

    @property
    def cell(self) -> Cell:
        """All of the below but the band."""
        return self._result._cell(self.index, c.RAPPORT_ROOT)

    @property
    def status(self) -> str:
        return self.cell.status

    @property
    def score(self) -> Optional[float]:
        return self.cell.score

    @property
    def coverage(self) -> Optional[float]:
        return self.cell.coverage

    @property
    def bounds(self) -> Optional[Bounds]:
        return self.cell.bounds

    @property
    def raters(self) -> Optional[int]:
        return self.cell.raters

    @property
    def band(self) -> Optional[str]:
        """By the thresholds alone; None without a score."""
        return self._result._band(lib.rapport_result_band(self._result._pointer, self.index))

    def node(self, id: str) -> Cell:
        """How the party sees a group or criterion."""
        return self._result._cell(self.index, self._result.node(id).index)

    def __repr__(self) -> str:
        return f"<View of {self.id}: {self.status if self.score is None else format(self.score, '.1f')}>"


class NodeResult:
    """What became of a group or criterion. Numbers that do not exist are None."""

    def __init__(self, result: Result, index: int):
        self._result = result
        self.index = index
        self.of = Node(result._model, index)  #: the node of the model: weight, share, scale, labels

    @property
    def id(self) -> str:
        return self.of.id

    @property
    def title(self) -> str:
        return self.of.title

    @property
    def kind(self) -> str:
        return self.of.kind

    @property
    def weight(self) -> float:
        return self.of.weight

    @property
    def share(self) -> float:
        return self.of.share

    @property
    def target(self) -> float:
        """In points."""
        return self.of.target

    @property
    def joint(self) -> Cell:
        """All parties together."""
        return self._result._cell(c.RAPPORT_JOINT, self.index)

    @property
    def score(self) -> Optional[float]:
        """The joint score."""
        return self.joint.score

    @property
    def views(self) -> Dict[str, Cell]:
        """As each party sees it, by party."""
        return {view.id: self._result._cell(view.index, self.index) for view in self._result.views}

    def _finding(self, name: str, exists: int) -> Optional[float]:
        finding = filled(rapport_finding, "rapport_result_get_finding", self._result._pointer, self.index)
        return getattr(finding, name) if finding.has & exists else None

    @property
    def contribution(self) -> Optional[float]:
        """Points of the joint score that come from here; over all criteria they add up to it."""
        return self._finding("contribution", c.RAPPORT_HAS_CONTRIBUTION)

    @property
    def leverage(self) -> Optional[float]:
        """Points that the joint score would rise by for one more point here; None where that has no bound."""
        return self._finding("leverage", c.RAPPORT_HAS_LEVERAGE)

    @property
    def gap(self) -> Optional[float]:
        """Points short of the target."""
        return self._finding("gap", c.RAPPORT_HAS_GAP)

    @property
    def severity(self) -> Optional[float]:
        """Share times gap."""
        return self._finding("severity", c.RAPPORT_HAS_GAP)

    @property
    def lift(self) -> Optional[float]:
        """Points that the joint score would rise by if this one value were at its target."""
        return self._finding("lift", c.RAPPORT_HAS_LIFT)

    @property
    def perception(self) -> List[Perception]:
        """Where the parties see it differently, for each pair of which both have a score."""
        found = []
        for pair in range(lib.rapport_result_count_pairs(self._result._pointer)):
            seen = rapport_perception(struct_size=ctypes.sizeof(rapport_perception))
            status = lib.rapport_result_get_perception(self._result._pointer, pair, self.index, byref(seen))
            if status != c.RAPPORT_UNDEFINED:
                check(status)
                found.append(Perception(str(self._result._party_id(seen.of)), self._result._party_id(seen.against), seen.gap,
                                        names.PERCEPTIONS[seen.kind], bool(seen.notable)))
        return found

    def __repr__(self) -> str:
        return f"<NodeResult {self.id}: {self.joint.status if self.score is None else format(self.score, '.1f')}>"


class GateResult:
    """What became of a gate.

    state is "passed", "near-miss", "breached", "undecided" or "not-applicable".
    """

    def __init__(self, result: Result, index: int):
        self._result = result
        self.index = index
        self.of = Gate(result._model, index)  #: the gate of the model: node or measure, threshold, effect, cap

    @property
    def id(self) -> str:
        return self.of.id

    @property
    def title(self) -> str:
        return self.of.title

    def _read(self) -> Any:
        return filled(rapport_gate_result, "rapport_result_get_gate", self._result._pointer, self.index)

    @property
    def state(self) -> str:
        return names.GATE_STATES[self._read().state]

    @property
    def binding(self) -> bool:
        """Whether it is this gate that makes the gated score what it is."""
        return bool(self._read().binding)

    @property
    def value(self) -> Optional[float]:
        """What it looked at."""
        gate = self._read()
        return gate.value if gate.has_value else None

    def __repr__(self) -> str:
        return f"<GateResult {self.id}: {self.state}>"


def options_for(format: str, language: Optional[str], ascii: bool, color: bool, compact: bool,
                redact: bool = False) -> rapport_report_options:
    return rapport_report_options(ctypes.sizeof(rapport_report_options), code(names.FORMATS, format, "format"),
                                  yes_or_no(ascii), yes_or_no(color), yes_or_no(compact), yes_or_no(redact),
                                  optional(language))


def assess_file(path: PathLike, model: Optional[Model] = None, overlay: Optional[str] = None) -> Result:
    """The result of the assessment in a file; see Assessment.open()."""
    with Assessment.open(path, model, overlay) as assessment:
        return assessment.assess()
