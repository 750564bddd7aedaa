"""SPEC370 `socket-messages`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import Operation, View


def socket_messages(view: View) -> Iterator[Finding]:
    """Find WebSockets that say nothing of their messages, and `messages` of other methods.

    ## Why is this bad?
    Over a WebSocket travel messages of two kinds, each of a model: what the client sends is
    `receive`, what it is sent is `send`. One of the two may be absent, then nothing travels that
    way.

    ## Example
    ```yaml
    chat: {method: WEBSOCKET, path: /chat}
    ```

    ## Use instead
    ```yaml
    chat: {method: WEBSOCKET, path: /chat, messages: {receive: ChatRequest, send: ChatReply}}
    ```
    """
    for operation in view.operations:
        yield from _faults(operation)


def _faults(operation: Operation) -> Iterator[Finding]:
    messages, name = operation.spec.messages, operation.name
    if operation.method != "WEBSOCKET":
        if messages is not None:
            place = operation.place.at("messages")
            help_ = "use `method: WEBSOCKET`, or `request` and `response`"
            said = f"`messages` of `{name}` would travel over a WebSocket"
            yield Finding(said, place, key=True, help=help_)
    elif messages is None or (messages.receive is None and messages.send is None):
        yield Finding(
            f"`{name}` is a WebSocket, and says nothing of its messages",
            operation.place,
            key=True,
            help="add `messages: {receive: ..., send: ...}`, or one of the two",
        )


RULE = CheckRule("SPEC370", "socket-messages", socket_messages)
