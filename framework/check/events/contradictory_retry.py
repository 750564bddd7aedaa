"""SPEC413 `contradictory-retry`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.retries import retries
from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View
    from framework.spec import RetrySpec


def contradictory_retry(view: View) -> Iterator[Finding]:
    """Find keys of a retry that another key leaves without effect.

    ## Why is this bad?
    A constant pause has no longest one, and a single attempt has no pause. A key without effect
    promises something that does not happen.

    ## Example
    ```yaml
    retry: {attempts: 5, backoff: constant, base: 10s, max: 1m}
    ```

    ## Use instead
    ```yaml
    retry: {attempts: 5, backoff: constant, base: 10s}
    ```
    """
    for retry in retries(view):
        void, reason = _void(retry.spec)
        for key in filter(retry.spec.has, void):
            at = retry.place.at(key)
            said, help_ = f"`{key}` has no effect", "remove it"
            yield Finding(said, at, key=True, notes=(reason,), help=help_, void=True)


def _void(retry: RetrySpec) -> tuple[tuple[str, ...], str]:
    if retry.attempts == 1:
        return ("backoff", "base", "max"), "`attempts: 1` means no retry"
    if retry.backoff == "constant":
        return ("max",), "with `backoff: constant` every pause is `base`"
    return (), ""


RULE = CheckRule("SPEC413", "contradictory-retry", contradictory_retry)
