# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""Building a criteria model by calls."""
from __future__ import annotations

import json
import math
from ctypes import POINTER, byref, c_double, c_uint32
from typing import Any, Dict, Iterable, List, Optional, Sequence, Tuple, Union

from . import _constants as c
from . import _names as names
from ._catalog import code, unknown
from ._handle import Handle, Native
from ._library import call, error_of, lib
from ._structs import rapport_draft, rapport_error, rapport_model
from ._text import Label, ended, languages, optional, real, sized, whole, yes_or_no
from .errors import BadValue, Error
from .model import MANY, Model

Power = Union[float, str]


class Draft(Native):
    """A model that is being written. Parts are named by their ids; labels are texts, or {"en": …, "de": …}.

    Every call checks what can be checked at once, check() tells the rest, build() makes the model. One thread at a time. A
    call that sets several things may have set some of them when it fails: begin a new draft then.
    """

    def __init__(self, id: str, version: str, *, title: Optional[Label] = None, description: Optional[Label] = None,
                 missing: str = "exclude", minimum_coverage: float = 1.0, anonymity_floor: int = 1, power: Power = 1.0,
                 target: float = 75.0):
        out = POINTER(rapport_draft)()
        call("rapport_draft_create", ended(id, "/id"), ended(version, "/version"), None, byref(out))
        super().__init__(Handle(out, "rapport_draft_destroy"))
        self._index: Dict[str, Dict[str, int]] = {"model": {"": 0}, "node": {"": c.RAPPORT_ROOT}, "scale": {}, "gate": {},
                                                  "band": {}, "overlay": {}}
        self._call("set_missing", code(names.MISSING, missing, "way with what is missing"), real(minimum_coverage))
        self._call("set_anonymity_floor", whole(anonymity_floor))
        self._call("set_power", c.RAPPORT_ROOT, exponent(power))
        self._call("set_target", c.RAPPORT_ROOT, real(target))
        self._labels("model", "", title=title, description=description)

    def _call(self, verb: str, *arguments: Any) -> None:
        call("rapport_draft_" + verb, self._pointer, *arguments)

    def _find(self, part: str, id: str) -> int:
        if id not in self._index[part]:
            raise unknown(part, id, self._index[part])
        return self._index[part][id]

    def _add(self, part: str, verb: str, id: str, *arguments: Any, before: Tuple[Any, ...] = ()) -> int:
        """Calls rapport_draft_add_<verb> and keeps the index that it hands out under the id."""
        out = c_uint32()
        self._call("add_" + verb, *before, ended(id), *arguments, byref(out))
        self._index[part][id] = out.value
        return out.value

    # -- scales

    def levels(self, id: str, count: int, *, reversed: bool = False, points: Optional[Sequence[float]] = None,
               ids: Optional[Sequence[Optional[str]]] = None, labels: Optional[Sequence[Optional[Label]]] = None,
               title: Optional[Label] = None, description: Optional[Label] = None) -> None:
        """A scale of ordinal levels; points, ids and labels, where given, are one for each level."""
        scale = self._add("scale", "levels", id, whole(count), yes_or_no(reversed))
        if points is not None:
            self._call("set_level_points", scale, doubles(points), len(points))
        for level, name in enumerate(ids or (), 1):
            if name is not None:
                self._call("set_level_id", scale, level, ended(name))
        self._steps(id, labels)
        self._labels("scale", id, title=title, description=description)

    def piecewise(self, id: str, points: Sequence[Tuple[float, float]], *, unit: Optional[str] = None,
                  title: Optional[Label] = None, description: Optional[Label] = None) -> None:
        """A number scale that is linear between points (answer, points)."""
        pairs = [tuple(pair) for pair in points]
        if any(len(pair) != 2 for pair in pairs):
            raise BadValue("every point is a pair: the answer and its points")
        self._add("scale", "points", id, doubles(x for x, _ in pairs), doubles(y for _, y in pairs), len(pairs))
        self._number(id, unit, title, description)

    def linear(self, id: str, worst: float, best: float, *, unit: Optional[str] = None, title: Optional[Label] = None,
               description: Optional[Label] = None) -> None:
        """A number scale that is linear from the worst answer to the best."""
        self._add("scale", "linear", id, real(worst), real(best))
        self._number(id, unit, title, description)

    def range(self, id: str, zero_below: float, full_from: float, full_to: float, zero_above: float, *,
              unit: Optional[str] = None, title: Optional[Label] = None, description: Optional[Label] = None) -> None:
        """A number scale with full points inside an interval."""
        self._add("scale", "range", id, real(zero_below), real(full_from), real(full_to), real(zero_above))
        self._number(id, unit, title, description)

    def exponential(self, id: str, worst: float, best: float, rho: float, *, unit: Optional[str] = None,
                    title: Optional[Label] = None, description: Optional[Label] = None) -> None:
        """A number scale with an exponential value function."""
        self._add("scale", "exponential", id, real(worst), real(best), real(rho))
        self._number(id, unit, title, description)

    def yesno(self, id: str, *, title: Optional[Label] = None, description: Optional[Label] = None) -> None:
        """A scale of yes (100 points) and no (0)."""
        self._add("scale", "yesno", id)
        self._labels("scale", id, title=title, description=description)

    def choice(self, id: str, options: Dict[str, float], *, labels: Optional[Sequence[Optional[Label]]] = None,
               title: Optional[Label] = None, description: Optional[Label] = None) -> None:
        """A scale of options with their points; labels, where given, in the order of the options."""
        scale = self._add("scale", "choice", id)
        for option, points in options.items():
            self._call("add_option", scale, ended(option), real(points))
        self._steps(id, labels)
        self._labels("scale", id, title=title, description=description)

    def _number(self, id: str, unit: Optional[str], title: Optional[Label], description: Optional[Label]) -> None:
        if unit is not None:
            self._call("set_unit", self._find("scale", id), ended(unit))
        self._labels("scale", id, title=title, description=description)

    def _steps(self, id: str, labels: Optional[Sequence[Optional[Label]]]) -> None:
        for step, label in enumerate(labels or (), 1):
            self._labels("scale", id, step, title=label)

    # -- the tree

    def group(self, id: str, *, weight: float = 1.0, parent: str = "", power: Power = 1.0, target: Optional[float] = None,
              informational: bool = False, title: Optional[Label] = None, description: Optional[Label] = None) -> None:
        """A group at the end of its parent's children; the parent "" is the whole."""
        mean = exponent(power)
        node = self._add("node", "group", id, real(weight), before=(self._find("node", parent),))
        self._call("set_power", node, mean)
        self._node(id, target, informational)
        self._labels("node", id, title=title, description=description)

    def criterion(self, id: str, scale: str, *, weight: float = 1.0, parent: str = "", together: str = "mean",
                  target: Optional[float] = None, informational: bool = False, title: Optional[Label] = None,
                  description: Optional[Label] = None, question: Optional[Label] = None,
                  anchors: Optional[Sequence[Optional[Label]]] = None) -> None:
        """A criterion at the end of its parent's children; anchors, where given, are one for each level."""
        rule = code(names.TOGETHER, together, "together rule")
        node = self._add("node", "criterion", id, real(weight), self._find("scale", scale),
                         before=(self._find("node", parent),))
        self._call("set_together", node, rule)
        self._node(id, target, informational)
        self._labels("node", id, title=title, description=description, question=question)
        for level, anchor in enumerate(anchors or (), 1):
            self._labels("node", id, level, anchor=anchor)

    def _node(self, id: str, target: Optional[float], informational: bool) -> None:
        node = self._find("node", id)
        if target is not None:
            self._call("set_target", node, real(target))
        self._call("set_informational", node, yes_or_no(informational))

    # -- gates, bands, overlays

    def gate(self, id: str, effect: str, *, node: Optional[str] = None, measure: Optional[str] = None,
             view: Optional[str] = None, below: Optional[float] = None, above: Optional[float] = None,
             cap: Optional[float] = None, title: Optional[Label] = None, description: Optional[Label] = None) -> None:
        """A gate on a node (below) or on a measure (below or above); view is "any" where nothing else is said."""
        if (node is None) == (measure is None) or (below is None) == (above is None) or (node is not None and below is None):
            raise BadValue("a gate needs a node and below, or a measure and one of below and above", f"/gates/{id}")
        kind = code(names.EFFECTS, effect, "effect")
        seen = c.RAPPORT_ANY_VIEW if view is None else code(names.GATE_VIEWS, view, "view")
        least = 0.0 if cap is None else real(cap)
        if cap is None and effect == "cap":
            raise BadValue("a gate that caps needs a cap", f"/gates/{id}/cap")
        if node is not None:
            self._add("gate", "gate", id, self._find("node", node), seen, real(below), kind, least)
        else:
            self._add("gate", "measure_gate", id, code(names.MEASURES, measure or "", "measure"), seen,
                      int(above is not None), real(below if above is None else above), kind, least)
        self._labels("gate", id, title=title, description=description)

    def band(self, id: str, start: float, *, requires: Optional[Dict[str, Any]] = None, title: Optional[Label] = None,
             description: Optional[Label] = None) -> None:
        """A band above those that are there; requires as in the document: {"every_group": 70, "coverage": 0.9, …}."""
        band = self._add("band", "band", id, real(start))
        for name, least in (requires or {}).items():
            demand = code(names.DEMANDS, name, "demand")
            if demand != c.RAPPORT_NO_UNDECIDED_GATES:
                self._call("add_demand", band, demand, real(least))
            elif yes_or_no(least):
                self._call("add_demand", band, demand, 0.0)
        self._labels("band", id, title=title, description=description)

    def overlay(self, id: str, *, weights: Optional[Dict[str, float]] = None, targets: Optional[Dict[str, float]] = None,
                title: Optional[Label] = None, description: Optional[Label] = None) -> None:
        """A change for one kind of partner: factors of weights and new targets, by node."""
        overlay = self._add("overlay", "overlay", id)
        for node, factor in (weights or {}).items():
            self._call("set_overlay_weight", overlay, self._find("node", node), real(factor))
        for node, target in (targets or {}).items():
            self._call("set_overlay_target", overlay, self._find("node", node), real(target))
        self._labels("overlay", id, title=title, description=description)

    # -- labels and what the host keeps

    def label(self, part: str, id: str, text: Label, *, kind: str = "title", step: int = 0) -> None:
        """A label of a part: "model" (with the id ""), "node", "scale" (step: a level or option), "gate", "band", "overlay";
        kind is "title", "description", "question" or "anchor" (step: the level)."""
        index = self._find(part, id) if part in self._index else 0
        for language, words in languages(text):
            self._call("set_label", code(names.PARTS, part, "part"), index, whole(step), code(names.LABELS, kind, "label"),
                       optional(language), *sized(words))

    def _labels(self, part: str, id: str, step: int = 0, **labels: Optional[Label]) -> None:
        for kind, text in labels.items():
            if text is not None:
                self.label(part, id, text, kind=kind, step=step)

    def extra(self, path: str, value: Any) -> None:
        """Keeps a value under `x` in an object of the document, such as "/criteria/0" or "" for the whole."""
        self._call("set_extra", ended(path), *sized(json.dumps(value, allow_nan=False)))

    # -- the model

    def check(self) -> List[Error]:
        """Every problem that keeps the draft from being built, as exceptions that are not raised."""
        room = MANY
        while True:
            problems = (rapport_error * room)()
            count = lib.rapport_draft_check(self._pointer, problems, room)
            if count <= room:
                return [error_of(problem) for problem in problems[:count]]
            room = count

    def build(self) -> Model:
        """Makes the immutable model. The draft stays as it is."""
        out = POINTER(rapport_model)()
        self._call("build", byref(out))
        return Model._made(out)


def exponent(power: Power) -> float:
    """A number, "min" or "max"."""
    if isinstance(power, str):
        if power not in ("min", "max"):
            raise BadValue(f'"{power}" is no power: a number, min, max')
        return -math.inf if power == "min" else math.inf
    return real(power)


def doubles(values: Iterable[float]) -> Any:
    numbers = [real(value) for value in values]
    return (c_double * len(numbers))(*numbers)
