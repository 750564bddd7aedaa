"""SPEC367 `streamed-type`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.basis import refers
from framework.check.rule import CheckRule, Finding
from framework.check.uses import STREAMED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View
    from framework.syntax import TypeExpr


def streamed_type(view: View) -> Iterator[Finding]:
    """Find messages of streams and WebSockets that are no model, variant or union.

    ## Why is this bad?
    A message is an object with named fields, so that it can grow without breaking who reads it; and
    each is sent as soon as it is there, so that there are no lists of them.

    ## Example
    ```yaml
    response: {stream: "list[User.Read]"}
    ```

    ## Use instead
    ```yaml
    response: {stream: User.Read}
    ```
    """
    for use in view.payloads:
        if use.role in STREAMED and not _fits(view, use.type):
            yield Finding(
                f"a {use.role.value} cannot be `{use.type}`",
                use.place,
                help="name a model, a variant, or a union",
            )


def _fits(view: View, type_: TypeExpr) -> bool:
    if type_.nullable:
        return False
    if type_.name in view.specs.models:
        return not refers(type_)
    return type_.name in view.specs.unions or view.is_unknown(type_.name)


RULE = CheckRule("SPEC367", "streamed-type", streamed_type)
