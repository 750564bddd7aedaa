"""SPEC313 `request-without-body`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


def request_without_body(view: View) -> Iterator[Finding]:
    """Find a `request` of operations whose method has no body.

    ## Why is this bad?
    RFC 9110 gives a body of GET and DELETE no meaning: proxies drop it, and caches ignore it.

    ## Example
    ```yaml
    find_users: {method: GET, path: /search, request: UserFilter, response: "list[User]"}
    ```

    ## Use instead
    ```yaml
    find_users: {method: POST, path: /search, request: UserFilter, response: "list[User]"}
    ```
    """
    for operation in view.operations:
        if operation.request and operation.method in {"GET", "DELETE"}:
            yield Finding(
                f"`{operation.method}` of `{operation.name}` has no body to read",
                operation.place.at("request"),
                key=True,
                help="use `query`, or another method",
            )


RULE = CheckRule("SPEC313", "request-without-body", request_without_body)
