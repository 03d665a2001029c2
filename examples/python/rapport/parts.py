# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""The parts of a model. They keep their model alive and ask it; after Model.close() they raise Closed."""
from __future__ import annotations

from ctypes import byref, c_double
from typing import TYPE_CHECKING, Any, Dict, List, NamedTuple, Optional, Tuple, Union

from . import _constants as c
from . import _names as names
from ._catalog import unknown
from ._library import check, filled, lib, number
from ._structs import rapport_band, rapport_gate, rapport_node
from ._text import ended, real, whole, yes_or_no

if TYPE_CHECKING:
    from .model import Model


class Part:
    """What all parts have: an id and labels."""

    _part = c.RAPPORT_OF_MODEL

    def __init__(self, model: "Model", index: int):
        self._model = model
        self.index = index
        self.id: str = model._part_id(self._part, index)

    @property
    def title(self) -> str:
        """In any language; the id where there is no title."""
        return self.label()

    def label(self, kind: str = "title", language: Optional[str] = None) -> str:
        """A label ("title", "description", "question") in a language such as "de"; None is any. "" where there is none."""
        return self._model._label(self._part, self.index, 0, kind, language)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.id}>"


class Node(Part):
    """A group or a criterion.

    kind is "group" or "criterion", entered the weight as entered, weight that times the overlay's factor, share what it is of the whole, power a
    group's exponent (-inf for the minimum, inf for the maximum), target in points, together a criterion's rule.
    """

    _part = c.RAPPORT_OF_NODE

    def __init__(self, model: "Model", index: int):
        super().__init__(model, index)
        node = filled(rapport_node, "rapport_model_get_node", model._pointer, index)
        self.kind: str = names.NODE_KINDS[node.kind]
        self.depth: int = node.depth
        self.weight: float = node.weight
        self.entered: float = node.entered
        self.target_replaced = bool(node.target_replaced)  # by the overlay
        self.share: float = node.share
        self.power: Optional[float] = node.power if self.kind == "group" else None
        self.target: float = node.target
        self.together: Optional[str] = names.TOGETHER[node.together] if self.kind == "criterion" else None
        self.informational = bool(node.informational)
        self._parent, self._end, self._scale = node.parent, node.end, node.scale

    @property
    def question(self) -> str:
        return self.label("question")

    @property
    def description(self) -> str:
        return self.label("description")

    @property
    def scale(self) -> "Optional[Scale]":
        """What a criterion is answered on."""
        return None if self._scale == c.RAPPORT_NONE else Scale(self._model, self._scale)

    @property
    def anchors(self) -> List[str]:
        """What each level of a criterion looks like; "" where nobody said."""
        scale = self.scale
        if scale is None or scale.kind != "levels":
            return []
        return [self.anchor(step.number) for step in scale.steps]

    def anchor(self, level: int, language: Optional[str] = None) -> str:
        """What a level of this criterion looks like."""
        return self._model._label(self._part, self.index, whole(level), "anchor", language)

    @property
    def parent(self) -> "Optional[Node]":
        return None if self._parent == c.RAPPORT_NONE else Node(self._model, self._parent)

    @property
    def children(self) -> "List[Node]":
        self._model._pointer
        found = []
        index = self.index + 1
        while index < self._end:
            found.append(Node(self._model, index))
            index = found[-1]._end
        return found

    @property
    def descendants(self) -> "List[Node]":
        """All below it, in model order."""
        self._model._pointer
        return [Node(self._model, index) for index in range(self.index + 1, self._end)]


class Step(NamedTuple):
    """A level or option of a scale; numbers count from 1, id is "" for a level without one."""

    number: int
    id: str
    title: str
    points: float


class Scale(Part):
    """How a criterion is answered. kind is "levels", "number", "yesno" or "choice"; unit is "" where there is none."""

    _part = c.RAPPORT_OF_SCALE

    def __init__(self, model: "Model", index: int):
        super().__init__(model, index)
        self.kind: str = names.SCALE_KINDS[lib.rapport_model_scale_kind(model._pointer, index)]
        self.unit: str = lib.rapport_model_scale_unit(model._pointer, index).decode("utf-8")

    @property
    def steps(self) -> List[Step]:
        """Levels or options; none for numbers and for yes or no."""
        return [self._step(step + 1) for step in range(lib.rapport_model_count_steps(self._model._pointer, self.index))]

    def _step(self, step: int) -> Step:
        points = number("rapport_model_get_step", self._model._pointer, self.index, step)
        return Step(step, self._model._part_id(self._part, self.index, step),
                    self._model._label(self._part, self.index, step, "title", None), points)

    def step(self, answer: Union[int, str]) -> Step:
        """The level or option with a number or id."""
        return self._step(self._find_step(answer) if isinstance(answer, str) else whole(answer))

    def _find_step(self, id: str) -> int:
        step = lib.rapport_model_find_step(self._model._pointer, self.index, ended(id))
        if not step:
            what = "option" if self.kind == "choice" else "level"
            raise unknown(f'{what} on the scale "{self.id}" called', id, [step.id for step in self.steps if step.id])
        return step

    def points(self, answer: Any) -> float:
        """What an answer is worth, 0..100."""
        if self.kind == "yesno":
            return 100.0 * yes_or_no(answer)
        if self.kind == "number":
            out = c_double()
            check(lib.rapport_model_compute_points(self._model._pointer, self.index, real(answer), byref(out)))
            return out.value
        return self.step(answer).points

    @property
    def knots(self) -> List[Tuple[float, float]]:
        """The points of a number scale's value function as (answer, points), in rising order of the answers."""
        return [knot[:2] for knot in self._all_knots()]

    @property
    def rho(self) -> Optional[float]:
        """Of an exponential value function; None for every other one."""
        return next((rho for _, _, rho in self._all_knots() if rho), None)

    def _all_knots(self) -> List[Tuple[float, float, float]]:
        found: List[Tuple[float, float, float]] = []
        while self.kind == "number":
            answer, points, rho = c_double(), c_double(), c_double()
            status = lib.rapport_model_get_knot(self._model._pointer, self.index, len(found), byref(answer), byref(points),
                                                byref(rho))
            if status == c.RAPPORT_NOT_FOUND:
                break
            check(status)
            found.append((answer.value, points.value, rho.value))
        return found


class Gate(Part):
    """A condition that a mean may not buy off.

    It looks at node (an id) or measure, in a view ("any", "all", "joint"), and is breached below or above the threshold;
    effect is "fail", "cap" (then cap is the score that is left) or "flag".
    """

    _part = c.RAPPORT_OF_GATE

    def __init__(self, model: "Model", index: int):
        super().__init__(model, index)
        gate = filled(rapport_gate, "rapport_model_get_gate", model._pointer, index)
        self.effect: str = names.EFFECTS[gate.effect]
        self.node: Optional[str] = None if gate.node == c.RAPPORT_NONE else model._part_id(c.RAPPORT_OF_NODE, gate.node)
        self.measure: Optional[str] = names.MEASURES.get(gate.measure)
        self.view: str = names.GATE_VIEWS[gate.view]
        self.above = bool(gate.above)
        self.threshold: float = gate.threshold
        self.cap: Optional[float] = gate.cap if gate.effect == c.RAPPORT_CAP else None


class Band(Part):
    """A named range of the joint score, from start to the next band; requires is what it demands besides."""

    _part = c.RAPPORT_OF_BAND

    def __init__(self, model: "Model", index: int):
        super().__init__(model, index)
        band = filled(rapport_band, "rapport_model_get_band", model._pointer, index)
        self.start: float = getattr(band, "from")
        values: Dict[str, Any] = {name: getattr(band, name) for name in names.DEMANDS.values() if hasattr(band, name)}
        self.requires = {name: values.get(name, True) for demand, name in names.DEMANDS.items() if band.demands & demand}


class Overlay(Part):
    """A named change of weights and targets for one kind of partner; see Model.with_overlay()."""

    _part = c.RAPPORT_OF_OVERLAY
