"""SPEC343 `unknown-scheme`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.auth import auth_uses
from framework.check.names import shown
from framework.check.rule import CheckRule, Finding
from framework.spec import NONE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


def unknown_scheme(view: View) -> Iterator[Finding]:
    """Find `auth` of routers and operations that names no scheme.

    ## Why is this bad?
    A scheme says where the credential travels and who knows it. Without one there is nothing to
    check.

    ## Example
    ```yaml
    rest: {prefix: /users, auth: baerer}
    ```

    ## Use instead
    ```yaml
    rest: {prefix: /users, auth: bearer}
    ```
    """
    specs = view.specs
    for name, place in auth_uses(view):
        if name == NONE or name in specs.schemes:
            continue
        if not specs.may_be_broken("scheme", name, "services"):
            yield Finding(
                f"unknown scheme `{shown(name)}`",
                place,
                near=(name, (*specs.schemes, NONE)) if specs.schemes else None,
                help="declare it under `auth` in `services.yml`, or write `none`",
            )


RULE = CheckRule("SPEC343", "unknown-scheme", unknown_scheme)
