"""SPEC225 `unfit-set`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.basis import MODEL, UNION, basis, basis_of, is_nullable
from framework.check.rule import CheckRule, Finding
from framework.spec import CONTAINERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View

_UNFIT = {*CONTAINERS, MODEL, UNION, "json"}


def unfit_set(view: View) -> Iterator[Finding]:
    """Find sets of what is neither a scalar nor an enum.

    ## Why is this bad?
    A set holds different values. Only scalars and enums can be told apart without asking what
    makes two of them the same.

    ## Example
    ```yaml
    friends: "set[User]"
    ```

    ## Use instead
    ```yaml
    friends: "list[User]"
    ```
    """
    for use, named in view.naming(lambda named: named.name == "set" and len(named.arguments) == 1):
        item = named.arguments[0]
        if item.nullable or basis_of(view, item) in _UNFIT:
            place, part = use.name(item)
            yield Finding(f"a set cannot hold `{item}`", place, part=part, help="use a list")
    for field in view.having("items"):
        type_, items = field.keys.type, field.keys.items
        if items and type_ and type_.name == "set" and not type_.arguments:
            found = basis(view, items)
            if found in _UNFIT or is_nullable(items):
                place = field.place.at("items")
                yield Finding("a set cannot hold these", place, key=True, help="use a list")


RULE = CheckRule("SPEC225", "unfit-set", unfit_set)
