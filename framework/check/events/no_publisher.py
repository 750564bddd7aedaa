"""SPEC402 `no-publisher`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


def no_publisher(view: View) -> Iterator[Finding]:
    """Find events that no service publishes.

    ## Why is this bad?
    Those who subscribe would wait for ever. An event that nobody subscribes to is fine: somebody
    may, later.

    ## Example
    ```yaml
    user_registered: {message: User.Read, subscribe: [notifications]}
    ```

    ## Use instead
    ```yaml
    user_registered: {message: User.Read, publish: [backend], subscribe: [notifications]}
    ```
    """
    for event in view.specs.events.values():
        if not event.spec.publish:
            yield Finding(
                f"event `{event.name}` has no publisher",
                event.place.at("publish") if event.spec.has("publish") else event.place,
                key=True,
                help="name the services that publish it: `publish: [...]`",
            )


RULE = CheckRule("SPEC402", "no-publisher", no_publisher)
