# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""What the parties say."""
from __future__ import annotations

import datetime
import os
from ctypes import POINTER, byref, c_char_p, c_double, c_int32, c_uint32, create_string_buffer
from typing import TYPE_CHECKING, Any, Dict, Iterable, List, Mapping, NamedTuple, Optional, Tuple, Union

from . import _constants as c
from . import _names as names
from ._catalog import Catalog, code, unknown
from ._handle import Handle, Native
from ._library import call, check, lib, number
from ._structs import rapport_assessment, rapport_model
from ._text import Label, Text, decoded, ended, languages, optional, real, sized, whole, yes_or_no
from .ledger import Ledger
from .model import Model, PathLike
from .parts import Node, Scale

if TYPE_CHECKING:
    from .result import Result

NOT_APPLICABLE = "n/a"
DONT_KNOW = "dont-know"
DECLINED = "declined"

Value = Union[int, float, bool, str, None]


class Answer(NamedTuple):
    """What was said of a criterion.

    state is "answered", "n/a", "dont-know", "declined" or "unanswered"; value and points are None unless answered. notes are
    (language, text), the language None where a note has none.
    """

    state: str
    value: Value = None
    points: Optional[float] = None
    confidence: Optional[float] = None
    notes: Tuple[Tuple[Optional[str], str], ...] = ()
    evidence: Tuple[str, ...] = ()


class ModelSource(NamedTuple):
    """Where a document finds its model: kind is "builtin", "file" or "inline", name the built-in model or the file."""

    kind: str
    name: str


class Assessment(Native):
    """One assessment of one partnership at one time. Filling it is for one thread at a time; reading it is not.

    It comes from Model.assessment(), Assessment.read() or Assessment.open().
    """

    def __init__(self, handle: Handle, model: Handle):
        super().__init__(handle)
        self._under = Model(model)  # ours alone: closing the caller's Model leaves it
        self._shown: Optional[Model] = None

    @classmethod
    def _made(cls, pointer: Any, model: Handle) -> "Assessment":
        handle = Handle(pointer, "rapport_assessment_destroy", [model])
        handle.revision = 0  # type: ignore[attr-defined]
        handle.skills = {}  # type: ignore[attr-defined]
        handle.raters = {}  # type: ignore[attr-defined]
        return cls(handle, model)

    @classmethod
    def _new(cls, model: Model, id: str, partnership: str, date: Union[str, datetime.date]) -> "Assessment":
        when = f"{date.year:04}-{date.month:02}-{date.day:02}" if isinstance(date, datetime.date) else date
        out = POINTER(rapport_assessment)()
        call("rapport_assessment_create", model._pointer, ended(id, "/id"), ended(partnership, "/partnership"),
             ended(when, "/date"), None, byref(out))
        return cls._made(out, model._handle)

    @classmethod
    def read(cls, text: Text, model: Optional[Model] = None, overlay: Optional[str] = None, *,
             source: Optional[str] = None) -> "Assessment":
        """The assessment of a `rapport-assessment/1` document, given as str or as UTF-8 bytes.

        Without a model the document's own holds, without an overlay the document's kind; the overlay "" is none at all. Errors
        name source, if given.
        """
        made, out = POINTER(rapport_model)(), POINTER(rapport_assessment)()
        call("rapport_assessment_read", *sized(text), None if model is None else model._pointer, optional(overlay), None,
             byref(made), byref(out), source=source)
        under = Handle(made, "rapport_model_destroy") if made else model._handle  # type: ignore[union-attr]
        return cls._made(out, under)

    @classmethod
    def open(cls, path: PathLike, model: Optional[Model] = None, overlay: Optional[str] = None) -> "Assessment":
        """The assessment of a file. A model file that it names is looked for in its folder."""
        with open(path, "rb") as file:
            text = file.read()
        where = None if model is not None else cls.model_of(text, source=os.fspath(path))
        if where is None or where.kind != "file":
            return cls.read(text, model, overlay, source=os.fspath(path))
        with Model.open(os.path.join(os.path.dirname(path), where.name)) as found:
            return cls.read(text, found, overlay, source=os.fspath(path))

    @staticmethod
    def model_of(text: Text, *, source: Optional[str] = None) -> ModelSource:
        """Where a document finds its model."""
        data, length = sized(text)
        kind, room = c_int32(), create_string_buffer(length + 1)  # a name is no longer than the document
        call("rapport_assessment_find_model", data, length, None, byref(kind), room, len(room), source=source)
        return ModelSource(names.SOURCES[kind.value], room.value.decode("utf-8"))

    def close(self) -> None:
        """Gives the assessment up. Closing twice is fine."""
        super().close()
        self._under.close()

    # -- what it is

    @property
    def id(self) -> str:
        return lib.rapport_assessment_id(self._pointer).decode()

    @property
    def partnership(self) -> str:
        return lib.rapport_assessment_partnership(self._pointer).decode("utf-8")

    @property
    def date(self) -> str:
        """YYYY-MM-DD; datetime.date.fromisoformat() reads it."""
        return lib.rapport_assessment_date(self._pointer).decode()

    @property
    def model(self) -> Model:
        """The model that it is made under, with the overlay where there is one."""
        self._pointer
        if self._shown is None or self._shown.closed:
            self._shown = Model(self._under._handle)
        return self._shown

    @property
    def anonymity_floor(self) -> int:
        """The stricter of the model's and its own. Setting it sets its own."""
        return lib.rapport_assessment_anonymity_floor(self._pointer)

    @anonymity_floor.setter
    def anonymity_floor(self, floor: int) -> None:
        self._change("set_anonymity_floor", whole(floor))

    @property
    def inactive(self) -> bool:
        """Whether the partnership rested in the period: then there are no answers and no facts."""
        return bool(lib.rapport_assessment_inactive(self._pointer))

    @inactive.setter
    def inactive(self, rested: bool) -> None:
        self._change("set_inactive", yes_or_no(rested))

    def _change(self, verb: str, *arguments: Any) -> None:
        call("rapport_assessment_" + verb, self._pointer, *arguments)
        self._handle.revision += 1  # type: ignore[attr-defined]

    # -- parties and raters

    @property
    def parties(self) -> "Catalog[Party]":
        return Catalog("party", lib.rapport_assessment_count_parties(self._pointer), lambda i: Party(self, i),
                       self._find_party)

    def _find_party(self, id: str) -> Optional[int]:
        index = lib.rapport_assessment_find_party(self._pointer, ended(id))
        return None if index == c.RAPPORT_NONE else index

    @property
    def raters(self) -> "List[Rater]":
        """The raters of all parties, in the order in which they were added."""
        return [Rater(self, index) for index in range(lib.rapport_assessment_count_raters(self._pointer))]

    def _find_rater(self, party: int, id: str) -> Optional[int]:
        """The library finds no rater by id: we keep an index, and take in those that have come since."""
        known: Dict[Tuple[int, str], int] = self._handle.raters  # type: ignore[attr-defined]
        for index in range(len(known), lib.rapport_assessment_count_raters(self._pointer)):
            rater = Rater(self, index)
            known[rater._party, rater.id] = index
        return known.get((party, id))

    def party(self, id: str, *, weight: Optional[float] = None, voice: Optional[str] = None,
              title: Optional[Label] = None) -> "Party":
        """The party with an id. A new id adds a party (weight 1, voice "raters" unless said otherwise); weight and voice of
        one that is there cannot be changed."""
        index = self._find_party(id)
        if index is None or weight is not None or voice is not None:
            out = c_uint32()
            self._change("add_party", ended(id), 1.0 if weight is None else real(weight),
                         code(names.VOICES, voice or "raters", "voice"), byref(out))
            index = out.value
        party = Party(self, index)
        if title is not None:
            party.title = title  # type: ignore[assignment]
        return party

    # -- answers

    def fact(self, criterion: str, value: Value) -> None:
        """A measured value that belongs to no party and counts in every view."""
        self._set(c.RAPPORT_FACT, criterion, value)

    def fact_about(self, criterion: str) -> Answer:
        """The fact about a criterion, if there is one."""
        return self._get(c.RAPPORT_FACT, criterion)

    def _node(self, criterion: str) -> Node:
        self._pointer
        return self._under.node(criterion)

    def _set(self, rater: int, criterion: str, value: Value) -> None:
        node = self._node(criterion)
        value = value.item() if type(value).__module__ == "numpy" else value  # type: ignore[union-attr]
        if value is None or isinstance(value, str) and value in names.REACTIONS:
            self._change("set_state", rater, node.index, names.REACTIONS.get(value or "", c.RAPPORT_UNANSWERED))
            return
        verb, given = answer_call(node.scale, value, f"/answers/{criterion}")
        self._change(verb, rater, node.index, given)

    def _get(self, rater: int, criterion: str) -> Answer:
        node = self._node(criterion)
        state, value, points = c_int32(), c_double(), c_double()
        check(lib.rapport_assessment_get_answer(self._pointer, rater, node.index, byref(state), byref(value), byref(points)))
        remarks = {} if rater == c.RAPPORT_FACT else self._remarks(rater, node.index)
        if state.value != c.RAPPORT_ANSWERED:
            return Answer(names.ANSWER_STATES[state.value], **remarks)
        return Answer("answered", as_given(node.scale, value.value), points.value, **remarks)

    def _remarks(self, rater: int, node: int) -> Dict[str, Any]:
        cursor, confidence, evidence = c_uint32(), c_double(), c_int32()
        language, text = c_char_p(), c_char_p()
        sure: Optional[float] = None
        notes: List[Tuple[Optional[str], str]] = []
        proofs: List[str] = []
        while not lib.rapport_assessment_get_remark(self._pointer, rater, node, byref(cursor), byref(confidence),
                                                    byref(evidence), byref(language), byref(text)):
            if text.value is None:
                sure = confidence.value
            elif evidence.value:
                proofs.append(text.value.decode("utf-8"))
            else:
                notes.append((decoded(language.value), text.value.decode("utf-8")))
        return {"confidence": sure, "notes": tuple(notes), "evidence": tuple(proofs)}

    # -- amounts and skills

    def amounts(self, section: str, by_party: Mapping[str, float]) -> None:
        """The parties' "benefits", "burdens", "alternatives" or "agreed_shares". The section is there even if it is empty."""
        self._change("add_section", code(names.SECTIONS, section, "section"))
        for party, amount in by_party.items():
            self.parties[party].set_amount(section, amount)

    def has_amounts(self, section: str) -> bool:
        """Whether the section is there."""
        return lib.rapport_assessment_get_amount(self._pointer, code(names.SECTIONS, section, "section"), c.RAPPORT_NONE,
                                                 None) == c.RAPPORT_OK

    def require_skills(self, importance: Mapping[str, float]) -> None:
        """The skills that the partnership requires, and how much each matters. The section is there even if it is empty."""
        self._change("add_skill", None, 0.0, None)
        for skill, weight in importance.items():
            out = c_uint32()
            self._change("add_skill", ended(skill), real(weight), byref(out))
            self._handle.skills[skill] = out.value  # type: ignore[attr-defined]

    @property
    def ledger(self) -> Ledger:
        """What measures are made from beside amounts and skills: aims, plans, people, futures, trust."""
        self._pointer
        return Ledger(self)

    # -- what follows

    def assess(self) -> "Result":
        """Everything that follows from what has been said so far."""
        from .result import Result
        return Result._of(self)

    def __repr__(self) -> str:
        return "<Assessment, closed>" if self.closed else f"<Assessment {self.id} of {self.partnership}>"


class Party:
    """One side of the partnership. voice is "raters" or "one"."""

    def __init__(self, assessment: Assessment, index: int):
        self._assessment = assessment
        self.index = index
        self.id: str = lib.rapport_assessment_party_id(assessment._pointer, index).decode()

    @property
    def title(self) -> str:
        """In any language; the id where there is none. May be set, to a text or to {"en": …, "de": …}."""
        return self.label()

    @title.setter
    def title(self, title: Label) -> None:
        for language, text in languages(title):
            self._assessment._change("set_title", self.index, optional(language), *sized(text))

    def label(self, language: Optional[str] = None) -> str:
        """The title in a language."""
        return lib.rapport_assessment_party_title(self._assessment._pointer, self.index, optional(language)).decode("utf-8")

    @property
    def weight(self) -> float:
        return lib.rapport_assessment_party_weight(self._assessment._pointer, self.index)

    @property
    def voice(self) -> str:
        return names.VOICES[lib.rapport_assessment_party_voice(self._assessment._pointer, self.index)]

    @property
    def raters(self) -> "List[Rater]":
        return [rater for rater in self._assessment.raters if rater._party == self.index]

    def rater(self, id: str, *, weight: Optional[float] = None, role: Optional[str] = None) -> "Rater":
        """The rater with an id. A new id adds a rater (weight 1 unless said otherwise)."""
        index = self._assessment._find_rater(self.index, id)
        if index is None or weight is not None:
            out = c_uint32()
            self._assessment._change("add_rater", self.index, ended(id), 1.0 if weight is None else real(weight),
                                     byref(out))
            index = out.value
        rater = Rater(self._assessment, index)
        if role is not None:
            rater.role = role
        return rater

    def set_amount(self, section: str, amount: float) -> None:
        """Its "benefits", "burdens", "alternatives" or "agreed_shares"."""
        self._assessment._change("set_amount", code(names.SECTIONS, section, "section"), self.index, real(amount))

    def amount(self, section: str) -> Optional[float]:
        """Its amount in a section; None where it has none."""
        return number("rapport_assessment_get_amount", self._assessment._pointer, code(names.SECTIONS, section, "section"),
                      self.index)

    def states(self, importance: Mapping[str, float]) -> None:
        """How important groups and criteria are to the party, each relative to its siblings."""
        for node, weight in importance.items():
            self._assessment._change("set_importance", self.index, self._assessment._node(node).index, real(weight))

    def importance(self, node: str) -> Optional[float]:
        """What the party stated of a node; None where it did not."""
        return number("rapport_assessment_get_importance", self._assessment._pointer, self.index,
                      self._assessment._node(node).index)

    def skills(self, levels: Mapping[str, float]) -> None:
        """How well it covers the required skills, 0..1; those that are left out are 0. {} says that it has none of them."""
        known = self._assessment._handle.skills  # type: ignore[attr-defined]
        self._assessment._change("set_skill", c.RAPPORT_NONE, self.index, 0.0)
        for skill, level in levels.items():
            if skill not in known:
                raise unknown("skill required in this program", skill, known)
            self._assessment._change("set_skill", known[skill], self.index, real(level))

    def __repr__(self) -> str:
        return f"<Party {self.id}>"


class Rater:
    """One person answering for a party."""

    def __init__(self, assessment: Assessment, index: int):
        self._assessment = assessment
        self.index = index
        self._party, self.id, _, self.weight = self._read()

    def _read(self) -> Tuple[int, str, str, float]:
        party, id, role, weight = c_uint32(), c_char_p(), c_char_p(), c_double()
        check(lib.rapport_assessment_get_rater(self._assessment._pointer, self.index, byref(party), byref(id), byref(role),
                                               byref(weight)))
        return party.value, id.value.decode(), role.value.decode("utf-8"), weight.value  # type: ignore[union-attr]

    @property
    def party(self) -> Party:
        return Party(self._assessment, self._party)

    @property
    def role(self) -> str:
        """"" where it is not given. May be set."""
        return self._read()[2]

    @role.setter
    def role(self, role: str) -> None:
        self._assessment._change("set_role", self.index, *sized(role))

    def answer(self, criterion: str, value: Value, *, confidence: Optional[float] = None, note: Optional[Label] = None,
               evidence: Union[str, Iterable[str]] = ()) -> "Rater":
        """Answers a criterion and returns the rater, so that calls can follow each other.

        By the criterion's scale: a level as number or id, a number, True or False, the id of an option. On every scale
        NOT_APPLICABLE, DONT_KNOW, DECLINED, or None, which takes back what was there. What comes beside the answer never
        enters a score.
        """
        self._assessment._set(self.index, criterion, value)
        node = self._assessment._node(criterion).index
        if confidence is not None:
            self._assessment._change("set_confidence", self.index, node, real(confidence))
        for language, text in languages(note) if note is not None else ():
            self._assessment._change("add_note", self.index, node, optional(language), *sized(text))
        for text in [evidence] if isinstance(evidence, str) else evidence:
            self._assessment._change("add_evidence", self.index, node, *sized(text))
        return self

    def answers(self, by_criterion: Mapping[str, Value]) -> "Rater":
        """Answers many criteria: {"trust": 4, "integrity": "dont-know", …}."""
        for criterion, value in by_criterion.items():
            self.answer(criterion, value)
        return self

    def about(self, party: str, by_criterion: Mapping[str, Value]) -> "Rater":
        """How the rater sees one party, the own one too: {"integrity": 4, …}, as for answers()."""
        return self._say(c.RAPPORT_ABOUT, party, by_criterion)

    def predicts(self, party: str, by_criterion: Mapping[str, Value]) -> "Rater":
        """What the rater expects another party to answer."""
        return self._say(c.RAPPORT_PREDICTS, party, by_criterion)

    def _say(self, kind: int, party: str, by_criterion: Mapping[str, Value]) -> "Rater":
        whom = self._assessment.parties[party].index
        for criterion, value in by_criterion.items():
            node = self._assessment._node(criterion)
            state, given = c.RAPPORT_ANSWERED, 0.0
            if value is None or isinstance(value, str) and value in names.REACTIONS:
                state = names.REACTIONS.get(value or "", c.RAPPORT_UNANSWERED)
            else:
                given = float(answer_call(node.scale, value, f"/{names.OPINIONS[kind]}/{party}/{criterion}")[1])
            self._assessment._change("set_opinion", self.index, kind, whom, node.index, state, given)
        return self

    def said_of(self, party: str, criterion: str, kind: str = "about") -> Answer:
        """What the rater said of a party, or with kind "predicts" expects it to answer."""
        node, state, value, points = self._assessment._node(criterion), c_int32(), c_double(), c_double()
        check(lib.rapport_assessment_get_opinion(self._assessment._pointer, self.index, code(names.OPINIONS, kind, "kind"),
                                                 self._assessment.parties[party].index, node.index, byref(state),
                                                 byref(value), byref(points)))
        if state.value != c.RAPPORT_ANSWERED:
            return Answer(names.ANSWER_STATES[state.value])
        return Answer("answered", as_given(node.scale, value.value), points.value)

    def answer_to(self, criterion: str) -> Answer:
        """What the rater said of a criterion."""
        return self._assessment._get(self.index, criterion)

    def __repr__(self) -> str:
        return f"<Rater {self.id}>"


def answer_call(scale: Optional[Scale], value: Any, path: str) -> Tuple[str, Any]:
    """The function that sets an answer on a scale, and what it is to be given."""
    kind = "levels" if scale is None else scale.kind  # a group: the library says what is wrong with that
    try:
        if kind == "yesno":
            return "set_yesno", yes_or_no(value)
        if kind == "number":
            return "set_number", real(value, path)
        if isinstance(value, str) and scale is not None:
            return ("set_option" if kind == "choice" else "set_level"), scale._find_step(value)
        if kind == "choice":
            raise TypeError(f"expected the id of an option, not {type(value).__name__}")
        return "set_level", 1 if scale is None else whole(value, path)
    except TypeError as error:
        raise TypeError(f"{path}: {error}") from None


def as_given(scale: Optional[Scale], value: float) -> Value:
    """An answer as it would be given again."""
    assert scale is not None
    if scale.kind == "number":
        return value
    if scale.kind == "yesno":
        return bool(value)
    return scale.step(int(value)).id if scale.kind == "choice" else int(value)
