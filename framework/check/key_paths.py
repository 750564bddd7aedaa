"""Follow a dotted path through the fields of a message."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.basis import MODEL, UNION, basis, is_nullable
from framework.check.names import shown
from framework.spec import CONTAINERS, READ

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.variants import Variant
    from framework.check.view import View
    from framework.syntax import TypeExpr

_LONGEST = 16


def key_fault(view: View, message: TypeExpr, path: str) -> str | None:
    """Return why `path` leads to no required scalar in every message; None if it does."""
    steps = path.split(".")
    if not all(steps):
        return "has an empty step"
    if len(steps) > _LONGEST:
        return f"has more than {_LONGEST} steps"
    faults = (_follow(view, variant, steps) for variant in _variants(view, message, READ))
    return next((fault for fault in faults if fault), None)


def _follow(view: View, variant: Variant, steps: list[str]) -> str | None:
    name, rest = steps[0], steps[1:]
    if not view.is_whole(variant.model):
        return None
    entry = variant.kept.get(name)
    said = f"`{variant.model}.{variant.name}`" if variant.name else f"`{variant.model}`"
    if entry is None:
        return f"names `{shown(name)}`, which is no field of {said}"
    if not variant.requires(name) or is_nullable(entry.keys):
        return f"names `{name}`, which may be absent or null"
    found = basis(view, entry.keys)
    if not rest:
        unfit = found in {*CONTAINERS, MODEL, UNION, "json"}
        return f"ends at `{name}`, which is no scalar" if unfit else None
    if found != MODEL or entry.keys.type is None:
        return f"goes through `{name}`, which is no model" if found else None
    inner = _variants(view, entry.keys.type, variant.asks)
    faults = (_follow(view, each, rest) for each in inner)
    return next((fault for fault in faults if fault), None)


def _variants(view: View, type_: TypeExpr, asked: str) -> Iterator[Variant]:
    union = view.specs.unions.get(type_.name)
    for member in union.spec.of if union else [type_]:
        for variant in view.variants_of(member.name):
            if variant.name in {member.member or asked, ""}:
                yield variant
