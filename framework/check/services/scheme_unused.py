"""SPEC524 `scheme-unused`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.auth import auth_uses
from framework.check.rule import CheckRule, Finding
from framework.diagnostics import Severity
from framework.spec import NONE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


def scheme_unused(view: View) -> Iterator[Finding]:
    """Find schemes that protect nothing.

    ## Why is this bad?
    Whoever reads `services.yml` takes the project for protected by it.

    ## Example
    ```yaml
    # services.yml, where every router says `auth: none`
    auth: {bearer: {type: http, scheme: bearer}}
    ```

    ## Use instead
    ```yaml
    rest: {prefix: /users, auth: bearer}
    ```
    """
    used = {NONE, *(name for name, _ in auth_uses(view))}
    if any(what.startswith("router") for what in view.specs.broken):
        return
    for scheme in view.specs.schemes.values():
        if scheme.name not in used:
            yield Finding(
                f"scheme `{scheme.name}` protects nothing",
                scheme.place,
                key=True,
                help=f"say `auth: {scheme.name}` in a router, or remove the scheme",
            )


RULE = CheckRule("SPEC524", "scheme-unused", scheme_unused, Severity.WARNING)
