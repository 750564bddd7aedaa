"""SPEC311 `parameter-type`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.basis import MODEL, UNION, basis, basis_of
from framework.check.rule import CheckRule, Finding
from framework.check.uses import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.uses import FieldUse
    from framework.check.view import View

_UNFIT = {MODEL, UNION, "json", "dict", "set"}
_SINGLE = {Role.PATH, Role.COOKIE, Role.PART}


def parameter_type(view: View) -> Iterator[Finding]:
    """Find parameters that are neither scalars, enums, references, nor lists of those.

    ## Why is this bad?
    A path, a query, a header, a cookie and a part of a form carry text; there is no agreed
    spelling of a model in it.

    ## Example
    ```yaml
    query: {filter: UserFilter}
    ```

    ## Use instead
    ```yaml
    query: {role: {type: Role, optional: true}, city: {type: string, optional: true}}
    ```
    """
    for field in view.parameters:
        if field.keys.type is not None and not field.given:
            what = _fault(view, field)
            if what:
                listed = "" if field.role in _SINGLE else ", or a list of those"
                yield Finding(
                    f"{field.role.value} `{field.name}` cannot be {what}",
                    field.place.at("type"),
                    help=f"use a scalar, an enum or a reference{listed}",
                )


def _fault(view: View, field: FieldUse) -> str | None:
    type_ = field.keys.type
    found = basis(view, field.keys)
    if found in _UNFIT or (found == "list" and (field.role in _SINGLE or field.element)):
        return f"of type `{type_}`"
    item = type_.arguments[0] if found == "list" and type_ and type_.arguments else None
    unfit = item and (item.nullable or basis_of(view, item) in {*_UNFIT, "list"})
    return f"a list of `{item}`" if unfit else None


RULE = CheckRule("SPEC311", "parameter-type", parameter_type)
