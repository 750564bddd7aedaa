"""SPEC401 `message-type`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.basis import refers
from framework.check.rule import CheckRule, Finding
from framework.check.uses import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.uses import TypeUse
    from framework.check.view import View


def message_type(view: View) -> Iterator[Finding]:
    """Find messages of events that are no model, variant or union.

    ## Why is this bad?
    A message is an object with named fields, so that it can grow without breaking who reads it.
    One event is one message: a list of them would be lost or repeated as a whole.

    ## Example
    ```yaml
    users_imported: {message: "list[User.Read]", publish: [backend]}
    ```

    ## Use instead
    ```yaml
    user_imported: {message: User.Read, publish: [backend]}
    ```
    """
    for use in view.payloads:
        if use.role is Role.MESSAGE and not _fits(view, use):
            yield Finding(
                f"a message cannot be `{use.type}`",
                use.place,
                help="name a model, a variant, or a union",
            )


def _fits(view: View, use: TypeUse) -> bool:
    name = use.type.name
    if use.type.nullable:
        return False
    if name in view.specs.models:
        return use.apart or not refers(use.type)
    return name in view.specs.unions or view.is_unknown(name)


RULE = CheckRule("SPEC401", "message-type", message_type)
