"""SPEC330 `error-status`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View

_ERRORS = range(400, 600)


def error_status(view: View) -> Iterator[Finding]:
    """Find errors whose status is neither 4xx nor 5xx.

    ## Why is this bad?
    A problem that calls itself a success is taken for one.

    ## Example
    ```yaml
    email_taken: {status: 200, title: E-mail address is already registered}
    ```

    ## Use instead
    ```yaml
    email_taken: {status: 409, title: E-mail address is already registered}
    ```
    """
    for error in view.specs.errors.values():
        if error.spec.status not in _ERRORS:
            yield Finding(
                f"status of `{error.name}` is neither 4xx nor 5xx",
                error.place.at("status"),
                help="use 4xx for what the caller can change, 5xx for what it cannot",
            )


RULE = CheckRule("SPEC330", "error-status", error_status)
