"""What an operation has to look like to tell whose a credential is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.basis import basis, basis_of, is_nullable, refers
from framework.check.uses import GROUPS
from framework.spec import CREATE, READ, Presence, project

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import Operation, View
    from framework.spec import FieldKeys, Projected
    from framework.syntax import TypeExpr

_LISTS = ("roles", "scopes")


def shape_faults(view: View, operation: Operation) -> Iterator[tuple[str, str]]:
    """Yield what makes `operation` unfit, each with what to do."""
    if operation.method != "POST":
        yield f"is a {operation.method}", "a credential travels in the body of a POST"
    for name in _needed(operation):
        yield f"needs the parameter `{name}`", "nobody sends it: remove it, or make it optional"
    if len(credentials(view, operation)) != 1:
        what = "takes no model with exactly one required field, a string"
        yield what, "name such a model as its `request`: the field is the credential"
    answered = _fields(view, operation.response.type if operation.response else None, READ)
    subject = answered.get("subject")
    if subject is None or not _is_text(view, subject):
        what = "answers with no model that always has a string `subject`"
        yield what, "add `subject: string` to the model of its `response`"
    for name in _LISTS:
        if name in answered and not _is_texts(view, answered[name].keys):
            yield f"answers with `{name}` that are no list of strings", 'write `"list[string]"`'


def credentials(view: View, operation: Operation) -> list[Projected]:
    """Return the required strings of what an operation takes, if nothing else is required."""
    taken = _fields(view, operation.request.type if operation.request else None, CREATE)
    required = [field for field in taken.values() if field.presence is Presence.REQUIRED]
    return required if all(_is_text(view, field) for field in required) else []


def operation_model(operation: Operation) -> str:
    """Return the model that an operation takes, which it does."""
    type_ = operation.request.type if operation.request else None
    return type_.name if type_ else ""


def _needed(operation: Operation) -> Iterator[str]:
    for _, group in GROUPS:
        fields: dict[str, FieldKeys] = getattr(operation.spec, group)
        for name, keys in fields.items():
            if not (keys.optional or keys.has("default") or is_nullable(keys)):
                yield name


def _fields(view: View, type_: TypeExpr | None, variant: str) -> dict[str, Projected]:
    """Return by wire name what a model has where it stands; nothing for what is no model."""
    model = view.specs.models.get(type_.name) if type_ else None
    if type_ is None or model is None or refers(type_) or model.spec.mixin:
        return {}
    named = type_.member or (variant if model.spec.variants else "")
    fields = project(view.specs, model.name, named)
    return {field.keys.alias or field.name: field for field in fields}


def _is_text(view: View, field: Projected) -> bool:
    always = field.presence is not Presence.OPTIONAL and not is_nullable(field.keys)
    return always and basis(view, field.keys) == "string"


def _is_texts(view: View, keys: FieldKeys) -> bool:
    if keys.type is None or keys.type.name not in {"list", "set"} or is_nullable(keys):
        return False
    inner = keys.type.arguments[0] if keys.type.arguments else None
    if keys.items is not None:
        inner = inner or keys.items.type
        if is_nullable(keys.items):
            return False
    return inner is not None and not inner.nullable and basis_of(view, inner) == "string"
