"""SPEC318 `unknown-event`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.names import shown
from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


def unknown_event(view: View) -> Iterator[Finding]:
    """Find entries of `emits` that no spec declares as an event.

    ## Why is this bad?
    An event has a message and subscribers; one that is declared nowhere has neither.

    ## Example
    ```yaml
    emits: [user_registred]
    ```

    ## Use instead
    ```yaml
    emits: [user_registered]
    ```
    """
    specs = view.specs
    for operation in view.operations:
        for index, name in enumerate(operation.emits):
            if name not in specs.events and not specs.may_be_broken("event", name, "events"):
                yield Finding(
                    f"unknown event `{shown(name)}`",
                    operation.place.at("emits", index),
                    near=(name, specs.events),
                    help="declare it in `specs/events/`",
                )


RULE = CheckRule("SPEC318", "unknown-event", unknown_event)
