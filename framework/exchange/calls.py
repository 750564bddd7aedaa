"""What a document says of its operations, between its paths and the routers of the specs."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from framework.exchange.nodes import ModelNode, Property, Shape
    from framework.syntax import Json, Path


@dataclass(slots=True, eq=False)
class Parameter:
    """A parameter of the group `params`, `query`, `headers` or `cookies`."""

    group: str
    name: str
    wire: str
    shape: Shape
    keys: dict[str, Json]
    at: Path
    refers: tuple[ModelNode, Property] | None = None


@dataclass(slots=True, eq=False)
class Failure:
    """An error of the catalogue."""

    wanted: str
    at: Path
    status: int
    title: str
    description: str | None
    fields: list[Property]
    extensions: dict[str, Json] = field(default_factory=dict[str, "Json"])
    name: str = ""


@dataclass(slots=True, eq=False)
class Answer:
    """How an operation succeeds; without a shape it has no body."""

    at: Path
    status: int
    shape: Shape | None = None
    description: str | None = None
    extensions: dict[str, Json] = field(default_factory=dict[str, "Json"])
    links: dict[str, Json] = field(default_factory=dict[str, "Json"])


@dataclass(slots=True, eq=False)
class Call:
    """An operation: `id` is what the document calls it, `segments` are those of its whole path."""

    id: str | None
    name: str
    tags: tuple[str, ...]
    at: Path
    method: str
    segments: list[str]
    keys: dict[str, Json]
    parameters: list[Parameter]
    body: Shape | None
    auth: str
    answer: Answer
    failures: list[Failure]
    body_extensions: dict[str, Json]
