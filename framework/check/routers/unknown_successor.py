"""SPEC341 `unknown-successor`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.names import shown
from framework.check.rule import CheckRule, Finding

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
    known = {operation.id for operation in view.operations}
    for operation in view.operations:
        use = operation.spec.deprecated and operation.spec.deprecated.use
        place = operation.place.at("deprecated", "use")
        if not use:
            continue
        if use == operation.id:
            message = f"`{use}` names itself as what to use instead"
            yield Finding(message, place, help="name the other operation, or remove `use`")
        elif use not in known and not _may_be_broken(view, use):
            near = (use, sorted(known - {operation.id}))
            help_ = "write the id of an operation: `service.version.operation`"
            yield Finding(f"unknown operation `{shown(use)}`", place, near=near, help=help_)


def _may_be_broken(view: View, id_: str) -> bool:
    return view.specs.may_be_broken("router", id_.split(".", maxsplit=1)[0], "router")


RULE = CheckRule("SPEC341", "unknown-successor", unknown_successor)
