"""Lists in headers: their items are separated by commas, on one line or on several."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from pydantic_core import core_schema

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler


@dataclass(frozen=True, slots=True)
class CommaSeparated:
    """Metadata for `Annotated[list[...], ...]` of a header: `a, b` is two items (RFC 9110, 5.6.1).

    Whoever forwards a request may join its lines, so that one line and several mean the same; an
    item without a letter is none.
    """

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        """Take the lines apart, then validate each item."""
        return core_schema.no_info_before_validator_function(_items, handler(source))


def _items(lines: object) -> object:
    if not isinstance(lines, list):
        return lines
    texts = ",".join(cast("list[str]", lines)).split(",")
    return [item for text in texts if (item := text.strip(" \t"))]
