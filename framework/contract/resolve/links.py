"""Find what can be called next: what was created can be read, changed and deleted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from framework.contract.http import Link, Location
from framework.contract.resolve.pages import next_page
from framework.contract.types import Kind, Named

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from framework.contract.http import Operation, Router
    from framework.contract.models import Model, ModelModule

_CREATED = 201


def linked(routers: tuple[Router, ...], modules: tuple[ModelModule, ...]) -> tuple[Router, ...]:
    """Return the routers with the links and the location of each operation filled in."""
    models = {model.name: model for module in modules for model in module.models}
    below: dict[tuple[str, str], list[Operation]] = {}
    for router in routers:
        for operation in router.operations:
            parent = _parent(operation)
            if parent is not None:
                below.setdefault((router.service, parent), []).append(operation)
    return tuple(
        replace(
            router,
            operations=tuple(
                _with_links(operation, router.service, below, models)
                for operation in router.operations
            ),
        )
        for router in routers
    )


def _parent(operation: Operation) -> str | None:
    """Return the path above the only template of an operation's path."""
    if operation.path.count("{") != 1:
        return None
    return operation.path.split("/{", maxsplit=1)[0]


def _with_links(
    operation: Operation,
    service: str,
    below: Mapping[tuple[str, str], list[Operation]],
    models: Mapping[str, Model],
) -> Operation:
    if operation.method == "POST" and operation.status == _CREATED:
        targets = below.get((service, operation.path), [])
        return _creating(operation, targets, models)
    if operation.page is not None:
        return replace(operation, links=tuple(next_page(operation)))
    if operation.method == "DELETE":
        targets = below.get((service, _parent(operation) or ""), [])
        return replace(operation, links=tuple(_after_deletion(operation, targets)))
    return operation


def _creating(
    operation: Operation, targets: list[Operation], models: Mapping[str, Model]
) -> Operation:
    links: list[Link] = []
    location = None
    for target in targets:
        parameter, field = _key(operation, target, models)
        if parameter is None or field is None:
            continue
        source = f"$response.body#/{field}"
        links.append(Link(target.name, target.id, parameter, source))
        if target.method == "GET" and target.path == f"{operation.path}/{{{parameter}}}":
            location = f"{operation.path}/{{{field}}}"
    return replace(operation, links=tuple(links), location=location)


def _key(
    operation: Operation, target: Operation, models: Mapping[str, Model]
) -> tuple[str | None, str | None]:
    """Return the path parameter of `target` and the field of the result that it refers to."""
    result = operation.result
    if not isinstance(result, Named) or result.name not in models:
        return None, None
    (parameter,) = target.parameters_in(Location.PATH)
    for field in models[result.name].fields:
        if _refers(field.type) and field.type == parameter.field.type:
            return parameter.field.wire, field.wire
    return None, None


def _refers(type_: object) -> bool:
    return isinstance(type_, Named) and type_.kind is Kind.REFERENCE


def _after_deletion(operation: Operation, targets: list[Operation]) -> Iterator[Link]:
    """Link to reading what was deleted, which has to say that it is gone."""
    for target in targets:
        if target.method == "GET" and target.path == operation.path:
            (parameter,) = target.parameters_in(Location.PATH)
            name = parameter.field.wire
            yield Link(target.name, target.id, name, f"$request.path.{name}")
