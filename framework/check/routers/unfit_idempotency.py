"""SPEC353 `unfit-idempotency`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import Operation, View

_READING = {"GET", "WEBSOCKET"}


def unfit_idempotency(view: View) -> Iterator[Finding]:
    """Find `idempotency` where no answer can be kept, or where there is nothing to do twice.

    ## Why is this bad?
    A GET changes nothing, so that it may be repeated without a key. A stream has no end that
    could be kept and given again.

    ## Example
    ```yaml
    list_users: {method: GET, path: "", response: "list[User]", idempotency: optional}
    ```

    ## Use instead
    ```yaml
    list_users: {method: GET, path: "", response: "list[User]"}
    ```
    """
    for operation in view.operations:
        if operation.spec.has("idempotency"):
            fault = _fault(operation)
            if fault:
                said = f"`{operation.name}` {fault}, which takes no idempotency keys"
                place = operation.place.at("idempotency")
                yield Finding(said, place, key=True, help="remove `idempotency`")


def _fault(operation: Operation) -> str | None:
    if operation.method in _READING:
        return f"is a {operation.method}"
    streams = operation.response is not None and operation.response.stream is not None
    return "answers a stream" if streams else None


RULE = CheckRule("SPEC353", "unfit-idempotency", unfit_idempotency)
