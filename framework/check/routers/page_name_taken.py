"""SPEC352 `page-name-taken`."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from framework.check.namespace import called
from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import Operation, View
    from framework.spec import Place, ResponseKeys


def page_name_taken(view: View) -> Iterator[Finding]:
    """Find pages that compile to a name which something else has already.

    ## Why is this bad?
    Pages of `User` are the model `UserPage`, by cursor or by offset. It has one meaning.

    ## Example
    ```yaml
    models: {UserPage: {fields: {url: url}}}    # and `paginate` in a response of `User`
    ```

    ## Use instead
    ```yaml
    models: {UserWebsite: {fields: {url: url}}}
    ```
    """
    first: dict[str, Operation] = {}
    for operation in view.operations:
        response = operation.response
        if response and response.paginate and response.model:
            taken = _taken(view, operation, first.setdefault(response.page, operation))
            if taken:
                place, said = taken
                yield Finding(
                    f"pages of `{operation.name}` are `{response.page}`, the name of {said}",
                    operation.place.at("response", "paginate"),
                    help="rename that, or page a variant of another name",
                    related=((place, "that stands here"),),
                )


def _taken(view: View, operation: Operation, first: Operation) -> tuple[Place, str] | None:
    page, kind = _page(operation)
    if _page(first)[1] != kind:
        return first.place, f"the pages of `{first.name}`"
    return called(view, page, operation.place)


def _page(operation: Operation) -> tuple[str, str]:
    response = cast("ResponseKeys", operation.response)
    return response.page, f"{response.paginate} {response.model and response.model.name}"


RULE = CheckRule("SPEC352", "page-name-taken", page_name_taken)
