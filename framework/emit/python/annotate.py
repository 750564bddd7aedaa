"""How a type is written in an annotation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.contract import (
    UNBOUNDED,
    Choice,
    Kind,
    Listed,
    Mapped,
    Named,
    Nullable,
    Scalar,
)
from framework.emit.python.escape import literal
from framework.emit.python.scalars import metadata, scalar
from framework.emit.references import follow, narrowed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from framework.contract import Reference, Type
    from framework.emit.python.imports import Imports


class Annotations:
    """Writes types for one module."""

    def __init__(self, references: Mapping[str, Reference], imports: Imports) -> None:
        """Follow `references`, and collect what is needed into `imports`."""
        self._references = references
        self._imports = imports
        # By identity, for variants share their types; held, so that no other type gets its id.
        self._known: dict[int, tuple[Type, str, list[str]]] = {}

    def write(self, type_: Type, *metadata: str) -> str:
        """Return the annotation of `type_`, with `metadata` behind its own."""
        known = self._known.get(id(type_))
        if known is None:
            known = self._known[id(type_)] = (type_, *self._parts(type_))
        _, name, behind = known
        return self._annotated(name, [*behind, *metadata])

    def _parts(self, type_: Type) -> tuple[str, list[str]]:
        match type_:
            case Nullable(inner=inner):
                return f"{self.write(inner)} | None", []
            case Scalar():
                return scalar(type_, self._imports)
            case Choice(values=values):
                return self._choice(values)
            case Named():
                return self._named(type_)
            case Listed():
                return self._listed(type_)
            case Mapped(value=value):
                self._imports.add("framework.runtime.types.String")
                behind = self._counted(type_.min_items, type_.max_items)
                return f"dict[String, {self.write(value)}]", behind

    def _choice(self, values: tuple[str | int | bool, ...]) -> tuple[str, list[str]]:
        self._imports.add("typing.Literal")
        behind: list[str] = []
        if not all(isinstance(value, str) for value in values):
            self._imports.add("framework.runtime.types.Exactly")
            behind.append("Exactly()")
        return f"Literal[{', '.join(map(literal, values))}]", behind

    def _listed(self, type_: Listed) -> tuple[str, list[str]]:
        behind = self._counted(type_.min_items, type_.max_items)
        if type_.unique:
            self._imports.add("framework.runtime.types.UniqueItems")
            behind.append("UniqueItems()")
        container = "set" if type_.as_set else "list"
        return f"{container}[{self.write(type_.item)}]", behind

    def _counted(self, least: int | None, most: int | None) -> list[str]:
        said = {"min_length": least, "max_length": most}
        keywords = [f"{key}={count}" for key, count in said.items() if count is not None]
        if not keywords:
            return []
        self._imports.add("pydantic.Field")
        return [f"Field({', '.join(keywords)})"]

    def _annotated(self, name: str, behind: list[str]) -> str:
        if not behind:
            return name
        self._imports.add("typing.Annotated")
        return f"Annotated[{name}, {', '.join(behind)}]"

    def _named(self, type_: Named) -> tuple[str, list[str]]:
        if type_.kind is not Kind.REFERENCE or type_.bounds == UNBOUNDED:
            return self._imports.add_named(type_), []
        target, bounds = follow(type_, self._references)
        if not isinstance(target, Scalar):
            return self._imports.add_named(type_), []
        if target.kind == "decimal":  # its digits are one piece of metadata: no second one fits
            return scalar(Scalar("decimal", narrowed(bounds)), self._imports)
        return self._imports.add_named(type_), metadata(
            Scalar(target.kind, type_.bounds), self._imports
        )
