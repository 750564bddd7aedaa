"""Models, enums, unions and references, as they compile to Python modules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from framework.spec import Presence

if TYPE_CHECKING:
    from framework.contract.types import Extensions, Named, Type

__all__ = [
    "EnumMember",
    "EnumType",
    "Field",
    "Model",
    "ModelModule",
    "Presence",
    "Reference",
    "Union",
]


@dataclass(frozen=True, slots=True)
class Field:
    """A field of one variant. `default` and `example` are JSON values; see `has_example`."""

    name: str
    wire: str
    type: Type
    presence: Presence
    default: object
    description: str
    example: object
    has_example: bool
    deprecated: str | None
    sensitive: bool
    extensions: Extensions


@dataclass(frozen=True, slots=True)
class Model:
    """A variant of a model. `component` is its name in documents."""

    id: str
    name: str
    component: str
    description: str
    fields: tuple[Field, ...]
    module: str
    extensions: Extensions


@dataclass(frozen=True, slots=True)
class EnumMember:
    """One value of an enum."""

    name: str
    value: str
    description: str


@dataclass(frozen=True, slots=True)
class EnumType:
    """A closed set of texts."""

    name: str
    description: str
    members: tuple[EnumMember, ...]
    module: str
    extensions: Extensions = ()


@dataclass(frozen=True, slots=True)
class Union:
    """One of several models, told apart by `discriminator`; `tags` are the members' constants."""

    name: str
    description: str
    discriminator: str
    members: tuple[Named, ...]
    tags: tuple[str | int | bool, ...]
    module: str
    extensions: Extensions = ()

    @property
    def spelt(self) -> tuple[str, ...]:
        """The tags as texts: what is none is spelt as in JSON."""
        return tuple(tag if isinstance(tag, str) else str(tag).lower() for tag in self.tags)


@dataclass(frozen=True, slots=True)
class Reference:
    """The type of a field that others refer to, such as `UserId` for `User.id`."""

    name: str
    type: Type
    target: str
    module: str


@dataclass(frozen=True, slots=True)
class ModelModule:
    """What one file of models compiles to.

    Files that need each other are all defined in the module of the first of them, `home`; the
    modules of the others re-export from there.
    """

    stem: str
    home: str
    origin: str
    references: tuple[Reference, ...]
    enums: tuple[EnumType, ...]
    models: tuple[Model, ...]
    unions: tuple[Union, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that the module defines or re-exports."""
        return (
            *(reference.name for reference in self.references),
            *(enum.name for enum in self.enums),
            *(model.name for model in self.models),
            *(union.name for union in self.unions),
        )
