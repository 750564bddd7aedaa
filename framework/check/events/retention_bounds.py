"""SPEC414 `retention-bounds`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


def retention_bounds(view: View) -> Iterator[Finding]:
    """Find retentions that keep no message, or that say nothing.

    ## Why is this bad?
    `retention` bounds what is kept of the messages that every subscriber has done with. Without a
    bound it has no effect; a stream of no length could not be looked at when something is wrong.

    ## Example
    ```yaml
    user_registered: {message: User.Read, publish: [backend], retention: {max_len: 0}}
    ```

    ## Use instead
    ```yaml
    user_registered: {message: User.Read, publish: [backend], retention: {max_len: 100000}}
    ```
    """
    for event in view.specs.events.values():
        retention, at = event.spec.retention, event.place.at("retention")
        if retention.has("max_len") and retention.max_len <= 0:
            yield Finding(
                f"`max_len` is {retention.max_len}",
                at.at("max_len"),
                help="write how many messages to keep, at least 1",
            )
        elif event.spec.has("retention") and not (
            retention.has("max_len") or retention.has("max_age")
        ):
            yield Finding(
                f"`retention` of `{event.name}` says nothing",
                at,
                key=True,
                help="add `max_len` or `max_age`, or remove it",
            )


RULE = CheckRule("SPEC414", "retention-bounds", retention_bounds)
