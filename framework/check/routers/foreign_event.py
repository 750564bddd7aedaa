"""SPEC319 `foreign-event`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


def foreign_event(view: View) -> Iterator[Finding]:
    """Find operations that emit an event which their service does not publish.

    ## Why is this bad?
    `publish` of an event names all who may tell it. An operation of another service would have no
    publisher to call.

    ## Example
    ```yaml
    events: {user_registered: {message: User.Read, publish: [accounts]}}
    # specs/routers/backend/users.yaml: emits: [user_registered]
    ```

    ## Use instead
    ```yaml
    events: {user_registered: {message: User.Read, publish: [accounts, backend]}}
    ```
    """
    for operation in view.operations:
        service = operation.router.service
        for index, name in enumerate(operation.emits):
            event = view.specs.events.get(name)
            if event is None or service not in view.specs.services:
                continue
            publish = event.spec.publish
            if service not in (publish if isinstance(publish, list) else view.with_broker):
                yield Finding(
                    f"`{service}` does not publish `{name}`",
                    operation.place.at("emits", index),
                    help=f"add `{service}` to the event's `publish`"
                    if isinstance(publish, list)
                    else f"give `{service}` access to a broker",
                    related=((event.place, f"`{name}` is declared here"),),
                )


RULE = CheckRule("SPEC319", "foreign-event", foreign_event)
