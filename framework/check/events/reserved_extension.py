"""SPEC416 `reserved-extension`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View

_OURS = "x-delivery"


def reserved_extension(view: View) -> Iterator[Finding]:
    """Find events with an extension under the name that the compiler writes itself.

    ## Why is this bad?
    `x-delivery` tells readers of the AsyncAPI document how an event is delivered. Two of them
    cannot stand in one channel, and one written by hand may not be true.

    ## Example
    ```yaml
    user_registered: {message: User.Read, publish: [backend], x-delivery: {attempts: 5}}
    ```

    ## Use instead
    ```yaml
    user_registered: {message: User.Read, publish: [backend], retry: {attempts: 5}}
    ```
    """
    for event in view.specs.events.values():
        if _OURS in event.spec.extensions:
            yield Finding(
                f"`{_OURS}` is written by the compiler",
                event.place.at(_OURS),
                key=True,
                help="use `retry`, `dead_letter` and `retention`, or another name",
            )


RULE = CheckRule("SPEC416", "reserved-extension", reserved_extension)
