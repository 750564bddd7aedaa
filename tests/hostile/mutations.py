"""Spoil projects: small changes to the values or the text of specs, each told by three numbers."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, NamedTuple, cast

from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Value = object
Slot = tuple[dict[object, Value] | list[Value], object]
"""A mapping or a list, and where in it something stands."""

WORDS = (
    "x all none id Create Read class self / /{id} int string? list[int] list[User.Read] User "
    "User.id int32 decimal datetime PT5M 2020-01-01 2020-01-01T00:00:00Z 1.50 bytes GET PATCH "
    "DELETE ^[a-z]+$ (a+)+$ rest broker python-fastapi backend bearer redis"
)
ODD: tuple[Value, ...] = (
    *(None, True, False, 0, 1, -1, 2, 64, 404, 204, 10**20, 0.5, -0.0, 1e308, float("inf")),
    *("", " ", "a\nb", '"""', "'", "\\", "{{ x }}", "\u00e9", *WORDS.split()),
    *([], {}, ["id"], [1, 2], {"type": "int"}, {"const": "x"}, {"values": ["a"]}, {"x-y": 1}),
)
CHARACTERS = ("\t", "\0", "\r", "\u2028", "\u202e", "&a ", "*a", "!!x ", "%", "---\n", "? ", ": ")


class Change(NamedTuple):
    """What is done, to which of the places that there are, and with which of the others."""

    how: int
    where: int
    other: int


_CHANGE = st.builds(Change, st.integers(0, 7), st.integers(0, 4095), st.integers(0, 4095))
CHANGES = st.one_of(
    st.lists(_CHANGE, min_size=1, max_size=1),  # most of what compiles still has one
    st.lists(_CHANGE, min_size=1, max_size=4),
)


def spoil_values(contents: Mapping[str, Value], changes: list[Change]) -> dict[str, Value]:
    """Return the plain values of files with `changes` made to them."""
    files = cast("dict[object, Value]", copy.deepcopy(dict(contents)))
    for change in changes:
        slots = [slot for slot in _slots(files) if slot[0] is not files]
        if slots:
            here, there = slots[change.where % len(slots)], slots[change.other % len(slots)]
            _ACTS[change.how](here, there, change.other)
    return {str(path): value for path, value in files.items()}


def spoil_text(text: str, other: str, changes: list[Change]) -> str:
    """Return a text with `changes` made to it; lines may come from `other`."""
    lines, foreign = text.split("\n"), other.split("\n")
    for how, where, number in changes:
        at = where % len(lines)
        line = lines[at]
        column = number % (len(line) + 1)
        written = (
            [],
            [line, line],
            [f"  {line}"],
            [line[2:] if line.startswith("  ") else line.lstrip()],
            [line, foreign[number % len(foreign)]],
            [line[:column] + CHARACTERS[number % len(CHARACTERS)] + line[column:]],
            [line[:column], line[column:]],
            [line[:column] + line[column + 1 :]],
        )[how]
        lines[at : at + 1] = written or ([] if len(lines) > 1 else [""])
    return "\n".join(lines)


def _slots(content: Value) -> list[Slot]:
    found: list[Slot] = []
    waiting = [content]
    while waiting:
        item = waiting.pop()
        if isinstance(item, dict):
            found += [(item, key) for key in item]
            waiting += item.values()
        elif isinstance(item, list):
            found += [(item, index) for index in range(len(item))]
            waiting += item
    return found


def _value(slot: Slot) -> Value:
    return cast("dict[object, Value]", slot[0])[slot[1]]


def _put(slot: Slot, value: Value) -> None:
    cast("dict[object, Value]", slot[0])[slot[1]] = copy.deepcopy(value)


def _delete(here: Slot, _there: Slot, _number: int) -> None:
    del cast("dict[object, Value]", here[0])[here[1]]


def _rename(here: Slot, there: Slot, _number: int) -> None:
    """Give a thing the key of another one, in its own place among its neighbours."""
    within, key = here
    if isinstance(within, dict) and isinstance(there[0], dict):
        items = [(there[1] if name == key else name, value) for name, value in within.items()]
        within.clear()
        within.update(items)


def _copy(here: Slot, there: Slot, _number: int) -> None:
    _put(here, _value(there))


def _swap(here: Slot, there: Slot, _number: int) -> None:
    one, other = copy.deepcopy(_value(here)), copy.deepcopy(_value(there))
    _put(here, other)
    _put(there, one)


def _odd(here: Slot, _there: Slot, number: int) -> None:
    _put(here, ODD[number % len(ODD)])


def _add(here: Slot, there: Slot, _number: int) -> None:
    """Take a key with its value, or an element, over from elsewhere."""
    target = copy.deepcopy(_value(there))
    if isinstance(here[0], dict) and isinstance(there[0], dict):
        here[0].setdefault(there[1], target)
    elif isinstance(here[0], list):
        here[0].append(target)


def _wrap(here: Slot, _there: Slot, number: int) -> None:
    value = _value(here)
    if isinstance(value, list) and value:
        _put(here, value[0])
    else:
        _put(here, [value] if number % 2 else {"type": value})


def _add_odd(here: Slot, there: Slot, number: int) -> None:
    """Take a key over, with a value that may not fit it."""
    if isinstance(here[0], dict) and isinstance(there[0], dict):
        here[0].setdefault(there[1], copy.deepcopy(ODD[number % len(ODD)]))


_ACTS: tuple[Callable[[Slot, Slot, int], None], ...] = (
    _delete,
    _rename,
    _copy,
    _swap,
    _odd,
    _add,
    _wrap,
    _add_odd,
)
