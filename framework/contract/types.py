"""What a value may be, with every name resolved."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

Number: TypeAlias = int | float | str
"""A bound as the spec writes it; bounds of decimals and times are texts."""

Extensions: TypeAlias = tuple[tuple[str, object], ...]
"""The `x-...` keys of an element, sorted, with their JSON values."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """The bounds of a scalar; None where there is none."""

    ge: Number | None = None
    gt: Number | None = None
    le: Number | None = None
    lt: Number | None = None
    multiple_of: Number | None = None
    min_length: int | None = None
    max_length: int | None = None
    pattern: str | None = None
    max_digits: int | None = None
    decimal_places: int | None = None


UNBOUNDED = Bounds()


@dataclass(frozen=True, slots=True)
class Scalar:
    """One of the language's own types; `kind` is its name in specs."""

    kind: str
    bounds: Bounds = UNBOUNDED


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few texts, numbers or booleans that stand in the spec."""

    values: tuple[str | int | bool, ...]


class Kind(Enum):
    """What a name stands for."""

    ENUM = "enum"
    MODEL = "model"
    UNION = "union"
    REFERENCE = "reference"


@dataclass(frozen=True, slots=True)
class Named:
    """A declared type: `name` is its Python name, `module` the stem of its module.

    The bounds of a reference may narrow those of the field that it refers to.
    """

    kind: Kind
    name: str
    module: str
    bounds: Bounds = UNBOUNDED


@dataclass(frozen=True, slots=True)
class Listed:
    """A JSON array."""

    item: Type
    min_items: int | None = None
    max_items: int | None = None
    unique: bool = False
    as_set: bool = False


@dataclass(frozen=True, slots=True)
class Mapped:
    """A JSON object with any keys."""

    value: Type
    min_items: int | None = None
    max_items: int | None = None


@dataclass(frozen=True, slots=True)
class Nullable:
    """A value or null."""

    inner: Type


Type: TypeAlias = Scalar | Choice | Named | Listed | Mapped | Nullable


def named(type_: Type) -> tuple[Named, ...]:
    """Return the declared types that `type_` is made of."""
    match type_:
        case Named():
            return (type_,)
        case Listed(item=inner) | Mapped(value=inner) | Nullable(inner=inner):
            return named(inner)
        case Scalar() | Choice():
            return ()


def is_free_form(type_: Type) -> bool:
    """Tell whether a value of `type_` may hold any JSON value."""
    match type_:
        case Scalar(kind=kind):
            return kind == "json"
        case Listed(item=inner) | Mapped(value=inner) | Nullable(inner=inner):
            return is_free_form(inner)
        case Named() | Choice():
            return False
