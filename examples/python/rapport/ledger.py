# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""What measures are made from beside amounts and skills, and the measures of an assessment."""
from __future__ import annotations

from ctypes import POINTER, byref, c_double, c_int32, c_uint32
from typing import TYPE_CHECKING, Any, Dict, List, NamedTuple, Optional, Tuple, Union

from . import _constants as c
from . import _names as names
from ._catalog import code, unknown
from ._handle import Handle
from ._library import call, check, filled, lib, number
from ._structs import rapport_assessment, rapport_measure_info, rapport_model, rapport_pattern
from ._text import Label, Text, collect, ended, languages, optional, real, sized
from .errors import NotFound, Stale

if TYPE_CHECKING:
    from .assessment import Assessment
    from .result import Result

Entry = Union[float, bool, str]

# What an entry of a table belongs to: "party", or a list.
_AXES: Dict[str, Tuple[str, ...]] = {
    "rival_level": ("rivals", "skills"), "serves": ("strategies", "goals"), "carries_out": ("actions", "strategies"),
    "role_weight": ("party", "roles"), "role_held": ("party", "roles"), "payoff": ("plans", "scenarios"),
    "trust": ("party", "party"), "support": ("party", "aims"), "aim_now": ("party", "aims"), "aim_future": ("party", "aims"),
    "believed_now": ("party", "party", "aims"), "believed_future": ("party", "party", "aims"), "probability": ("scenarios",),
    **{name: ("party",) for name in ("contribution", "alone", "wanted", "wanted_agreement", "horizon", "dependence")},
    **{name: ("tasks",) for name in ("task_work", "task_level", "task_skill", "task_party")},
    **{name: ("actions",) for name in ("owned", "dated", "measured")}, "goal_weight": ("goals",),
    **{name: ("decisions",) for name in ("taken", "due", "reversed")},
    "stage_weight": ("stages",), "joint": ("stages",), "topic_weight": ("topics",), "about_price": ("topics",)}


class Ledger:
    """Lists of what the parties speak of, and tables of numbers over parties and lists: Assessment.ledger.

        review.ledger.set("trust", "northwind", "contoso", 80)
        review.ledger.set("serves", "joint-lab", "best-sensor", True)

    Lists: "skills", "rivals", "tasks", "aims", "goals", "strategies", "actions", "roles", "decisions", "plans", "scenarios",
    "stages", "topics". Tables are those of rapport/ledger.h in small letters: "aim_now", "payoff", "horizon" and so on.
    """

    def __init__(self, assessment: "Assessment"):
        self._assessment = assessment

    def items(self, list: str) -> List[str]:
        """The ids of a list."""
        kind = code(names.LISTS, list, "list")
        count = lib.rapport_ledger_count_items(self._assessment._pointer, kind)
        return [lib.rapport_ledger_item_id(self._assessment._pointer, kind, item).decode() for item in range(count)]

    def add(self, list: str, id: str) -> int:
        """Adds an item to a list and returns its number."""
        out = c_uint32()
        call("rapport_ledger_add_item", self._assessment._pointer, code(names.LISTS, list, "list"), ended(id), byref(out))
        self._assessment._handle.revision += 1  # type: ignore[attr-defined]
        if list == "skills":
            self._assessment._handle.skills[id] = out.value  # type: ignore[attr-defined]
        return out.value

    def title(self, list: str, id: str, language: Optional[str] = None) -> str:
        """The title of an item in a language; the id where it has none."""
        kind, item = code(names.LISTS, list, "list"), self._place(list, id, False)
        return lib.rapport_ledger_item_title(self._assessment._pointer, kind, item, optional(language)).decode("utf-8")

    def set_title(self, list: str, id: str, title: Label) -> None:
        """Gives an item a title, which reports for people show: a text, or {"en": …, "de": …}. Adds the item if it is new."""
        kind, item = code(names.LISTS, list, "list"), self._place(list, id, True)
        for language, text in languages(title):
            call("rapport_ledger_set_title", self._assessment._pointer, kind, item, optional(language), *sized(text))
        self._assessment._handle.revision += 1  # type: ignore[attr-defined]

    def open(self, section: str) -> None:
        """Says that a section is there, before anything is in it."""
        call("rapport_ledger_add_section", self._assessment._pointer, code(names.LEDGER_SECTIONS, section, "section"))
        self._assessment._handle.revision += 1  # type: ignore[attr-defined]

    def has(self, section: str) -> bool:
        """Whether a section is there."""
        kind = code(names.LEDGER_SECTIONS, section, "section")
        return bool(lib.rapport_ledger_has_section(self._assessment._pointer, kind))

    def set(self, table: str, *of_and_value: Entry) -> None:
        """Sets an entry: what it belongs to, then its value. Items of lists that are new are added; parties must be there."""
        kind, where = code(names.ENTRIES, table, "table"), of_and_value[:-1]
        places = self._places(table, where, True)
        value = self._value(table, of_and_value[-1] if of_and_value else None)
        call("rapport_ledger_set_entry", self._assessment._pointer, kind, *places, value)
        self._assessment._handle.revision += 1  # type: ignore[attr-defined]

    def get(self, table: str, *of: str) -> Optional[float]:
        """An entry; None where there is none."""
        kind = code(names.ENTRIES, table, "table")
        return number("rapport_ledger_get_entry", self._assessment._pointer, kind, *self._places(table, of, False))

    def _value(self, table: str, value: Any) -> float:
        """Numbers of skills, parties and criteria are given by id."""
        if table == "task_skill":
            return self._place("skills", value, True)
        if table == "task_party":
            return self._place("party", value, True)
        if table == "vision_criterion":
            return self._assessment._node(value).index
        return float(value) if isinstance(value, bool) else real(value, f"/measures/{table}")

    def _places(self, table: str, where: Tuple[Any, ...], adds: bool) -> List[int]:
        axes = _AXES.get(table, ())
        if len(where) != len(axes):
            raise TypeError(f"{table} belongs to {', '.join(axes) or 'the whole'}")
        return [self._place(axis, id, adds) for axis, id in zip(axes, where)] + [0] * (3 - len(axes))

    def _place(self, axis: str, id: str, adds: bool) -> int:
        if axis == "party":
            return self._assessment.parties[id].index
        kind = code(names.LISTS, axis, "list")
        item = lib.rapport_ledger_find_item(self._assessment._pointer, kind, ended(id))
        if item != c.RAPPORT_NONE:
            return item
        if not adds:
            raise unknown(f"item of {axis}", id, self.items(axis))
        return self.add(axis, id)


class Pattern(NamedTuple):
    """A named constellation that holds: "dream", "busy", "one-horse-team" and so on, and who or what is concerned."""

    id: str
    concerned: List[str]


class Measures:
    """The measures of an assessment: Result.measures. docs/measures.md says what each means.

        result.measures.value("balance"), result.measures.value("skill-fit", "northwind", "contoso")
        result.measures.named("dreams"), result.measures.patterns
    """

    def __init__(self, result: "Result"):
        self._result = result

    def _pointer(self) -> Any:
        pointer = self._result._pointer
        if self._result._revision != self._result._from._handle.revision:  # type: ignore[attr-defined]
            raise Stale("the assessment has changed since this result was computed")
        return pointer

    def _read(self, name: str, of: Tuple[str, ...]) -> Tuple[int, float, Optional[str]]:
        pointer, measure = self._pointer(), lib.rapport_measure_find(ended(name))
        if not measure:
            raise unknown("measure", name, _measure_names())
        info = filled(rapport_measure_info, "rapport_measure_get_info", measure)
        wanted = (0, 1, 2, 2, 1)[info.scope]
        if len(of) != wanted:
            raise TypeError(f"{name} is measured of {('the whole', 'one', 'two')[wanted]}")
        places = [self._place(info.scope, id) for id in of] + [0] * (2 - wanted)
        value, reason = c_double(), c_int32()
        status = lib.rapport_measure_get(pointer, measure, *places, byref(value), byref(reason))
        if status not in (c.RAPPORT_OK, c.RAPPORT_UNDEFINED, c.RAPPORT_NOT_FOUND):
            check(status, f"/measures/{name}")
        return status, value.value, names.WHY[reason.value]

    def _place(self, scope: int, id: str) -> int:
        if scope != c.RAPPORT_SCOPE_PLAN:
            return self._result.view(id).index
        place = lib.rapport_ledger_find_item(self._result._from._pointer, c.RAPPORT_LIST_PLANS, ended(id))
        if place == c.RAPPORT_NONE:
            raise NotFound(f'there is no plan "{id}"')
        return place

    def value(self, name: str, *of: str) -> Union[float, str, None]:
        """A measure, of the parties or the plan that it belongs to; None where it does not exist. "gain" is a word."""
        status, value, _ = self._read(name, of)
        if status:
            return None
        return names.GAINS[int(value)] if name == "gain" else value

    def why(self, name: str, *of: str) -> Optional[str]:
        """Why it does not exist: "one-party", "incomplete", "not-there" and so on; None if it does."""
        return self._read(name, of)[2]

    def named(self, mention: str) -> List[str]:
        """The ids that measures name: "dreams", "orphans", "opposed", "skill-holes", "brokers" and so on."""
        kind, pointer = code(names.MENTIONS, mention, "mention"), self._pointer()
        return [lib.rapport_mention_id(pointer, kind, i).decode() for i in range(lib.rapport_mention_count(pointer, kind))]

    @property
    def patterns(self) -> List[Pattern]:
        """The patterns that hold."""
        pointer = self._pointer()
        count = lib.rapport_pattern_count(pointer)
        found = [filled(rapport_pattern, "rapport_pattern_get", pointer, index) for index in range(count)]
        return [Pattern(names.PATTERNS[it.kind], self.named(names.MENTIONS[it.mention]) if it.mention else [])
                for it in found]

    def report(self, format: str = "text", *, language: Optional[str] = None, ascii: bool = False, color: bool = False,
               compact: bool = False) -> str:
        """All of them: "text" for people, "json" (`rapport-measured/1`) for programs."""
        from .result import options_for
        options = options_for(format, language, ascii, color, compact)
        self._pointer()
        return collect(lambda writer, user: self._write(options, writer, user))

    def _write(self, options: Any, writer: Any, user: Any) -> int:
        call("rapport_measures_write", self._pointer(), byref(options), writer, user)
        return c.RAPPORT_OK


def _measure_names() -> List[str]:
    return list(names.MEASURES.values()) + list(names.FURTHER_MEASURES.values())


def read_measures(document: Text, source: Optional[str] = None) -> "Assessment":
    """The parties and sections of a `rapport-measures/1` document, as an assessment under a model without questions:

        rapport.read_measures(text).assess().measures.report()
    """
    from .assessment import Assessment
    made, out = POINTER(rapport_model)(), POINTER(rapport_assessment)()
    call("rapport_measures_read", *sized(document), None, byref(made), byref(out), source=source)
    return Assessment._made(out, Handle(made, "rapport_model_destroy"))
