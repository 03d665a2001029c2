# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""Criteria models: what is asked, how answers become points, how points become a score."""
from __future__ import annotations

import json
import os
from ctypes import POINTER, byref, c_double, c_uint32
from typing import TYPE_CHECKING, Any, Dict, List, Optional, Union

from . import _constants as c
from . import _names as names
from ._catalog import Catalog, code, unknown
from ._handle import Handle, Native
from ._library import call, check, error_of, lib
from ._structs import rapport_error, rapport_model
from ._text import Text, collect, decoded, ended, optional, sized, stream
from .errors import Error
from .parts import Band, Gate, Node, Overlay, Scale

if TYPE_CHECKING:
    import datetime

    from .assessment import Assessment

MANY = 64
PathLike = Union[str, "os.PathLike[str]"]


def builtin_models() -> List[str]:
    """The names of the built-in models."""
    return [lib.rapport_builtin_name(index).decode() for index in range(lib.rapport_builtin_count())]


def builtin_text(name: str) -> str:
    """The document of a built-in model as its authors wrote it."""
    text = lib.rapport_builtin_text(ended(name), None)
    if text is None:
        raise unknown("built-in model", name, builtin_models())
    return text.decode("utf-8")


class Model(Native):
    """An immutable tree of groups and criteria with scales, gates, bands and overlays. Any number of threads may use it.

    It comes from Model.builtin(), Model.read(), Model.open() or Draft.build().
    """

    @classmethod
    def _made(cls, pointer: Any) -> "Model":
        return cls(Handle(pointer, "rapport_model_destroy"))

    @classmethod
    def builtin(cls, name: str) -> "Model":
        """A built-in model: "best-partner", "forged-partnership" or "own-readiness"."""
        out = POINTER(rapport_model)()
        call("rapport_model_load_builtin", ended(name), None, byref(out))
        return cls._made(out)

    @classmethod
    def read(cls, text: Text, *, source: Optional[str] = None) -> "Model":
        """The model of a `rapport-model/1` document, given as str or as UTF-8 bytes. Errors name source, if given."""
        out = POINTER(rapport_model)()
        call("rapport_model_read", *sized(text), None, byref(out), source=source)
        return cls._made(out)

    @classmethod
    def open(cls, path: PathLike) -> "Model":
        """The model of a file."""
        with open(path, "rb") as file:
            return cls.read(file.read(), source=os.fspath(path))

    @staticmethod
    def check(text: Text) -> List[Error]:
        """Every problem of a document, in its order, as exceptions that are not raised; none if it can be read."""
        data, length = sized(text)
        room = MANY
        while True:
            problems = (rapport_error * room)()
            count = c_uint32()
            check(lib.rapport_model_check(data, length, None, problems, room, byref(count)))
            if count.value <= room:
                return [error_of(problem) for problem in problems[:count.value]]
            room = count.value

    @property
    def id(self) -> str:
        return lib.rapport_model_id(self._pointer).decode()

    @property
    def version(self) -> str:
        """As the authors of the model number it."""
        return lib.rapport_model_version(self._pointer).decode("utf-8")

    @property
    def title(self) -> str:
        return self.label()

    @property
    def description(self) -> str:
        return self.label("description")

    @property
    def overlay(self) -> Optional[str]:
        """Id of the overlay that was applied; None for a model as written."""
        return decoded(lib.rapport_model_overlay(self._pointer))

    @property
    def fingerprint(self) -> str:
        """Identity of everything that can change a number."""
        return lib.rapport_model_fingerprint(self._pointer).decode()

    @property
    def document(self) -> str:
        """Identity of the whole document, labels included."""
        return lib.rapport_model_document(self._pointer).decode()

    @property
    def anonymity_floor(self) -> int:
        """Cells with fewer raters of a party are withheld; 1 withholds nothing."""
        return lib.rapport_model_anonymity_floor(self._pointer)

    @property
    def missing(self) -> str:
        """"exclude" or "strict": what is done about a root of which too little is answered."""
        return names.MISSING[lib.rapport_model_missing(self._pointer, None)]

    @property
    def minimum_coverage(self) -> float:
        """0..1; matters to "strict"."""
        out = c_double()
        lib.rapport_model_missing(self._pointer, byref(out))
        return out.value

    def label(self, kind: str = "title", language: Optional[str] = None) -> str:
        """"title" or "description" in a language such as "de"; None is any."""
        return self._label(c.RAPPORT_OF_MODEL, 0, 0, kind, language)

    def _label(self, part: int, index: int, step: int, kind: str, language: Optional[str]) -> str:
        return lib.rapport_model_label(self._pointer, part, index, step, code(names.LABELS, kind, "label"),
                                       optional(language)).decode("utf-8")

    def _part_id(self, part: int, index: int, step: int = 0) -> str:
        return lib.rapport_model_part_id(self._pointer, part, index, step).decode()

    # -- the parts

    @property
    def root(self) -> Node:
        """The whole, a group without an id."""
        return Node(self, c.RAPPORT_ROOT)

    @property
    def nodes(self) -> "Catalog[Node]":
        """Groups and criteria in model order, a group before its children; the root is left out."""
        count = lib.rapport_model_count_nodes(self._pointer) - 1
        return Catalog("node", count, lambda i: Node(self, i + 1), self._nth_node)

    def _nth_node(self, id: str) -> Optional[int]:
        index = lib.rapport_model_find(self._pointer, ended(id))
        return None if index == c.RAPPORT_NONE else index - 1

    def node(self, id: str) -> Node:
        """The group or criterion with an id."""
        return self.nodes[id]

    @property
    def criteria(self) -> List[Node]:
        return [node for node in self.nodes if node.kind == "criterion"]

    @property
    def groups(self) -> List[Node]:
        return [node for node in self.nodes if node.kind == "group"]

    def _catalog(self, what: str, count: int, make: Any, part: int) -> Any:
        def find(id: str) -> Optional[int]:
            return next((i for i in range(count) if self._part_id(part, i) == id), None)
        return Catalog(what, count, lambda i: make(self, i), find)

    @property
    def scales(self) -> "Catalog[Scale]":
        return self._catalog("scale", lib.rapport_model_count_scales(self._pointer), Scale, c.RAPPORT_OF_SCALE)

    @property
    def gates(self) -> "Catalog[Gate]":
        return self._catalog("gate", lib.rapport_model_count_gates(self._pointer), Gate, c.RAPPORT_OF_GATE)

    @property
    def bands(self) -> "Catalog[Band]":
        """The lowest first."""
        return self._catalog("band", lib.rapport_model_count_bands(self._pointer), Band, c.RAPPORT_OF_BAND)

    @property
    def overlays(self) -> "Catalog[Overlay]":
        """Those that can still be applied; none once one is."""
        return self._catalog("overlay", lib.rapport_model_count_overlays(self._pointer), Overlay, c.RAPPORT_OF_OVERLAY)

    # -- what is made from it

    def with_overlay(self, id: str) -> "Model":
        """The model for one kind of partner, such as "supplier": a model of its own with its own fingerprint."""
        index = lib.rapport_model_find_overlay(self._pointer, ended(id))
        if index == c.RAPPORT_NONE:
            raise unknown("overlay", id, self.overlays.ids)
        out = POINTER(rapport_model)()
        call("rapport_model_copy_with_overlay", self._pointer, index, None, byref(out))
        return Model._made(out)

    def assessment(self, id: str, partnership: str, date: "Union[str, datetime.date]") -> "Assessment":
        """A new assessment under this model; the date as YYYY-MM-DD or as datetime.date."""
        from .assessment import Assessment
        return Assessment._new(self, id, partnership, date)

    def to_json(self) -> str:
        """The model as canonical JSON (`rapport-model/1`)."""
        return collect(lambda writer, user: lib.rapport_model_write(self._pointer, writer, user))

    def to_dict(self) -> Dict[str, Any]:
        """to_json(), parsed."""
        return json.loads(self.to_json())

    def write(self, target: Any) -> None:
        """to_json() piece by piece to something with write(), such as a file opened for text, or to a function."""
        self._pointer
        with self._handle:
            stream(lambda writer, user: lib.rapport_model_write(self._handle.pointer, writer, user), target)

    def __repr__(self) -> str:
        if self.closed:
            return "<Model, closed>"
        overlay = f" for {self.overlay}" if self.overlay else ""
        return f"<Model {self.id} {self.version}{overlay}>"
