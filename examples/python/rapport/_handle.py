# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""Who owns what: every native object is destroyed once, and after everything that was made with it."""
from __future__ import annotations

import threading
import weakref
from typing import Any, Sequence, TypeVar

from ._library import lib
from .errors import Closed

_LOCK = threading.RLock()  # re-entrant: a collection may release other handles in the middle of a release
Self = TypeVar("Self", bound="Native")


class Handle:
    """A native object and its owners, counted: Python's collector gives no order in which it would free them."""

    def __init__(self, pointer: Any, destroy: str, owners: "Sequence[Handle]" = ()):
        self.pointer = pointer
        self._destroy = destroy
        self._owners = owners
        self._holders = 0
        for owner in owners:
            owner.retain()

    def retain(self) -> None:
        with _LOCK:
            self._holders += 1

    def release(self) -> None:
        with _LOCK:
            self._holders -= 1
            if self._holders:
                return
            pointer, self.pointer = self.pointer, None
        getattr(lib, self._destroy)(pointer)
        for owner in self._owners:
            owner.release()

    def __enter__(self) -> "Handle":  # held while a Python writer runs, which might close its own source
        self.retain()
        return self

    def __exit__(self, *_: Any) -> None:
        self.release()


class Native:
    """What models, drafts, assessments and results have in common.

    close() gives the object up; leaving a `with` block does, and so does dropping the last reference. What was made with it
    stays usable: the memory goes when the last object goes that needs it.
    """

    def __init__(self, handle: Handle):
        handle.retain()
        self._handle = handle
        self._release = weakref.finalize(self, handle.release)
        self._release.atexit = False  # the process takes its memory with it; somebody may still be using the object

    @property
    def closed(self) -> bool:
        """Whether close() was called."""
        return not self._release.alive

    def close(self) -> None:
        """Gives the object up. Closing twice is fine."""
        self._release()

    @property
    def _pointer(self) -> Any:
        if not self._release.alive:
            raise Closed(f"this {type(self).__name__} is closed")
        return self._handle.pointer

    def __enter__(self: Self) -> Self:
        self._pointer
        return self

    def __exit__(self, *_: Any) -> None:
        self.close()
