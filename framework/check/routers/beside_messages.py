"""SPEC371 `beside-messages`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View

_HELP = {
    "request": "what the client sends is `receive` in `messages`",
    "response": "what the client is sent is `send` in `messages`",
    "emits": "emit them where something is changed",
    "idempotency": "remove it: a message has no method",
    "deprecated": "say so in the `description`",
    "internal": "remove it: no document of others names a WebSocket",
}


def beside_messages(view: View) -> Iterator[Finding]:
    """Find keys of WebSockets that only other operations can have.

    ## Why is this bad?
    A WebSocket has no body, no status and no answer; it has messages. Events leave when a
    transaction commits, and none spans a conversation: `emits` could not be kept.

    ## Example
    ```yaml
    chat: {method: WEBSOCKET, path: /chat, request: ChatRequest, response: ChatReply}
    ```

    ## Use instead
    ```yaml
    chat: {method: WEBSOCKET, path: /chat, messages: {receive: ChatRequest, send: ChatReply}}
    ```
    """
    for operation in view.operations:
        if operation.method != "WEBSOCKET":
            continue
        for key, help_ in _HELP.items():
            if operation.spec.has(key):
                said = f"`{operation.name}` is a WebSocket, which has no `{key}`"
                yield Finding(said, operation.place.at(key), key=True, help=help_)


RULE = CheckRule("SPEC371", "beside-messages", beside_messages)
