"""SPEC222 `endless-model`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.cycles import around, cycles
from framework.check.endless import endless
from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


def endless_model(view: View) -> Iterator[Finding]:
    """Find models whose values must contain themselves.

    ## Why is this bad?
    No such value can be written down: it would have no end.

    ## Example
    ```yaml
    Person: {fields: {name: string, parent: Person}}
    ```

    ## Use instead
    ```yaml
    Person: {fields: {name: string, parent: Person?}}
    ```
    """
    needs = endless(view)
    said: set[tuple[str, tuple[str | int, ...]]] = set()
    for circle in cycles({name: list(parts) for name, parts in needs.items()}):
        place = needs[circle[0]][circle[1 % len(circle)]]
        spot = (place.document.path, place.path)
        if spot not in said:  # its variants mostly share a field
            said.add(spot)
            yield Finding(
                f"a value of `{circle[0]}` must contain itself: {around(circle)}",
                place,
                key=True,
                help="make one of these fields nullable or optional, or a list",
            )


RULE = CheckRule("SPEC222", "endless-model", endless_model)
