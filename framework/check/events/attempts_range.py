"""SPEC410 `attempts-range`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.retries import retries
from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View

_MOST = 100


def attempts_range(view: View) -> Iterator[Finding]:
    """Find retries with less than one attempt, or more than a hundred.

    ## Why is this bad?
    `attempts` counts the first one: with none nothing would ever be done, and what failed a
    hundred times needs a person.

    ## Example
    ```yaml
    user_registered: {message: User.Read, publish: [backend], retry: {attempts: 0}}
    ```

    ## Use instead
    ```yaml
    user_registered: {message: User.Read, publish: [backend], retry: {attempts: 1}}
    ```
    """
    for retry in retries(view):
        if retry.spec.has("attempts") and not 1 <= retry.spec.attempts <= _MOST:
            yield Finding(
                f"`attempts` is {retry.spec.attempts}",
                retry.place.at("attempts"),
                help=f"write 1 to {_MOST}; the first attempt counts, so that 1 means no retry",
            )


RULE = CheckRule("SPEC410", "attempts-range", attempts_range)
