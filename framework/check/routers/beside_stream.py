"""SPEC366 `beside-stream`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import Operation, View

_IDLE = ("model", "variant", "many", "status")


def beside_stream(view: View) -> Iterator[Finding]:
    """Find keys that mean nothing beside `stream`, or nothing without it.

    ## Why is this bad?
    A stream answers with 200 and its messages, and nothing else. Events leave when a transaction
    commits, and a stream has none that spans it: `emits` could not be kept.

    ## Example
    ```yaml
    watch_users: {method: GET, path: /events, response: {stream: User, status: 202}, emits: [seen]}
    ```

    ## Use instead
    ```yaml
    watch_users: {method: GET, path: /events, response: {stream: User}}
    ```
    """
    for operation in view.operations:
        response = operation.response
        if response is None or response.stream is None:
            yield from _without(operation)
            continue
        for key in _IDLE:
            if response.has(key):
                place = operation.place.at("response", key)
                yield Finding(f"`{key}` says nothing beside `stream`", place, key=True, help=_HELP)
        if operation.emits:
            said = f"`{operation.name}` streams, and a stream emits no events"
            help_ = "emit them where something is changed"
            yield Finding(said, operation.place.at("emits"), key=True, help=help_)


def _without(operation: Operation) -> Iterator[Finding]:
    if operation.response is not None and operation.response.has("format"):
        place = operation.place.at("response", "format")
        yield Finding("`format` says how to stream, and there is no `stream`", place, key=True)


_HELP = "remove it: a stream answers with 200, and `stream` names its messages"
RULE = CheckRule("SPEC366", "beside-stream", beside_stream)
