"""SPEC411 `duration-range`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.retries import durations
from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


def duration_range(view: View) -> Iterator[Finding]:
    """Find durations that are not positive.

    ## Why is this bad?
    Retries without a pause hammer what is failing already, a timeout of nothing lets nothing
    through, and what is kept for no time is not kept.

    ## Example
    ```yaml
    consumes: [{operation: backend.v1.get_user, timeout: 0s}]
    ```

    ## Use instead
    ```yaml
    consumes: [{operation: backend.v1.get_user, timeout: 2s}]
    ```
    """
    for duration in durations(view):
        if duration.value <= 0:
            yield Finding(
                f"`{duration.key}` is no time at all",
                duration.place,
                help="write a positive duration, or leave the key out",
            )


RULE = CheckRule("SPEC411", "duration-range", duration_range)
