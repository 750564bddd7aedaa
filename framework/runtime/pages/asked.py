"""Which page a caller asks for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar, overload

from framework.runtime.problems import InvalidCursor

if TYPE_CHECKING:
    from framework.runtime.pages.positions import Position

A = TypeVar("A")
B = TypeVar("B")
C = TypeVar("C")
D = TypeVar("D")


@dataclass(frozen=True)
class CursorQuery:
    """At most `limit` items, behind `position`; from the beginning where that is None.

    `seek` answers it from a database. Who keeps items elsewhere asks `after` where to begin.
    """

    limit: int
    position: Position | None = None

    @overload
    def after(self, a: type[A], /) -> tuple[A] | None: ...
    @overload
    def after(self, a: type[A], b: type[B], /) -> tuple[A, B] | None: ...
    @overload
    def after(self, a: type[A], b: type[B], c: type[C], /) -> tuple[A, B, C] | None: ...
    @overload
    def after(
        self, a: type[A], b: type[B], c: type[C], d: type[D], /
    ) -> tuple[A, B, C, D] | None: ...
    def after(self, *kinds: type[object]) -> tuple[object, ...] | None:
        """Return the position, which is made of values of `kinds`.

        Raises InvalidCursor if it is not: the cursor is older than the order.
        """
        if self.position is None:
            return None
        if tuple(type(value) for value in self.position) != kinds:
            raise InvalidCursor
        return self.position


@dataclass(frozen=True)
class OffsetQuery:
    """At most `limit` items, behind the first `offset` ones."""

    limit: int
    offset: int = 0
