"""A position is what the last item of a page has in the columns that order it; as text, too."""

from __future__ import annotations

import json
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, cast
from uuid import UUID

if TYPE_CHECKING:
    from collections.abc import Callable

Scalar: TypeAlias = str | int | float | bool | Decimal | datetime | date | time | UUID
Position: TypeAlias = tuple[Scalar, ...]


class _Spelling(NamedTuple):
    """How values of a type are written behind the letter that tells the type."""

    letter: str
    write: Callable[[object], str]
    read: Callable[[str], Scalar]


def _same(text: str) -> str:
    return text


def _truth(text: str) -> bool:
    return text == "True"


# The first that fits counts, for a truth value is an integer too. Drivers have subclasses.
_SPELLINGS: dict[type, _Spelling] = {
    str: _Spelling("s", str, _same),
    bool: _Spelling("b", str, _truth),
    int: _Spelling("i", str, int),
    float: _Spelling("f", repr, float),
    Decimal: _Spelling("d", str, Decimal),
    datetime: _Spelling("m", str, datetime.fromisoformat),
    date: _Spelling("a", str, date.fromisoformat),
    time: _Spelling("t", str, time.fromisoformat),
    UUID: _Spelling("u", str, UUID),
}
_READERS = {spelling.letter: spelling.read for spelling in _SPELLINGS.values()}


def write(position: Position) -> bytes:
    """Return `position` as text; raise TypeError for what cannot have a place in an order."""
    spelt = [_spelt(value) for value in position]
    return json.dumps(spelt, ensure_ascii=False, separators=(",", ":")).encode()


def read(raw: bytes) -> Position:
    """Return what `write` wrote."""
    return tuple(_READERS[text[0]](text[1:]) for text in cast("list[str]", json.loads(raw)))


def _spelt(value: object) -> str:
    if isinstance(value, Enum):
        value = cast("object", value.value)
    spelling = next((s for kind, s in _SPELLINGS.items() if isinstance(value, kind)), None)
    if spelling is None:
        message = (
            f"a page cannot end at a value of type `{type(value).__name__}`: order by columns that "
            "are never NULL and hold texts, numbers, moments or UUIDs"
        )
        raise TypeError(message)
    return f"{spelling.letter}{spelling.write(value)}"
