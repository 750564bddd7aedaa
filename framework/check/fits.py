"""Which keys a field may have: the table of the spec language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.basis import ENUM, basis, refers
from framework.check.uses import Role
from framework.spec import CONTAINERS, SCALARS
from framework.spec.words import (
    BOUNDS,
    COMPARISONS,
    COUNTS,
    LENGTHS,
    NUMERIC,
    TEMPORAL,
    TEXTUAL,
)

if TYPE_CHECKING:
    from framework.check.uses import FieldUse
    from framework.check.view import View

_BY_BASIS: dict[str, frozenset[str]] = {
    **dict.fromkeys(COMPARISONS, NUMERIC | TEMPORAL),
    **dict.fromkeys(LENGTHS, TEXTUAL),
    **dict.fromkeys(COUNTS, CONTAINERS),
    "multiple_of": NUMERIC,
    "pattern": TEXTUAL - {"bytes"},
    "unique": (SCALARS - {"json"}) | {ENUM, "list"},
    "max_digits": frozenset({"decimal"}),
    "decimal_places": frozenset({"decimal"}),
    "items": CONTAINERS,
}
_OF_MODELS = frozenset({"readonly", "writeonly", "immutable", "external", "on_delete"})
_OF_ELEMENTS = frozenset({"type", "values", "const", "nullable", "items", "unique", *BOUNDS})
KEYED = (*_BY_BASIS, *sorted(_OF_MODELS), "default", "example", "nullable", "optional", "alias")
"""Keys that do not fit every field."""


def misfit(view: View, field: FieldUse, key: str) -> str | None:
    """Return why `key` does not fit `field`, or None if it does."""
    if field.element and key not in _OF_ELEMENTS:
        return "elements of a list have no such key"
    if field.role is not Role.FIELD and (reason := _outside_models(view, field, key)):
        return reason
    type_ = field.keys.type
    referring = type_ is not None and type_.name in view.specs.models and refers(type_)
    if key == "on_delete":
        return None if referring else "it is for references such as `User.id`"
    if key in {"max_digits", "decimal_places"} and referring:
        return "the field that it refers to says how many digits there are"
    if key == "external":
        return None if field.name.endswith("_id") else "it is for fields named `..._id`"
    return _by_basis(view, field, key)


def _outside_models(view: View, field: FieldUse, key: str) -> str | None:
    if key in _OF_MODELS:
        return "it is for fields of models"
    if key == "unique" and basis(view, field.keys) != "list":
        return "only fields of models are stored"
    if key == "alias" and field.role is Role.PATH:
        return "it goes by the name that stands in the path"
    return None


def _by_basis(view: View, field: FieldUse, key: str) -> str | None:
    fitting = _BY_BASIS.get(key)
    found = basis(view, field.keys) if fitting else None
    if fitting is None or found is None or found in fitting:
        return None
    if field.keys.values is not None:
        return "its `values` say all"
    return f"its type is `{found}`; `{key}` is for {', '.join(sorted(fitting))}"
