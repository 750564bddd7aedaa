"""SPEC351 `implied-parameter`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.rule import CheckRule, Finding
from framework.check.uses import GROUPS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import Operation, View

_KEY = ("idempotency_key", "idempotency-key")


def implied_parameter(view: View) -> Iterator[Finding]:
    """Find parameters that an operation has by itself, because of something else that it says.

    ## Why is this bad?
    `paginate` brings `limit` with `cursor` or `offset`, which a controller gets as `page`;
    `idempotency` brings the header `Idempotency-Key`. A second one of that name would hide it.

    ## Example
    ```yaml
    query: {limit: {type: int32, le: 1000, default: 500}}
    response: {model: User, many: true, paginate: cursor}
    ```

    ## Use instead
    ```yaml
    response: {model: User, many: true, paginate: cursor}
    ```
    """
    for operation in view.operations:
        response = operation.response
        if response is not None and response.paginate is not None:
            names = {"page", "limit", response.paginate}
            yield from _doubles(operation, "paginate", names, "query", names - {"page"})
        if operation.spec.idempotency != "none":
            yield from _doubles(operation, "idempotency", {"once", _KEY[0]}, "headers", {_KEY[1]})


def _doubles(
    operation: Operation, key: str, names: set[str], place: str, wires: set[str]
) -> Iterator[Finding]:
    for _, group in GROUPS:
        for name, keys in getattr(operation.spec, group).items():
            travels = group == place and (keys.alias or name).lower() in wires
            if travels or name in names:
                said = f"`{operation.name}` has a parameter `{name}` beside those of `{key}`"
                help_ = "remove it" if travels else "give it another name"
                yield Finding(said, operation.place.at(group, name), key=True, help=help_)


RULE = CheckRule("SPEC351", "implied-parameter", implied_parameter)
