"""SPEC412 `base-above-max`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.retries import retries
from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


def base_above_max(view: View) -> Iterator[Finding]:
    """Find retries whose first pause is longer than their longest.

    ## Why is this bad?
    Pauses grow from `base` to `max`. One of the two numbers is not what was meant.

    ## Example
    ```yaml
    retry: {attempts: 5, base: 1m, max: 10s}
    ```

    ## Use instead
    ```yaml
    retry: {attempts: 5, base: 10s, max: 1m}
    ```
    """
    for retry in retries(view):
        if retry.spec.has("max") and 0 < retry.spec.max < retry.base:
            said = "is" if retry.spec.has("base") else f"is {retry.base}ms by default,"
            yield Finding(
                f"`base` {said} longer than `max`",
                retry.place.at("max"),
                help="write a `base` that is not longer than `max`",
            )


RULE = CheckRule("SPEC412", "base-above-max", base_above_max)
