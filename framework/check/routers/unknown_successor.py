"""SPEC341 `unknown-successor`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.rule import CheckRule, Finding
from framework.check.targets import target_faults

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


def unknown_successor(view: View) -> Iterator[Finding]:
    """Find `use` of a deprecated operation that names no other operation.

    ## Why is this bad?
    Callers are told to go there. Ids are `service.version.operation`, or `service.operation`.

    ## Example
    ```yaml
    list_all: {method: GET, path: /all, deprecated: {use: list_users}}
    ```

    ## Use instead
    ```yaml
    list_all: {method: GET, path: /all, deprecated: {use: backend.v1.list_users}}
    ```
    """
    for operation in view.operations:
        use = operation.spec.deprecated and operation.spec.deprecated.use
        if not use:
            continue
        place = operation.place.at("deprecated", "use")
        if use == operation.id:
            message = f"`{use}` names itself as what to use instead"
            yield Finding(message, place, help="name the other operation, or remove `use`")
        else:
            yield from target_faults(view, use, place)


RULE = CheckRule("SPEC341", "unknown-successor", unknown_successor)
