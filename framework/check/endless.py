"""Find the models of which no finite value exists."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from framework.check.basis import is_nullable, refers
from framework.spec import CREATE, READ, UPDATE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.uses import FieldUse
    from framework.check.variants import Variant
    from framework.check.view import View
    from framework.spec import Place
    from framework.syntax import TypeExpr

Needs = dict[str, dict[str, "Place"]]


def endless(view: View) -> Needs:
    """Return each type without a finite value, the endless ones that it needs, and where.

    A variant needs what a field of it must hold: not null, not absent, not in a list that may be
    empty. It is finite if all that it needs is; a union is finite if one of its members is.
    """
    needs = _needs(view)
    if not needs:
        return {}
    unions = _unions(view)
    left = {name: len(parts) for name, parts in needs.items()} | dict.fromkeys(unions, 1)
    graph = needs | unions
    users: dict[str, list[str]] = defaultdict(list)
    for name, parts in graph.items():
        for part in parts:
            users[part].append(name)
    finite = [part for part in users if left.get(part, 0) == 0]
    while finite:
        for name in users[finite.pop()]:
            left[name] -= 1
            if left[name] == 0:
                finite.append(name)
    return {
        name: {part: place for part, place in parts.items() if left.get(part, 0) > 0}
        for name, parts in graph.items()
        if left[name] > 0
    }


def _needs(view: View) -> Needs:
    found: Needs = {}
    composed = {*view.specs.models, *view.specs.unions, "list", "dict"}
    for variant in view.variants:
        name = f"{variant.model}.{variant.name}" if variant.name else variant.model
        needed = {
            part: entry.place
            for entry in variant.kept.values()
            if entry.keys.type
            and entry.keys.type.name in composed
            and _must_be_there(variant, entry)
            for part in _parts(view, entry, variant.asks)
        }
        if needed:
            found[name] = needed
    return found


def _unions(view: View) -> Needs:
    return {
        _union(view, union.name, asked): {
            part: union.place.at("of", index)
            for index, member in enumerate(union.spec.of)
            for part in _named(view, member, asked)
        }
        for union in view.specs.unions.values()
        for asked in (CREATE, UPDATE, READ)
    }


def _must_be_there(variant: Variant, entry: FieldUse) -> bool:
    keys = entry.keys
    if is_nullable(keys) or variant.makes_optional(entry.name):
        return False
    return variant.row == UPDATE or not (keys.optional or keys.has("default"))


def _parts(view: View, entry: FieldUse, asked: str) -> Iterator[str]:
    type_ = entry.keys.type
    while type_ is not None and type_.name in {"list", "dict"} and (entry.keys.min_items or 0) > 0:
        type_ = type_.arguments[-1] if type_.arguments else None
    if type_ is not None:
        yield from _named(view, type_, asked)


def _named(view: View, type_: TypeExpr, asked: str) -> Iterator[str]:
    if type_.name in view.specs.unions:
        yield _union(view, type_.name, asked)
    model = view.specs.models.get(type_.name)
    if model and not refers(type_):
        variant = type_.member or (asked if model.spec.variants else None)
        yield f"{model.name}.{variant}" if variant else model.name


def _union(view: View, union: str, asked: str) -> str:
    members = view.specs.unions[union].spec.of
    projected = any(not m.member and any(v.name for v in view.variants_of(m.name)) for m in members)
    return f"{union}.{asked}" if projected else union
