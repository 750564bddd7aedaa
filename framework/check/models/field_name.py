"""SPEC205 `field-name`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import BaseModel

from framework.check.names import IMPORTED, TYPES, aliased, is_identifier, shown, snake
from framework.check.rule import CheckRule, Finding
from framework.check.uses import Role
from framework.spec.fixes import aliasing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View

MEMBERS = frozenset(name for name in dir(BaseModel) if not name.startswith("_"))
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
        name = field.name
        fault = _fault(name, view) if field.role is Role.FIELD and not field.element else None
        if fault:
            help_ = aliased(name, field.keys.alias or name)
            fix = aliasing(field.place, f"{snake(name)}_", name) if help_ else None
            said = f"field `{shown(name)}` {fault}"
            yield Finding(said, field.place, key=True, help=help_ or "choose another name", fix=fix)


def _fault(name: str, view: View) -> str | None:
    if not is_identifier(name):
        return "is no name in Python"
    if name.startswith("_"):
        return "begins with an underscore, which makes it private in Python"
    if name in MEMBERS:
        return "has the name of something that every Pydantic model has"
    return "hides a type of that name" if name in _HIDING or view.names_class(name) else None


RULE = CheckRule("SPEC205", "field-name", field_name)
