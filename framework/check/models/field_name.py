"""SPEC205 `field-name`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import BaseModel

from framework.check.names import IMPORTED, TYPES, is_identifier, shown, snake
from framework.check.rule import CheckRule, Finding
from framework.check.uses import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.uses import FieldUse
    from framework.check.view import View

_MEMBERS = frozenset(name for name in dir(BaseModel) if not name.startswith("_"))
_HIDING = IMPORTED | TYPES


def field_name(view: View) -> Iterator[Finding]:
    """Find fields that Python or Pydantic cannot carry under their name.

    ## Why is this bad?
    A field becomes an attribute: `class` is a keyword, `_x` is private, `copy` and `schema` are
    methods of every model, `list` would hide the type. On the wire the name is free: `alias`.

    ## Example
    ```yaml
    fields: {class: string}
    ```

    ## Use instead
    ```yaml
    fields: {class_: {type: string, alias: class}}
    ```
    """
    for field in view.fields:
        if field.role is Role.FIELD and not field.element:
            fault = _fault(field.name, view)
            if fault:
                yield Finding(
                    f"field `{shown(field.name)}` {fault}", field.place, key=True, help=_fix(field)
                )


def _fault(name: str, view: View) -> str | None:
    if not is_identifier(name):
        return "is no name in Python"
    if name.startswith("_"):
        return "begins with an underscore, which makes it private in Python"
    if name in _MEMBERS:
        return "has the name of something that every Pydantic model has"
    return "hides a type of that name" if name in _HIDING or view.names_class(name) else None


def _fix(field: FieldUse) -> str:
    wanted = f"{snake(field.name) or 'field'}_"
    fixed = wanted if is_identifier(wanted) and not wanted.startswith("_") else f"field_{wanted}"
    wire = field.keys.alias or field.name
    return f"write `{fixed}: {{..., alias: {wire}}}`" if len(wire) < 40 else "choose another name"  # noqa: PLR2004  # a fix that is longer than its line helps nobody


RULE = CheckRule("SPEC205", "field-name", field_name)
