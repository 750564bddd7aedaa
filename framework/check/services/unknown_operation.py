"""SPEC508 `unknown-operation`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.places import service_place
from framework.check.rule import CheckRule, Finding
from framework.check.targets import target_faults

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


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
    for service in view.specs.services.values():
        at = service_place(service).at("consumes")
        for index, consumed in enumerate(service.spec.consumes):
            id_, place = consumed.operation, at.at(index, "operation")
            if id_.split(".", maxsplit=1)[0] == service.name:
                said = f"`{service.name}` consumes itself"
                yield Finding(said, place, help="call the controller")
            else:
                yield from target_faults(view, id_, place)


RULE = CheckRule("SPEC508", "unknown-operation", unknown_operation)
