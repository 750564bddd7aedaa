"""What values a field has at bottom, through references, `values` and `const`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.spec import CONTAINERS, SCALARS

if TYPE_CHECKING:
    from framework.check.uses import FieldUse
    from framework.check.view import View
    from framework.spec import FieldKeys
    from framework.syntax import TypeExpr

ENUM, MODEL, UNION = "enum", "model", "union"
WORDS = SCALARS | CONTAINERS
_CONST = {str: "string", int: "int", bool: "bool"}
_LONGEST_CHAIN = 8


def basis(view: View, keys: FieldKeys) -> str | None:
    """Return the name of a scalar or a container, `enum`, `model`, `union`; None if unknown."""
    type_ = keys.type
    if type_ is not None and type_.name in WORDS and keys.values is None and keys.const is None:
        return type_.name
    settled = settle(view, keys)
    if settled is None:
        return None
    if settled.has("const") and settled.const is not None:
        return _CONST[type(settled.const)]
    if settled.values is not None:
        return ENUM
    return None if settled.type is None else basis_of(view, settled.type)


def basis_of(view: View, type_: TypeExpr) -> str | None:
    """Return the same of a type expression."""
    name = type_.name
    if name in WORDS:
        return name
    if name in view.specs.enums:
        return ENUM
    if name in view.specs.unions:
        return UNION
    if name not in view.specs.models:
        return None
    if not refers(type_):
        return MODEL
    target = target_of(view, type_)
    return basis(view, target.keys) if target else None


def refers(type_: TypeExpr) -> bool:
    """Tell whether a type is a reference (`User.id`) rather than a variant (`User.Read`)."""
    return type_.member is not None and not type_.member[0].isupper()


def target_of(view: View, type_: TypeExpr) -> FieldUse | None:
    """Return the field that a reference names, if there is one."""
    return view.fields_of(type_.name).get(type_.member or "")


def settle(view: View, keys: FieldKeys) -> FieldKeys | None:
    """Follow references to the keys that are none; None if they lead nowhere or in a circle."""
    for _ in range(_LONGEST_CHAIN):
        if keys.type is None or keys.values is not None or keys.const is not None:
            return keys
        if keys.type.name not in view.specs.models or not refers(keys.type):
            return keys
        target = target_of(view, keys.type)
        if target is None:
            return None
        keys = target.keys
    return None


def is_endless(view: View, keys: FieldKeys) -> bool:
    """Tell whether references lead from `keys` on and on, rather than to an unknown field."""
    for _ in range(_LONGEST_CHAIN):
        type_ = keys.type
        if type_ is None or type_.name not in view.specs.models or not refers(type_):
            return False
        target = target_of(view, type_)
        if target is None:
            return False
        keys = target.keys
    return True


def is_nullable(keys: FieldKeys) -> bool:
    """Tell whether a field takes null, in either spelling."""
    return keys.nullable or (keys.type is not None and keys.type.nullable)
