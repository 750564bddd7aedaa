"""SPEC368 `stream-parameter`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.rule import CheckRule, Finding
from framework.check.uses import GROUPS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View

_NAME, _WIRE = "last_event_id", "last-event-id"


def stream_parameter(view: View) -> Iterator[Finding]:
    """Find parameters of streams that are named like the one that every stream has.

    ## Why is this bad?
    A client that comes back says in the header `Last-Event-ID` which message it received last;
    the controller of each stream is given it as `last_event_id`.

    ## Example
    ```yaml
    watch_users: {method: GET, path: "", query: {last_event_id: int?}, response: {stream: User}}
    ```

    ## Use instead
    ```yaml
    watch_users: {method: GET, path: "", query: {since: int?}, response: {stream: User}}
    ```
    """
    for operation in view.operations:
        if operation.response is None or operation.response.stream is None:
            continue
        for _, group in GROUPS:
            for name, keys in getattr(operation.spec, group).items():
                taken = group == "headers" and (keys.alias or "").lower() == _WIRE
                if name == _NAME or taken:
                    yield Finding(
                        f"`{operation.name}` streams, and has `Last-Event-ID` by itself",
                        operation.place.at(group, name),
                        key=True,
                        help="remove it, or rename it if it is something else",
                    )


RULE = CheckRule("SPEC368", "stream-parameter", stream_parameter)
