"""Pages of lists, for controllers: what is asked for, what is answered, and how to find it."""

from framework.runtime.pages.answered import CursorPage, OffsetPage, cut
from framework.runtime.pages.asked import CursorQuery, OffsetQuery
from framework.runtime.pages.positions import Position
from framework.runtime.pages.queries import seek, skip

__all__ = [
    "CursorPage",
    "CursorQuery",
    "OffsetPage",
    "OffsetQuery",
    "Position",
    "cut",
    "seek",
    "skip",
]
