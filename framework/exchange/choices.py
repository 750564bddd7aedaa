"""Find unions that are one union in several variants: `ChannelCreate` and `ChannelRead`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.exchange.families import Family
from framework.exchange.keywords import mapping, sequence
from framework.spec import CREATE, READ, UPDATE

if TYPE_CHECKING:
    from collections.abc import Container

    from framework.exchange.spelling import Spelling
    from framework.syntax import Json


def choices(unions: dict[str, Json], taken: Container[str], spelling: Spelling) -> list[Family]:
    """Return the unions whose members are variants that their own names end with."""
    found: dict[str, dict[str, str]] = {}
    for name in unions:
        for variant in (CREATE, UPDATE, READ):
            base = name.removesuffix(variant)
            if base not in {"", name} and base not in taken:
                found.setdefault(base, {})[variant] = name
    families = [Family(base, variants) for base, variants in sorted(found.items())]
    return [family for family in families if chosen(family, unions, spelling)]


def chosen(family: Family, unions: dict[str, Json], spelling: Spelling) -> dict[str, Json] | None:
    """Return the union whose variants a family is; None if there is none."""
    said = [
        _bare(mapping(unions[name]), variant, spelling) for variant, name in family.variants.items()
    ]
    bare = any(spelling.is_base(str(member)) for member in sequence(said[0]["of"]))
    return said[0] if bare and all(value == said[0] for value in said) else None


def _bare(union: dict[str, Json], variant: str, spelling: Spelling) -> dict[str, Json]:
    of: list[Json] = [spelling.type(str(m), variant) for m in sequence(union.get("of"))]
    return {**union, "of": of}
