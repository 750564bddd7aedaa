"""What stands on a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from framework.runtime.pages.asked import CursorQuery
    from framework.runtime.pages.positions import Position

T = TypeVar("T")
S = TypeVar("S")


@dataclass(frozen=True)
class CursorPage(Generic[T]):
    """Items in order, and the position of the last one if others follow it."""

    items: list[T]
    end: Position | None = None

    def map(self, convert: Callable[[T], S]) -> CursorPage[S]:
        """Return the same page of other items: `page.map(UserRead.model_validate)`."""
        return CursorPage([convert(item) for item in self.items], self.end)


def cut(found: Sequence[T], page: CursorQuery, position: Callable[[T], Position]) -> CursorPage[T]:
    """Return the page that begins with `found`, which tells that others follow by one more.

    Look up `page.limit + 1` items; `position` returns what an item is ordered by.
    """
    items = list(found[: page.limit])
    return CursorPage(items, position(items[-1]) if len(found) > page.limit else None)


@dataclass(frozen=True)
class OffsetPage(Generic[T]):
    """Items in order, and how many there are on all pages."""

    items: list[T]
    total: int

    def map(self, convert: Callable[[T], S]) -> OffsetPage[S]:
        """Return the same page of other items: `page.map(UserRead.model_validate)`."""
        return OffsetPage([convert(item) for item in self.items], self.total)
