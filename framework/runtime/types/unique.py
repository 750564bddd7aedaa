"""Lists and sets whose items differ."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, cast

from pydantic_core import PydanticCustomError, core_schema

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic import GetCoreSchemaHandler

_Container = type[set[object]] | type[frozenset[object]]
_SETS: dict[str, _Container] = {"set": set, "frozenset": frozenset}


@dataclass(frozen=True, slots=True)
class UniqueItems:
    """Metadata for `Annotated[list[...], ...]` and sets: no two items are equal as JSON values.

    The items are compared as they arrived, for that is what `uniqueItems` is about: 1 and 1.0 are
    equal, 1 and true are not, nor are two objects of which one spells a default out.
    """

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        """Compare first: a set would swallow what is equal."""
        inner = handler(source)
        container = _SETS.get(inner["type"])
        check = partial(_unique_set, container) if container else _unique
        return core_schema.no_info_before_validator_function(check, inner)


def _unique(value: object) -> object:
    if isinstance(value, (list, tuple)) and _repeats(cast("Iterable[object]", value)):
        code = "unique_items"
        raise PydanticCustomError(code, "Items should differ from each other")
    return value  # pyright: ignore[reportUnknownVariableType] - narrowed from object


def _unique_set(container: _Container, value: object) -> object:
    """Make a set of a list, because behind a function strict mode takes a JSON array for a list."""
    if not isinstance(_unique(value), list):
        return value
    items = cast("list[object]", value)
    if not all(isinstance(item, Hashable) for item in items):
        return items
    # `{1, True}` is one item: such a list stays one, and is refused.
    unique = container(items)
    return unique if len(unique) == len(items) else items


def _repeats(items: Iterable[object]) -> bool:
    keys = [_key(item) for item in items]
    return len(set(keys)) < len(keys)


def _key(item: object) -> Hashable:
    """Return what is equal for two items exactly when they are equal in JSON Schema."""
    if isinstance(item, bool):
        return ("bool", item)
    if isinstance(item, list):
        return ("list", *map(_key, cast("list[object]", item)))
    if isinstance(item, dict):
        members = cast("dict[str, object]", item)
        return ("dict", frozenset((name, _key(member)) for name, member in members.items()))
    return item if isinstance(item, Hashable) else ("repr", repr(item))
