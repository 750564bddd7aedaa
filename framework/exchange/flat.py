"""Merge `allOf`: the properties of an object, wherever its parts stand."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from framework.exchange.keywords import TOLD, extensions_in, mapping, sequence, text, texts
from framework.exchange.rules import BAD_REFERENCE, NOT_SAID

if TYPE_CHECKING:
    from framework.exchange.losses import Losses
    from framework.exchange.refs import References
    from framework.syntax import Json, Path

_Site = tuple["Json", "Path"]


@dataclass(slots=True)
class Flat:
    """An object: the schemas of each property, which of them are required, what else is said."""

    properties: dict[str, list[_Site]] = field(default_factory=dict[str, list[_Site]])
    required: set[str] = field(default_factory=set[str])
    extra: _Site | None = None
    description: str | None = None
    extensions: dict[str, Json] = field(default_factory=dict[str, "Json"])


class Flattener:
    """Flattens each object once, however many others are made of it."""

    def __init__(self, references: References, losses: Losses) -> None:
        """Follow `references`; what cannot be merged is reported to `losses`."""
        self._references = references
        self._losses = losses
        self._known: dict[Path, Flat | None] = {}

    def flat(self, schema: dict[str, Json], at: Path) -> Flat:
        """Return the object that `schema` describes."""
        if at in self._known:
            known = self._known[at]
            if known is None:
                self._losses.say(BAD_REFERENCE, at, "`allOf` leads to itself", "left out there")
            return known or Flat()
        self._known[at] = None
        flat = self._known[at] = self._flat(schema, at)
        return flat

    def is_object(self, schema: Json, at: Path, depth: int = 0) -> bool:
        """Tell whether a schema speaks of the keys of an object."""
        if depth > 16 or not isinstance(schema, dict):  # noqa: PLR2004  # deeper than anybody means
            return False
        if "$ref" in schema:
            found = self._references.follow(schema, at)
            return found is not None and self.is_object(*found, depth + 1)
        if mapping(schema.get("properties")):
            return True
        parts = enumerate(sequence(schema.get("allOf")))
        return any(self.is_object(p, (*at, "allOf", i), depth + 1) for i, p in parts)

    def meaningful(self, schema: dict[str, Json], at: Path) -> list[_Site]:
        """Return the parts of `allOf` that say which values there are."""
        parts = enumerate(sequence(schema.get("allOf")))
        return [
            (part, (*at, "allOf", index))
            for index, part in parts
            if not (isinstance(part, dict) and part.keys() <= TOLD)
        ]

    def _flat(self, schema: dict[str, Json], at: Path) -> Flat:
        flat = Flat()
        for part, where in self.meaningful(schema, at):
            found = self._references.follow(part, where)
            if found:
                _add(flat, self.flat(*found))
        for keyword in ("oneOf", "anyOf"):
            if keyword in schema:
                said = f"`{keyword}` beside properties"
                self._losses.say(NOT_SAID, (*at, keyword), said, "the properties alone count")
        own = Flat(
            {
                name: [(value, (*at, "properties", name))]
                for name, value in mapping(schema.get("properties")).items()
            },
            set(texts(schema.get("required"))),
            _extra(schema, at),
            text(schema.get("description")) or text(schema.get("title")),
            extensions_in(schema),
        )
        _add(flat, own)
        return flat


def _extra(schema: dict[str, Json], at: Path) -> _Site | None:
    said = schema.get("additionalProperties")
    if isinstance(said, dict) and said.keys() - TOLD:
        return said, (*at, "additionalProperties")
    return None


def _add(flat: Flat, part: Flat) -> None:
    for name, sites in part.properties.items():
        known = flat.properties.setdefault(name, [])
        known.extend(site for site in sites if site[1] not in {where for _, where in known})
    flat.required |= part.required
    flat.extra = part.extra or flat.extra
    flat.description = part.description or flat.description
    flat.extensions.update(part.extensions)
