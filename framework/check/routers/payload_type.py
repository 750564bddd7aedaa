"""SPEC314 `payload-type`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.basis import refers
from framework.check.rule import CheckRule, Finding
from framework.check.uses import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.uses import TypeUse
    from framework.check.view import View
    from framework.syntax import TypeExpr


def payload_type(view: View) -> Iterator[Finding]:
    """Find requests and responses that are no model, variant or union, nor a list of one.

    ## Why is this bad?
    A bare `string` or a nested list cannot grow: the next field that is needed would break every
    client. A model can.

    ## Example
    ```yaml
    response: "dict[string, int]"
    ```

    ## Use instead
    ```yaml
    response: Totals        # Totals: {fields: {totals: "dict[string, int]"}}
    ```
    """
    for use in view.payloads:
        if use.role in {Role.REQUEST, Role.RESPONSE} and not _fits(view, use, use.type):
            yield Finding(
                f"a {use.role.value} cannot be `{use.type}`",
                use.place,
                help="name a model, a variant, a union, or a list of one",
            )


def _fits(view: View, use: TypeUse, type_: TypeExpr) -> bool:
    if type_.nullable:
        return False
    if type_.name == "list":
        inner = type_.arguments[0] if type_.arguments else None
        return inner is None or (inner.name != "list" and _fits(view, use, inner))
    if type_.name not in view.specs.models:
        return type_.name in view.specs.unions or view.is_unknown(type_.name)
    return use.apart or not refers(type_)


RULE = CheckRule("SPEC314", "payload-type", payload_type)
