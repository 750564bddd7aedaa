"""Find schemas that are published twice: as they are read, and closed as they are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.exchange.keywords import mapping

if TYPE_CHECKING:
    from framework.syntax import Json

_PREFIX = "#/components/schemas/"
_ENDINGS = ("Input", "-Input")


def twins(root: dict[str, Json]) -> dict[str, str]:
    """Return the names of schemas that say the same as another one, with that one's name.

    Compilers such as ours and FastAPI write `UserInput` beside `User`: the same keys, but closed.
    """
    declared = mapping(mapping(root.get("components")).get("schemas"))
    found = {
        name: name.removesuffix(ending)
        for name in declared
        for ending in _ENDINGS
        if name.endswith(ending) and name.removesuffix(ending) in declared
    }
    while True:  # what holds a schema that is no twin is none either
        wrong = {
            name
            for name, base in found.items()
            if _plain(declared[name], found) != _plain(declared[base], found)
        }
        if not wrong:
            return found
        found = {name: base for name, base in found.items() if name not in wrong}


def _plain(value: Json, found: dict[str, str]) -> Json:
    if isinstance(value, list):
        return [_plain(item, found) for item in value]
    if not isinstance(value, dict):
        if isinstance(value, str) and value.startswith(_PREFIX):
            name = value.removeprefix(_PREFIX)
            return _PREFIX + found.get(name, name)
        return value
    return {
        key: _plain(item, found)
        for key, item in value.items()
        if not (key == "additionalProperties" and item is False)
    }
