"""SPEC254 `lone-list-name`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View

PAGES = frozenset(
    {"items", "data", "results", "records", "value", "values", "content", "elements", "rows"}
    | {"entries"}  # and `list`, which is no name for a field at all
)


def lone_list_name(view: View) -> Iterator[Finding]:
    """Find models whose only list has a name that tools take for the rows of a page.

    ## Why is this bad?
    Clients and generators unwrap such a model as if it were a page of a list, and lose the rest.

    ## Example
    ```yaml
    Order: {fields: {number: int, items: "list[OrderItem]"}}
    ```

    ## Use instead
    ```yaml
    Order: {fields: {number: int, order_items: "list[OrderItem]"}}
    ```
    """
    for model in view.specs.models.values():
        if model.spec.mixin or PAGES.isdisjoint(view.fields_of(model.name)):
            continue
        lists = [
            entry
            for entry in view.fields_of(model.name).values()
            if entry.keys.type is not None and entry.keys.type.name in {"list", "set"}
        ]
        if len(lists) == 1 and lists[0].name in PAGES:
            yield Finding(
                f"`{lists[0].name}` is the only list of `{model.name}`: tools take it for a page",
                lists[0].place,
                key=True,
                help=f"name it for what it holds, such as `{model.name.lower()}_{lists[0].name}`",
            )


RULE = CheckRule("SPEC254", "lone-list-name", lone_list_name)
