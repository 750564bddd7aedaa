"""What a reference stands for in the end, with all bounds on the way."""

from __future__ import annotations

from dataclasses import fields, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from framework.contract import UNBOUNDED, Bounds, Kind, Named, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from framework.contract import Reference, Type


def follow(type_: Named, references: Mapping[str, Reference]) -> tuple[Type, tuple[Bounds, ...]]:
    """Return the type at the end of a chain of references, and its bounds from there to here."""
    bounds = [type_.bounds]
    target: Type = references[type_.name].type
    while isinstance(target, Named) and target.kind is Kind.REFERENCE:
        bounds.append(target.bounds)
        target = references[target.name].type
    if isinstance(target, Scalar):
        bounds.append(target.bounds)
    said = tuple(each for each in reversed(bounds) if each != UNBOUNDED)
    return target, said


def narrowed(bounds: Iterable[Bounds]) -> Bounds:
    """Return all bounds as one: each may only narrow those before it, so the last one counts."""
    merged, *others = tuple(bounds) or (UNBOUNDED,)
    for own in others:
        given = {field.name: getattr(own, field.name) for field in fields(own)}
        merged = replace(
            merged, **{key: bound for key, bound in given.items() if bound is not None}
        )
    return merged


def is_unsigned(bounds: Bounds) -> bool:
    """Tell whether the bounds of a decimal leave no negative one."""
    return any(each is not None and Decimal(each) >= 0 for each in (bounds.ge, bounds.gt))


def in_order(references: Iterable[Reference]) -> list[Reference]:
    """Return the references of a module, each behind the one that it is made of."""
    named = {reference.name: reference for reference in references}
    return sorted(named.values(), key=lambda reference: _depth(reference, named))


def _depth(reference: Reference, named: Mapping[str, Reference]) -> int:
    depth = 0
    current: Reference | None = reference
    while current is not None and isinstance(current.type, Named):
        depth += 1
        current = named.get(current.type.name)
    return depth
