"""SPEC369 `consumed-stream`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.places import service_place
from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import Operation, View


def consumed_stream(view: View) -> Iterator[Finding]:
    """Find entries of `consumes` that name a stream or a WebSocket.

    ## Why is this bad?
    Both are for people's programs: they last as long as somebody looks. What one service has to
    learn from another must survive the restart of either, and that is what events do.

    ## Example
    ```yaml
    consumes: [backend.v1.watch_users]
    ```

    ## Use instead
    ```yaml
    user_registered: {message: User, publish: [backend], subscribe: [notifications]}
    ```
    """
    lasting = {operation.id for operation in view.operations if _lasts(operation)}
    for service in view.specs.services.values():
        at = service_place(service).at("consumes")
        for index, consumed in enumerate(service.spec.consumes):
            if consumed.operation in lasting:
                yield Finding(
                    f"`{consumed.operation}` is no call that ends, and cannot be consumed",
                    at.at(index, "operation"),
                    help="subscribe to an event",
                )


def _lasts(operation: Operation) -> bool:
    streams = operation.response is not None and operation.response.stream is not None
    return streams or operation.method == "WEBSOCKET"


RULE = CheckRule("SPEC369", "consumed-stream", consumed_stream)
