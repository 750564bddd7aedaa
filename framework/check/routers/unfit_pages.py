"""SPEC350 `unfit-pages`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


def unfit_pages(view: View) -> Iterator[Finding]:
    """Find `paginate` where there is no list to read.

    ## Why is this bad?
    A page is a part of a list, and asking for the next one changes nothing: `paginate` needs
    `many: true` and GET.

    ## Example
    ```yaml
    list_users: {method: GET, path: "", response: {model: User, paginate: cursor}}
    ```

    ## Use instead
    ```yaml
    list_users: {method: GET, path: "", response: {model: User, many: true, paginate: cursor}}
    ```
    """
    for operation in view.operations:
        response = operation.response
        if response is None or not response.has("paginate"):
            continue
        place = operation.place.at("response", "paginate")
        if not response.many:
            said = f"`{operation.name}` pages something that is no list"
            yield Finding(said, place, key=True, help="add `many: true`, or remove `paginate`")
        if operation.method != "GET":
            said = f"`{operation.name}` is a {operation.method}, which has no pages"
            yield Finding(said, place, key=True, help="use GET, or remove `paginate`")


RULE = CheckRule("SPEC350", "unfit-pages", unfit_pages)
