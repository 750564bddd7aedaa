"""SPEC342 `auth-unsaid`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


def auth_unsaid(view: View) -> Iterator[Finding]:
    """Find operations that do not say who may call them, in a project that has schemes.

    ## Why is this bad?
    What nobody thought of would be open to everybody, and nothing would show it. That anybody may
    call an operation is said: `auth: none`.

    ## Example
    ```yaml
    rest: {prefix: /users, handlers: {list_users: {method: GET, path: ""}}}
    ```

    ## Use instead
    ```yaml
    rest: {prefix: /users, auth: bearer, handlers: {list_users: {method: GET, path: ""}}}
    ```
    """
    schemes = view.specs.schemes
    for router in view.specs.routers if schemes else ():
        handlers = router.spec.handlers.items()
        unsaid = [name for name, spec in handlers if not (spec.auth or router.spec.auth)]
        if unsaid:
            others = f" and {len(unsaid) - 1} more" if len(unsaid) > 1 else ""
            yield Finding(
                f"nothing says who may call `{unsaid[0]}`{others}",
                router.place,
                key=True,
                help=f"add `auth: {next(iter(schemes))}`, or `auth: none` if anybody may",
            )


RULE = CheckRule("SPEC342", "auth-unsaid", auth_unsaid)
