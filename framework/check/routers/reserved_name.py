"""SPEC305 `reserved-name`."""

from __future__ import annotations

from keyword import iskeyword
from typing import TYPE_CHECKING

from framework.check.names import ROUTES, WORDS
from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View
    from framework.spec import Place

_OPERATIONS = WORDS | ROUTES
_EVENTS = WORDS | {"publish", "consumers", "provide", "controller", "message"}
_TAGS = frozenset({"settings", "controllers", "self"})


def reserved_name(view: View) -> Iterator[Finding]:
    """Find names of operations, events and router files that generated code cannot carry.

    ## Why is this bad?
    An operation `list` would hide Python's `list` from the operations after it, an event `publish`
    the method that publishes, a router `settings` an argument of `create_app`.

    ## Example
    ```yaml
    handlers: {list: {method: GET, path: "", response: "list[User]"}}
    ```

    ## Use instead
    ```yaml
    handlers: {list_users: {method: GET, path: "", response: "list[User]"}}
    ```
    """
    for kind, name, place in _reserved(view):
        yield Finding(
            f"{kind} `{name}` has a name that generated code needs",
            place,
            key=True,
            help="choose another name, such as one that says of what",
        )


def _reserved(view: View) -> Iterator[tuple[str, str, Place]]:
    for router in view.specs.routers:
        if iskeyword(router.tag) or router.tag in _TAGS:
            yield "router", router.tag, router.place
    for operation in view.operations:
        if iskeyword(operation.name) or operation.name in _OPERATIONS:
            yield "operation", operation.name, operation.place
    for event in view.specs.events.values():
        if iskeyword(event.name) or event.name in _EVENTS:
            yield "event", event.name, event.place


RULE = CheckRule("SPEC305", "reserved-name", reserved_name)
