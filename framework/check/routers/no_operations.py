"""SPEC323 `no-operations`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


def no_operations(view: View) -> Iterator[Finding]:
    """Find routers without an operation.

    ## Why is this bad?
    Such a router answers nothing, and asks for a controller without methods.

    ## Example
    ```yaml
    rest: {prefix: /users, handlers: {}}
    ```

    ## Use instead
    ```yaml
    rest: {prefix: /users, handlers: {list_users: {method: GET, path: "", response: "list[User]"}}}
    ```
    """
    for router in view.specs.routers:
        if not router.spec.handlers:
            yield Finding(
                f"router `{router.tag}` has no operations",
                router.place.at("handlers"),
                key=True,
                help="write one, or remove the file",
            )


RULE = CheckRule("SPEC323", "no-operations", no_operations)
