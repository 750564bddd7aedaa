"""SPEC306 `bad-path`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.mending import repathed
from framework.check.paths import path_fault
from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


def bad_path(view: View) -> Iterator[Finding]:
    """Find paths and prefixes that are not written as the language has them.

    ## Why is this bad?
    Servers, proxies and clients disagree about trailing slashes, empty segments and encoded
    characters; without them a path is one thing for all. A prefix holds no templates, for it
    belongs to all operations and none could say what the template is.

    ## Example
    ```yaml
    get_user: {method: GET, path: "users/{user_id}/"}
    ```

    ## Use instead
    ```yaml
    get_user: {method: GET, path: "/users/{user_id}"}
    ```
    """
    for router in view.specs.routers:
        prefix = router.spec.prefix
        reason = "holds a template" if "{" in prefix or "}" in prefix else path_fault(prefix)
        if reason:
            yield Finding(
                f"prefix {reason}",
                router.place.at("prefix"),
                fix=repathed(router.place.at("prefix"), prefix),
                help="write literal segments, each behind a `/`, such as `/users`",
            )
    for operation in view.operations:
        reason = path_fault(operation.path)
        if reason:
            yield Finding(
                f"path of `{operation.name}` {reason}",
                operation.place.at("path"),
                fix=repathed(operation.place.at("path"), operation.path),
                help='write segments, each behind a `/`, such as `/{user_id}/avatar`, or ""',
            )


RULE = CheckRule("SPEC306", "bad-path", bad_path)
