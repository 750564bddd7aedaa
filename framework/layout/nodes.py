"""A spec file as a tree of entries with the comments that belong to each of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from framework.layout.shapes import Shape
    from framework.syntax import Json


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment, from its `#` on; `own` tells whether it has its line for itself.

    `blank` tells whether an empty line precedes it. Positions count from 0.
    """

    line: int
    column: int
    text: str
    own: bool
    blank: bool


@dataclass(slots=True)
class Scalar:
    """A text, number, boolean or null.

    `raw` is how a value that is no text was written, `block` the header and the lines of a literal
    or folded text; `long` asks for such a form where the text does not fit into its line.
    """

    value: Json
    raw: str = ""
    block: tuple[str, ...] = ()
    long: bool = False


@dataclass(slots=True)
class Entry:
    """A key with its value, or an item of a list; `key` is empty for the latter.

    `before` stands above it, `side` at the end of its first line, `inside` below it where its
    value is empty. `blank` tells whether an empty line precedes it.
    """

    key: str
    value: Node
    before: list[Remark] = field(default_factory=list[Remark])
    side: str = ""
    inside: list[Remark] = field(default_factory=list[Remark])
    blank: bool = False


@dataclass(slots=True)
class Group:
    """A mapping or a list, with the comments after its last entry."""

    shape: Shape
    is_mapping: bool
    entries: list[Entry] = field(default_factory=list[Entry])
    closing: list[Remark] = field(default_factory=list[Remark])


Node: TypeAlias = "Scalar | Group"


@dataclass(slots=True)
class File:
    """A whole file: the comments at its top, what it holds, if anything, and a comment beside.

    `apart` tells whether an empty line follows the comments at the top.
    """

    head: list[Remark]
    root: Node | None
    side: str = ""
    apart: bool = False


def is_apart(entry: Entry) -> bool:
    """Tell whether an empty line precedes an entry and what stands above it."""
    return entry.before[0].blank if entry.before else entry.blank
