"""SPEC508 `unknown-operation`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.names import shown
from framework.check.nearest import did_you_mean
from framework.check.places import service_place
from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View

Fault = tuple[str, str | None] | None


def unknown_operation(view: View) -> Iterator[Finding]:
    """Find entries of `consumes` that are no operation of another service.

    ## Why is this bad?
    A client is compiled for each. Ids are `service.version.operation`, or `service.operation`.

    ## Example
    ```yaml
    consumes: [backend.get_user]
    ```

    ## Use instead
    ```yaml
    consumes: [backend.v1.get_user]
    ```
    """
    known = {operation.id for operation in view.operations}
    for service in view.specs.services.values():
        at = service_place(service).at("consumes")
        for index, consumed in enumerate(service.spec.consumes):
            if fault := _fault(view, service.name, consumed.operation, known):
                yield Finding(fault[0], at.at(index, "operation"), help=fault[1])


def _fault(view: View, consumer: str, operation: str, known: set[str]) -> Fault:
    specs, name = view.specs, operation.split(".", maxsplit=1)[0]
    if name == consumer:
        return f"`{consumer}` consumes itself", "call the controller"
    if operation in known or specs.may_be_broken("service", name, "services"):
        return None
    if (service := specs.services.get(name)) is None:
        return f"unknown service `{shown(name)}`", did_you_mean(name, specs.services)
    if specs.may_be_broken("router", name, "router"):
        return None
    if not service.spec.exposes:
        return f"service `{name}` exposes nothing", f"add `exposes: [rest]` to `{name}`"
    near = did_you_mean(operation, sorted(id_ for id_ in known if id_.startswith(f"{name}.")))
    return f"unknown operation `{shown(operation)}`", near


RULE = CheckRule("SPEC508", "unknown-operation", unknown_operation)
