"""SPEC224 `union-discriminator`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.rule import CheckRule, Finding
from framework.check.unions import fault_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


def union_discriminator(view: View) -> Iterator[Finding]:
    """Find members of a union that its discriminator does not tell apart.

    ## Why is this bad?
    Each member says with a `const` of its own which one it is. Without it a reader would have to
    try them all, and two that match would be told apart by their order.

    ## Example
    ```yaml
    EmailChannel: {fields: {kind: string, address: email}}
    ```

    ## Use instead
    ```yaml
    EmailChannel: {fields: {kind: {const: email}, address: email}}
    ```
    """
    for union in view.specs.unions.values():
        taken: dict[object, str] = {}
        for index, member in enumerate(union.spec.of):
            fault = fault_of(view, union, member, taken) if view.is_whole(member.name) else None
            if fault:
                reason, entry = fault
                yield Finding(
                    f"`{union.spec.discriminator}` does not tell `{member}` apart: {reason}",
                    union.place.at("of", index),
                    help=f"give each member a `{union.spec.discriminator}: {{const: ...}}`",
                    related=((entry.place, "the field stands here"),) if entry else (),
                )


RULE = CheckRule("SPEC224", "union-discriminator", union_discriminator)
