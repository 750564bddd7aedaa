"""SPEC248 `nothing-admitted`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.rule import CheckRule, Finding
from framework.check.satisfiable import conflicts
from framework.spec.words import BOUNDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


def nothing_admitted(view: View) -> Iterator[Finding]:
    """Find bounds that no value can meet together.

    ## Why is this bad?
    Every request would be refused. The analysis is exact: `gt: 1, lt: 2` admits no whole number,
    `ge: 1, le: 4, multiple_of: 5` admits none either, a set of an enum with two values never has
    three items.

    ## Example
    ```yaml
    age: {type: int, ge: 18, le: 8}
    ```

    ## Use instead
    ```yaml
    age: {type: int, ge: 8, le: 18}
    ```
    """
    for field in view.having(*BOUNDS):
        for first, second in conflicts(view, field.keys):
            alone = first == second
            said = f"`{first}`" if alone else f"`{first}` and `{second}`"
            yield Finding(
                f"{said} of `{field.name}` leave{'s' if alone else ''} no value of its type",
                field.place.at(second),
                help="widen it" if alone else "widen one of them",
                related=() if alone else ((field.place.at(first), f"`{first}` stands here"),),
            )


RULE = CheckRule("SPEC248", "nothing-admitted", nothing_admitted)
