# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""Text and numbers on their way in, text on its way out."""
from __future__ import annotations

import ctypes
import operator
from typing import Any, Callable, List, Optional, Tuple, Union

from ._constants import RAPPORT_NONE
from ._library import check, lib
from ._structs import rapport_buffer, rapport_writer
from .errors import BadValue, WriteFailed

Text = Union[str, bytes]
Label = Union[str, "dict[str, str]"]
FIRST_BUFFER = 1 << 16


def utf8(text: Text) -> bytes:
    """UTF-8 for the library, which judges it: a lone surrogate becomes what the library refuses, with its position."""
    if isinstance(text, str):
        return text.encode("utf-8", "surrogatepass")
    if isinstance(text, (bytes, bytearray, memoryview)):
        return bytes(text)
    raise TypeError(f"expected text, not {type(text).__name__}")


def sized(text: Text) -> Tuple[bytes, int]:
    """The two arguments (text, length)."""
    data = utf8(text)
    return data, len(data)


def ended(text: str, path: str = "") -> bytes:
    """Text for a parameter that ends with a NUL, which therefore must not hold one."""
    if not isinstance(text, str):
        raise TypeError(f"expected str, not {type(text).__name__}")
    data = utf8(text)
    if b"\0" in data:
        raise BadValue("the text holds U+0000", path)
    return data


def optional(text: Optional[str], path: str = "") -> Optional[bytes]:
    """As ended(); None stays None."""
    return None if text is None else ended(text, path)


def whole(value: Any, path: str = "") -> int:
    """A whole number for a uint32_t; ctypes would cut what is too large without a word. 4.0 is 4: so pandas keeps them."""
    if isinstance(value, bool):
        raise TypeError("expected a whole number, not bool")
    if isinstance(value, float):
        if not value.is_integer():
            raise BadValue(f"{value} is not a whole number", path)
        value = int(value)
    try:
        value = operator.index(value)
    except TypeError:
        raise TypeError(f"expected a whole number, not {type(value).__name__}") from None
    if not 0 <= value <= RAPPORT_NONE:
        raise BadValue(f"{value} is out of range", path)
    return value


def real(value: Any, path: str = "") -> float:
    """A number for a double. NaN and infinities are for the library to refuse."""
    try:
        if isinstance(value, (bool, str, bytes)):
            raise TypeError
        return float(value)
    except TypeError:
        raise TypeError(f"expected a number, not {type(value).__name__}") from None
    except OverflowError:
        raise BadValue("the number is too large", path) from None


def yes_or_no(value: Any) -> int:
    if not isinstance(value, bool):
        raise TypeError(f"expected True or False, not {type(value).__name__}")
    return int(value)


def languages(label: Label) -> "List[Tuple[Optional[str], str]]":
    """A label as (language, text): None for one without languages."""
    return list(label.items()) if isinstance(label, dict) else [(None, label)]


def decoded(text: Optional[bytes]) -> Optional[str]:
    return None if text is None else text.decode("utf-8")


def collect(write: Callable[[Any, Any], int]) -> str:
    """The text that a function writes, by way of rapport_buffer_write: no Python code runs in between."""
    writer = ctypes.cast(lib.rapport_buffer_write, rapport_writer)
    capacity = FIRST_BUFFER
    while True:
        room = ctypes.create_string_buffer(capacity)
        buffer = rapport_buffer(ctypes.cast(room, ctypes.POINTER(ctypes.c_char)), capacity, 0)
        check(write(writer, ctypes.cast(ctypes.byref(buffer), ctypes.c_void_p)))
        if buffer.needed <= capacity:
            return ctypes.string_at(room, buffer.needed).decode("utf-8")
        capacity = buffer.needed


def stream(write: Callable[[Any, Any], int], target: Any) -> None:
    """Hands the text piece by piece to `target`, something with write() or to be called. What that raises ends it."""
    take = getattr(target, "write", target)
    raised: "List[BaseException]" = []

    def piece(_: Any, text: Any, length: int) -> int:
        try:
            take(ctypes.string_at(text, length).decode("utf-8"))
        except BaseException as error:  # nothing may be thrown through the library: it is raised below
            raised.append(error)
            return 1
        return 0

    try:
        check(write(rapport_writer(piece), None))
    except WriteFailed:
        if not raised:
            raise
    if raised:
        raise raised.pop()
