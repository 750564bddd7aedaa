"""Find which fields other specs refer to: each becomes a named type."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.spec import FieldKeys, SpecSet
    from framework.syntax import TypeExpr


def referenced(specs: SpecSet) -> set[tuple[str, str]]:
    """Return each (model, field) that some spec names as `Model.field`."""
    found: set[tuple[str, str]] = set()
    for expression in _expressions(specs):
        for named in expression.walk():
            if named.member:
                model = specs.models.get(named.name)
                if model and named.member not in model.spec.variants:
                    found.add((named.name, named.member))
    return found


def types_within(keys: FieldKeys | None) -> Iterator[TypeExpr]:
    """Yield the types that the keys of a field name, those of its elements included."""
    while keys is not None:
        if keys.type is not None:
            yield keys.type
        keys = keys.items


def _expressions(specs: SpecSet) -> Iterator[TypeExpr]:
    for keys in _keys(specs):
        yield from types_within(keys)
    for router in specs.routers:
        for handler in router.spec.handlers.values():
            for payload in (handler.request, handler.response):
                if payload is not None and payload.type is not None:
                    yield payload.type
    for event in specs.events.values():
        yield event.spec.message.type
    for union in specs.unions.values():
        yield from union.spec.of


def _keys(specs: SpecSet) -> Iterator[FieldKeys]:
    for model in specs.models.values():
        yield from model.spec.fields.values()
    for error in specs.errors.values():
        yield from error.spec.fields.values()
    for router in specs.routers:
        for handler in router.spec.handlers.values():
            groups = (handler.params, handler.query, handler.headers, handler.cookies)
            for arguments in groups:
                yield from arguments.values()
            if handler.request is not None:
                yield from handler.request.fields.values()
