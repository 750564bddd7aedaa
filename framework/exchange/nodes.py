"""What a document declares, between its schemas and the specs: names are given at the end."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from framework.syntax import Json, Path


@dataclass(slots=True, eq=False)
class EnumNode:
    """A named set of texts; `wanted` is the name that the document suggests."""

    wanted: str
    at: Path
    values: list[str]
    description: str | None = None
    extensions: dict[str, Json] = field(default_factory=dict[str, "Json"])
    name: str = ""


@dataclass(slots=True, eq=False)
class Property:
    """A field of a model: `wire` is its key in JSON, `keys` what is said of it beside its type.

    It may refer to a field of another model.
    """

    wire: str
    shape: Shape
    keys: dict[str, Json]
    at: Path
    name: str = ""
    refers: tuple[ModelNode, Property] | None = None


@dataclass(slots=True, eq=False)
class ModelNode:
    """An object with known keys; it is `sent` in requests, `received` in responses, or both."""

    wanted: str
    at: Path
    properties: dict[str, Property] = field(default_factory=dict[str, Property])
    description: str | None = None
    extensions: dict[str, Json] = field(default_factory=dict[str, "Json"])
    sent: bool = False
    received: bool = False
    projected: bool = False
    name: str = ""


@dataclass(slots=True, eq=False)
class UnionNode:
    """One of several models; it is `open` if nothing tells them apart, and then it is no type."""

    wanted: str
    at: Path
    members: list[Shape]
    discriminator: str | None
    tags: dict[int, str]
    description: str | None = None
    extensions: dict[str, Json] = field(default_factory=dict[str, "Json"])
    open: bool = False
    name: str = ""


Node: TypeAlias = ModelNode | EnumNode | UnionNode


@dataclass(slots=True, eq=False)
class Shape:
    """A type of the language with its bounds: a word or something declared.

    A list or a dict has an `item`. Neither `word` nor `node` means that `keys` says all, with
    `values` or `const`.
    """

    at: Path
    word: str | None = None
    node: Node | None = None
    item: Shape | None = None
    keys: dict[str, Json] = field(default_factory=dict[str, "Json"])
    nullable: bool = False

    @property
    def target(self) -> Node | None:
        """What it names, unless that turned out to be no type."""
        if isinstance(self.node, UnionNode) and self.node.open:
            return None
        return self.node

    @property
    def is_free(self) -> bool:
        """Whether it is any JSON value."""
        if isinstance(self.node, UnionNode) and self.node.open:
            return True
        return self.word == "json"


def json_shape(at: Path) -> Shape:
    """Return the shape of any value."""
    return Shape(at, word="json")


def declared_in(shape: Shape) -> Node | None:
    """Return what a shape names, directly or as the item of its lists."""
    while shape.item is not None:
        shape = shape.item
    return shape.target
