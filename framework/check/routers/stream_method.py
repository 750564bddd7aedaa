"""SPEC365 `stream-method`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


def stream_method(view: View) -> Iterator[Finding]:
    """Find streams of operations that are neither GET nor POST.

    ## Why is this bad?
    A client that lost its connection asks again, from where it left off: a stream is something that
    is read. A browser reads streams with GET; with POST the question is in the body.

    ## Example
    ```yaml
    watch_users: {method: PUT, path: /events, response: {stream: UserRegistered}}
    ```

    ## Use instead
    ```yaml
    watch_users: {method: GET, path: /events, response: {stream: UserRegistered}}
    ```
    """
    for operation in view.operations:
        streams = operation.response is not None and operation.response.stream is not None
        if streams and operation.method not in {"GET", "POST", "WEBSOCKET"}:
            yield Finding(
                f"`{operation.method}` of `{operation.name}` cannot stream",
                operation.place.at("response", "stream"),
                key=True,
                help="use GET, or POST if it takes a body",
            )


RULE = CheckRule("SPEC365", "stream-method", stream_method)
