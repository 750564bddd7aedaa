"""SPEC304 `snake-name`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.names import is_snake, shown, snake
from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View
    from framework.spec import Place


def snake_name(view: View) -> Iterator[Finding]:
    """Find operations, errors, events and router files that are not named in snake_case.

    ## Why is this bad?
    They become functions, classes, modules and the names of streams. One spelling makes each of
    them predictable, and keeps what is no name out of generated code.

    ## Example
    ```yaml
    handlers: {createUser: {method: POST, path: ""}}
    ```

    ## Use instead
    ```yaml
    handlers: {create_user: {method: POST, path: ""}}
    ```
    """
    for kind, name, place in _named(view):
        if not is_snake(name):
            wanted = snake(name)
            yield Finding(
                f"{kind} `{shown(name)}` is not named in snake_case",
                place,
                key=True,
                help=f"name it `{wanted}`"
                if name.isascii() and is_snake(wanted)
                else "begin with a letter; then small letters, digits and single underscores",
            )


def _named(view: View) -> Iterator[tuple[str, str, Place]]:
    for router in view.specs.routers:
        yield "router file", router.tag, router.place
    for operation in view.operations:
        yield "operation", operation.name, operation.place
    for error in view.specs.errors.values():
        yield "error", error.name, error.place
    for event in view.specs.events.values():
        yield "event", event.name, event.place


RULE = CheckRule("SPEC304", "snake-name", snake_name)
