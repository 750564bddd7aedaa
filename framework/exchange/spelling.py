"""Spell the types of specs once schemas have become variants: `UserCreate` is `User.Create`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framework.spec import CREATE, READ, UPDATE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from framework.exchange.families import Family
    from framework.syntax import Json

_TYPE = re.compile(r"\b[A-Z]\w*\b(?!\.)")
_PLACES = (CREATE, UPDATE)


class Spelling:
    """Knows which models have become variants of which."""

    def __init__(self, families: list[Family], choices: Iterable[Family] = ()) -> None:
        """Take every member of `families` for a variant; a union of `choices` goes by its place."""
        self._known = {
            name: (family.base, variant)
            for family in families
            for variant, name in family.variants.items()
        }
        self._bases = {family.base for family in families}
        self._choices = {name: each.base for each in choices for name in each.variants.values()}

    def is_base(self, name: str) -> bool:
        """Tell whether a model has variants."""
        return name in self._bases

    def type(self, said: str, variant: str | None) -> str:
        """Return a type as it is spelt in a variant; without one nothing is left to the place."""
        return _TYPE.sub(lambda found: self._name(found[0], variant), said)

    def field(self, keys: Json, variant: str | None) -> Json:
        """Return the keys of a field, or of the elements of one."""
        if isinstance(keys, str):
            return self.type(keys, variant)
        if not isinstance(keys, dict):
            return keys
        return {
            key: self.field(value, variant) if key in {"type", "items"} else value
            for key, value in keys.items()
        }

    def fields(self, fields: Json) -> Json:
        """Return the fields of what has no variants: what is read stands there."""
        if not isinstance(fields, dict):
            return fields
        return {name: self.field(keys, READ) for name, keys in fields.items()}

    def _name(self, name: str, variant: str | None) -> str:
        if name not in self._known:
            return self._choices.get(name, name)
        base, own = self._known[name]
        place = variant if variant in _PLACES or variant is None else READ
        return base if own == place else f"{base}.{own}"
