"""SPEC415 `nobody-to-retry`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.rule import CheckRule, Finding
from framework.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


def nobody_to_retry(view: View) -> Iterator[Finding]:
    """Find events that say what happens after a failure, and that nobody subscribes to.

    ## Why is this bad?
    Retries and dead letters belong to subscribers. Where there are none the keys do nothing, and
    most often the subscriber was forgotten.

    ## Example
    ```yaml
    user_registered: {message: User.Read, publish: [backend], retry: {attempts: 5}}
    ```

    ## Use instead
    ```yaml
    user_registered:
      {message: User.Read, publish: [backend], subscribe: [notifications], retry: {attempts: 5}}
    ```
    """
    for event in view.specs.events.values():
        if event.spec.subscribe:
            continue
        for key in filter(event.spec.has, ("retry", "dead_letter")):
            yield Finding(
                f"`{key}` has no effect: nobody subscribes to `{event.name}`",
                event.place.at(key),
                key=True,
                help="name the subscribers: `subscribe: [...]`, or remove it",
            )


RULE = CheckRule("SPEC415", "nobody-to-retry", nobody_to_retry, Severity.WARNING)
