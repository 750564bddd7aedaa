"""SPEC333 `error-of-framework`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework import wire
from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View

_OWN = frozenset(kind.name for kind in wire.FRAMEWORK_PROBLEMS)


def error_of_framework(view: View) -> Iterator[Finding]:
    """Find errors named like a problem that the framework itself answers with.

    ## Why is this bad?
    The name becomes the problem's type, `urn:problem:not_found`. Two problems of one type cannot
    be told apart, and the framework's are documented where they can occur.

    ## Example
    ```yaml
    not_found: {status: 404, title: User not found}
    ```

    ## Use instead
    ```yaml
    user_not_found: {status: 404, title: User not found}
    ```
    """
    for error in view.specs.errors.values():
        if error.name in _OWN:
            yield Finding(
                f"`{error.name}` is a problem of the framework",
                error.place,
                key=True,
                help=f"say of what, for example `user_{error.name}`",
            )


RULE = CheckRule("SPEC333", "error-of-framework", error_of_framework)
