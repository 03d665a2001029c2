# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""What can go wrong: one exception a status, with the place in your own data."""
from __future__ import annotations

from typing import Optional

from . import _constants as c


class LibraryError(ImportError):
    """The shared library is not there, or it is not the one that this module was written for."""


class Error(Exception):
    """Something that the library refused; every other exception of this module derives from it.

    line and column count from 1 and are None where there is no document. path is a JSON Pointer into the document, or into
    what was built by calls. source is the file, where there was one.
    """

    status: int = c.RAPPORT_STATUS_END  # of no status: only the classes below are raised

    def __init__(self, message: str, path: str = "", line: Optional[int] = None, column: Optional[int] = None,
                 source: Optional[str] = None):
        super().__init__(message, path, line, column, source)
        self.message = message
        self.path = path
        self.line = line
        self.column = column
        self.source = source

    def __str__(self) -> str:
        place = [str(part) for part in (self.source, self.line, self.column) if part is not None]
        return ": ".join(part for part in (":".join(place), self.path, self.message) if part)


class NoMemory(Error, MemoryError):
    """There was no memory."""
    status = c.RAPPORT_NO_MEMORY


class BadArgument(Error, ValueError):
    """A call that does not fit the object, such as an answer for a group."""
    status = c.RAPPORT_BAD_ARGUMENT


class Closed(BadArgument):
    """The object was closed before."""


class Stale(BadArgument):
    """The assessment has changed since the result was computed; assess it again."""


class BadSyntax(Error, ValueError):
    """The text is not JSON, or not UTF-8."""
    status = c.RAPPORT_BAD_SYNTAX


class BadDocument(Error, ValueError):
    """The JSON is not what the format says: an unknown or missing key, a wrong type."""
    status = c.RAPPORT_BAD_DOCUMENT


class BadValue(Error, ValueError):
    """A value lies outside its range, or contradicts another one."""
    status = c.RAPPORT_BAD_VALUE


class Duplicate(Error, ValueError):
    """The id, key or answer is there already."""
    status = c.RAPPORT_DUPLICATE


class NotFound(Error, LookupError):
    """Nothing has that id or name."""
    status = c.RAPPORT_NOT_FOUND


class Limit(Error, ValueError):
    """A documented maximum is passed: depth, nodes, parties, raters, bytes."""
    status = c.RAPPORT_LIMIT


class WriteFailed(Error):
    """A writer reported a failure. An exception of a Python writer is raised in its place."""
    status = c.RAPPORT_WRITE_FAILED


class Undefined(Error):
    """The value asked for does not exist. Properties give None instead."""
    status = c.RAPPORT_UNDEFINED


BY_STATUS = {kind.status: kind for kind in (NoMemory, BadArgument, BadSyntax, BadDocument, BadValue, Duplicate, NotFound,
                                            Limit, WriteFailed, Undefined)}
