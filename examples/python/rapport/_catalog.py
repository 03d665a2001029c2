# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""Lists that know their members by id."""
from __future__ import annotations

import difflib
from collections.abc import Sequence
from typing import Any, Callable, Dict, Generic, Iterable, List, Optional, TypeVar

from .errors import BadValue, NotFound

Item = TypeVar("Item")


def unknown(what: str, word: Any, known: Iterable[str], path: str = "") -> NotFound:
    """The exception for an id that is not there, with the nearest that is."""
    near = difflib.get_close_matches(str(word), list(known), 1)
    return NotFound(f'there is no {what} "{word}"' + (f'; did you mean "{near[0]}"?' if near else ""), path)


def code(names: Dict[int, str], word: str, what: str) -> int:
    """The constant that a word stands for."""
    for value, name in names.items():
        if name == word:
            return value
    raise BadValue(f'"{word}" is no {what}: {", ".join(names.values())}')


class Catalog(Sequence, Generic[Item]):
    """A list of parts in their order. `parts["id"]` gives the one with that id, `"id" in parts` tells whether it is there.

    Parts are made when they are asked for, so that a catalogue of 20,000 nodes costs nothing.
    """

    def __init__(self, what: str, count: int, make: Callable[[int], Item], find: Callable[[str], Optional[int]]):
        self._what, self._count, self._make, self._find = what, count, make, find

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, key: Any) -> Any:
        if isinstance(key, str):
            index = self._find(key)
            if index is None:
                raise unknown(self._what, key, self.ids)
            return self._make(index)
        if isinstance(key, slice):
            return [self._make(index) for index in range(self._count)[key]]
        return self._make(range(self._count)[key])

    def __contains__(self, key: Any) -> bool:
        return self._find(key) is not None if isinstance(key, str) else super().__contains__(key)

    def get(self, id: str, default: Any = None) -> Any:
        """The part with an id, or something else."""
        index = self._find(id)
        return default if index is None else self._make(index)

    @property
    def ids(self) -> List[str]:
        """The ids of all parts."""
        return [item.id for item in self]  # type: ignore[attr-defined]

    def __repr__(self) -> str:
        return f"<{self._count} of {self._what}: {', '.join(self.ids[:8])}{', …' if self._count > 8 else ''}>"
