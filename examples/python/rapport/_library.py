# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""Finding and loading the shared library, and calling it."""
from __future__ import annotations

import ctypes
import ctypes.util
import os
import threading
from typing import Any, Iterator, Optional

from . import _constants as c
from ._functions import FUNCTIONS
from ._structs import rapport_error
from .errors import BY_STATUS, Error, LibraryError

VARIABLE = "RAPPORT_LIBRARY"
NAMES = ("librapport.so", f"librapport.so.{c.RAPPORT_VERSION_MAJOR}.{c.RAPPORT_VERSION_MINOR}", "librapport.dylib",
         "rapport.dll", "librapport.dll")


class Library:
    """The functions of the library as attributes; it is loaded when the first one is asked for."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._path: Optional[str] = None

    def __getattr__(self, name: str) -> Any:  # asked for what is not there yet
        if name not in FUNCTIONS:
            raise AttributeError(name)
        self.load()
        return self.__dict__[name]

    def load(self, path: "Optional[str | os.PathLike[str]]" = None) -> str:
        """Loads the library from a path, or finds it; the path it came from. Another one than before is an error."""
        with self._lock:
            if self._path is None:
                self._path = self._open(None if path is None else os.fspath(path))
            elif path is not None and os.path.realpath(path) != os.path.realpath(self._path):
                raise LibraryError(f"the library is loaded already, from {self._path}")
            return self._path

    def _open(self, path: Optional[str]) -> str:
        given = path or os.environ.get(VARIABLE)
        found = given or next(candidates(), None)
        if not found:
            raise LibraryError(f"the Rapport library is not found: build it, then set {VARIABLE} to its path")
        try:
            functions = declare(ctypes.CDLL(found))
        except OSError as error:
            raise LibraryError(f"the Rapport library cannot be loaded: {error}") from error
        self.__dict__.update(functions)
        return found


def candidates() -> Iterator[str]:
    """Where the library may be when nobody says: beside the package, then where the system keeps its libraries."""
    package = os.path.dirname(os.path.abspath(__file__))
    for folder in (package, os.path.dirname(package)):
        for name in NAMES:
            if os.path.isfile(os.path.join(folder, name)):
                yield os.path.join(folder, name)
    found = ctypes.util.find_library("rapport")
    if found:
        yield found


def declare(shared: ctypes.CDLL) -> "dict[str, Any]":
    """All functions with their types; while the first number of the version is 0, the second may change any of them."""
    functions = {}
    for name, (result, arguments) in FUNCTIONS.items():
        try:
            function = getattr(shared, name)
        except AttributeError:
            raise LibraryError(f"{shared._name} is not the library that this module is for: it lacks {name}") from None
        function.restype = result
        function.argtypes = arguments
        functions[name] = function
    version = functions["rapport_version"]()
    if version // 100 != c.RAPPORT_VERSION_MAJOR * 100 + c.RAPPORT_VERSION_MINOR:
        raise LibraryError(f"this module is for version {c.RAPPORT_VERSION_MAJOR}.{c.RAPPORT_VERSION_MINOR}, "
                           f"{shared._name} is {functions['rapport_version_text']().decode()}")
    return functions


lib = Library()


def error_of(detail: rapport_error, source: Optional[str] = None) -> Error:
    """The exception that an error of the library stands for."""
    return BY_STATUS[detail.status](detail.message.decode("utf-8", "replace"), detail.path.decode("utf-8", "replace"),
                                    detail.line or None, detail.column or None, source)


def check(status: int, path: str = "") -> None:
    """Raises what a status stands for, of a function that gives no detail."""
    if status:
        raise BY_STATUS[status](lib.rapport_status_name(status).decode(), path)


def call(name: str, *arguments: Any, source: Optional[str] = None) -> None:
    """Calls a function whose last parameter is the error detail."""
    detail = rapport_error()
    status = getattr(lib, name)(*arguments, ctypes.byref(detail))
    if status:
        raise error_of(detail, source)


def filled(kind: Any, name: str, *arguments: Any) -> Any:
    """Lets a function fill a struct that states its own size."""
    out = kind(struct_size=ctypes.sizeof(kind))
    check(getattr(lib, name)(*arguments, ctypes.byref(out)))
    return out


def number(name: str, *arguments: Any) -> Optional[float]:
    """A double that a function hands out; None where there is none."""
    out = ctypes.c_double()
    status = getattr(lib, name)(*arguments, ctypes.byref(out))
    if status in (c.RAPPORT_UNDEFINED, c.RAPPORT_NOT_FOUND):
        return None
    check(status)
    return out.value
