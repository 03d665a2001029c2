# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""Past scores held against what became of the partnerships; docs/weights.md says how to read the numbers."""
from __future__ import annotations

import ctypes
import json
import os
from ctypes import POINTER, byref
from typing import Any, Dict, List, Optional

from . import _constants as c
from . import _names as names
from ._handle import Handle, Native
from ._library import call, check, lib
from ._structs import rapport_auc, rapport_backtest, rapport_correlation
from ._text import Text, collect, decoded, sized
from .model import PathLike
from .result import options_for
from .weights import Area, Correlation


class Backtest(Native):
    """A `rapport-outcomes/1` document with what its scores say of its outcomes."""

    @classmethod
    def read(cls, document: Text) -> "Backtest":
        """From the text of a document."""
        return cls._read(document, None)

    @classmethod
    def open(cls, path: PathLike) -> "Backtest":
        """From a file."""
        with open(path, "rb") as file:
            return cls._read(file.read(), os.fspath(path))

    @classmethod
    def _read(cls, document: Text, source: Any) -> "Backtest":
        out = POINTER(rapport_backtest)()
        call("rapport_backtest_read", *sized(document), None, byref(out), source=source)
        return cls(Handle(out, "rapport_backtest_destroy"))

    def __len__(self) -> int:
        return lib.rapport_backtest_count(self._pointer)

    @property
    def partnerships(self) -> List[Optional[str]]:
        """Their ids; None for each where the document names none."""
        return [decoded(lib.rapport_backtest_id(self._pointer, i)) for i in range(len(self))]

    def _correlation(self, kind: int) -> Correlation:
        out = rapport_correlation(struct_size=ctypes.sizeof(rapport_correlation))
        check(lib.rapport_backtest_get_correlation(self._pointer, kind, byref(out)))
        return Correlation(out.value if out.has_value else None, names.CORRELATION_REASONS[out.reason], out.count)

    @property
    def spearman(self) -> Correlation:
        """How alike the orders of scores and outcomes are."""
        return self._correlation(c.RAPPORT_CORRELATION_SPEARMAN)

    @property
    def kendall(self) -> Correlation:
        """Kendall's tau-b of scores and outcomes."""
        return self._correlation(c.RAPPORT_CORRELATION_KENDALL)

    @property
    def auc(self) -> Optional[Area]:
        """How well scores told good outcomes from bad ones; None if the document does not say which are good."""
        out = rapport_auc(struct_size=ctypes.sizeof(rapport_auc))
        status = lib.rapport_backtest_get_auc(self._pointer, byref(out))
        if status == c.RAPPORT_NOT_FOUND:
            return None
        check(status)
        there = bool(out.has_value)
        return Area(out.value if there else None, out.standard_error if there else None,
                    names.CORRELATION_REASONS[out.reason], out.good, out.bad)

    def report(self, format: str = "text", *, ascii: bool = False, color: bool = False, compact: bool = False) -> str:
        """"text" for people, with a word on how to read it, or "json" (`rapport-backtest/1`) for programs."""
        options = options_for(format, None, ascii, color, compact)
        return collect(lambda writer, user: self._write(options, writer, user))

    def _write(self, options: Any, writer: Any, user: Any) -> int:
        call("rapport_backtest_write", self._pointer, byref(options), writer, user)
        return c.RAPPORT_OK

    def to_json(self, *, compact: bool = False) -> str:
        """As `rapport-backtest/1`: the bytes of `rapport backtest --json`."""
        return self.report("json", compact=compact)

    def to_dict(self) -> Dict[str, Any]:
        """As `rapport-backtest/1`, parsed."""
        return json.loads(self.to_json())
