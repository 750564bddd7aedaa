"""Find schemas that may be variants of one model: `User`, `UserCreate`, `UserUpdate`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from framework.spec import CREATE, READ, UPDATE

if TYPE_CHECKING:
    from collections.abc import Iterable

_NAME = re.compile(r"[A-Z]\w*")
_WRITTEN = (CREATE, UPDATE)


@dataclass(frozen=True, slots=True)
class Family:
    """A model with the names of the models that may be its variants, the one that is read too."""

    base: str
    variants: dict[str, str]


def families(models: Iterable[str], *, ours: bool) -> list[Family]:
    """Return the families among the names of models, each name in one of them.

    Others write `PetOwner` beside `Pet` without meaning a variant: only where the document is
    `ours` any ending counts.
    """
    known = set(models)
    bases = {name: base for name in known if (base := _base(name, known, ours=ours))}
    written = {name for name, base in bases.items() if name.removeprefix(base) in _WRITTEN}
    bases = {name: base for name, base in bases.items() if base not in written}
    holding = set(bases.values())
    found: dict[str, dict[str, str]] = {}
    for name, base in bases.items():
        if name not in holding or name in written:
            found.setdefault(base, {READ: base})[name.removeprefix(base)] = name
    return [Family(base, dict(sorted(found[base].items(), key=_order))) for base in sorted(found)]


def _base(name: str, known: set[str], *, ours: bool) -> str | None:
    """Return the longest name of a model that `name` is a variant of."""
    for length in range(len(name) - 1, 0, -1):
        base, ending = name[:length], name[length:]
        if base in known and ending != READ and _NAME.fullmatch(ending):
            return base if ours or ending in _WRITTEN else None
    return None


def _order(variant: tuple[str, str]) -> tuple[int, str]:
    places = (*_WRITTEN, READ)
    name = variant[0]
    return (places.index(name) if name in places else len(places), name)
