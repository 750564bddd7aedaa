"""SPEC223 `union-members`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.basis import refers
from framework.check.rule import CheckRule, Finding
from framework.check.uses import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View

_FEWEST = 2


def union_members(view: View) -> Iterator[Finding]:
    """Find unions of fewer than two types, or of something that is no model.

    ## Why is this bad?
    The discriminator is a field, so that only models can be told apart by it; and a union of one
    is that one.

    ## Example
    ```yaml
    Channel: {discriminator: kind, of: [EmailChannel, string]}
    ```

    ## Use instead
    ```yaml
    Channel: {discriminator: kind, of: [EmailChannel, TelegramChannel]}
    ```
    """
    for union in view.specs.unions.values():
        if len(union.spec.of) < _FEWEST:
            yield Finding(
                f"union `{union.name}` has fewer than two members",
                union.place.at("of"),
                key=True,
                help="name two models or more",
            )
    for use in view.payloads:
        if use.role is not Role.MEMBER or view.is_unknown(use.type.name):
            continue
        if use.type.name not in view.specs.models or refers(use.type) or use.type.nullable:
            yield Finding(
                f"`{use.type}` is no model, and cannot be a member of a union",
                use.place,
                help="name a model, or a variant of one",
            )


RULE = CheckRule("SPEC223", "union-members", union_members)
