"""Where a bound thing stands, kept beside it so that a rule can point at any of its keys."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from framework.diagnostics import Span
    from framework.syntax import Document, Path

S_co = TypeVar("S_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Place:
    """A value of a document."""

    document: Document
    path: Path

    def at(self, *steps: str | int) -> Place:
        """Return the place of something within this one."""
        return Place(self.document, (*self.path, *steps))

    def span(self, *, key: bool = False, part: tuple[int, int] | None = None) -> Span:
        """Return the span of the value, of its key, or of a stretch of the value's characters."""
        return self.document.span(self.path, key=key, part=part)

    def __str__(self) -> str:
        """Return `path:line`, as notes name a place."""
        span = self.span(key=True)
        return f"{span.path}:{span.line}"


@dataclass(frozen=True, slots=True)
class Declared(Generic[S_co]):
    """A named spec and its place; `place` is that of the value, its key is the name."""

    name: str
    spec: S_co
    place: Place
