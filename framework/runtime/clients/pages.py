"""All items of a list that comes in pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Sequence

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Page(Protocol[T_co]):
    """What an operation that pages by cursor answers."""

    @property
    def items(self) -> Sequence[T_co]:
        """What stands on it."""
        ...

    @property
    def next_cursor(self) -> str | None:
        """Where the next one begins."""
        ...


async def each(ask: Callable[[str | None], Awaitable[Page[T]]]) -> AsyncIterator[T]:
    """Yield the items of all pages; the next one is asked for when the last one is used up.

    async for note in each(lambda cursor: backend.list_notes(cursor=cursor)): ...
    """
    cursor: str | None = None
    while True:
        page = await ask(cursor)
        for item in page.items:
            yield item
        cursor = page.next_cursor
        if cursor is None:
            return
