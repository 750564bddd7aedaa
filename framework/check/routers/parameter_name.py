"""SPEC309 `parameter-name`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.names import TYPES, aliased, is_identifier, shown
from framework.check.rule import CheckRule, Finding
from framework.check.uses import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View

_TAKEN = frozenset({"self", "cls", "payload", "controller", "socket"})


def parameter_name(view: View) -> Iterator[Finding]:
    """Find parameters that a Python function cannot have under their name.

    ## Why is this bad?
    A parameter becomes a keyword of a controller's method, beside `self` and `payload`. On the
    wire the name of one in `query`, `headers`, `cookies` and `fields` is free: `alias`.

    ## Example
    ```yaml
    query: {from: {type: date, optional: true}}
    ```

    ## Use instead
    ```yaml
    query: {from_: {type: date, optional: true, alias: from}}
    ```
    """
    for field in view.parameters:
        name = field.name
        if field.element:
            continue
        taken = _TAKEN | TYPES if field.role is Role.PART else _TAKEN
        if is_identifier(name) and not name.startswith("_") and name not in taken:
            continue
        fix = aliased(name, field.keys.alias or name) if field.role is not Role.PATH else None
        yield Finding(
            f"`{shown(name)}` cannot be the name of a parameter",
            field.place,
            key=True,
            help=fix or "choose another name",
        )


RULE = CheckRule("SPEC309", "parameter-name", parameter_name)
