"""SPEC508 `unknown-operation`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.names import shown
from framework.check.places import service_place
from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View
    from framework.spec import Place


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
            place = at.at(index, "operation")
            yield from _faults(view, service.name, consumed.operation, known, place)


def _faults(
    view: View, consumer: str, operation: str, known: set[str], place: Place
) -> Iterator[Finding]:
    specs, name = view.specs, operation.split(".", maxsplit=1)[0]
    service = specs.services.get(name)
    if name == consumer:
        yield Finding(f"`{consumer}` consumes itself", place, help="call the controller")
    elif service is None and not specs.may_be_broken("service", name, "services"):
        yield Finding(f"unknown service `{shown(name)}`", place, near=(name, specs.services))
    elif service is None or operation in known or specs.may_be_broken("router", name, "router"):
        return
    elif not service.spec.exposes:
        yield Finding(f"service `{name}` exposes nothing", place, help="add `exposes: [rest]`")
    else:
        near = (id_ for id_ in sorted(known) if id_.startswith(f"{name}."))
        yield Finding(f"unknown operation `{shown(operation)}`", place, near=(operation, near))


RULE = CheckRule("SPEC508", "unknown-operation", unknown_operation)
