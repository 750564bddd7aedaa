"""SPEC320 `operation-twice`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import Operation, View


def operation_twice(view: View) -> Iterator[Finding]:
    """Find operations of one service and version that have the same name.

    ## Why is this bad?
    `backend.v1.create` is the operation's id everywhere: for clients, in metrics, in the OpenAPI
    document. Two of them cannot be told apart.

    ## Example
    ```yaml
    # specs/routers/backend/users.yaml and specs/routers/backend/orders.yaml
    handlers: {create: {method: POST, path: ""}}
    ```

    ## Use instead
    ```yaml
    handlers: {create_order: {method: POST, path: ""}}
    ```
    """
    taken: dict[str, Operation] = {}
    for operation in view.operations:
        first = taken.setdefault(operation.id, operation)
        if first is not operation and first.router.tag != operation.router.tag:
            yield Finding(
                f"operation `{operation.id}` is declared twice",
                operation.place,
                key=True,
                help="rename one of the two",
                related=((first.place, "the other one stands here"),),
            )


RULE = CheckRule("SPEC320", "operation-twice", operation_twice)
