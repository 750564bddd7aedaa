"""Resolve the keys of fields and parameters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.contract.models import Field, Presence
from framework.contract.resolve.types import is_nullable
from framework.contract.types import Nullable
from framework.spec import READ

if TYPE_CHECKING:
    from framework.contract.resolve.types import Types
    from framework.contract.types import Type
    from framework.spec import FieldKeys


def resolve_field(
    types: Types, name: str, keys: FieldKeys, presence: Presence, variant: str = READ
) -> Field:
    """Return the field `name` as a variant has it, where bare model names mean `variant`."""
    type_ = types.of_keys(keys, variant)
    return field_of(name, keys, Nullable(type_) if is_nullable(keys) else type_, presence)


def field_of(
    name: str, keys: FieldKeys, type_: Type, presence: Presence, wire: str | None = None
) -> Field:
    """Return the field `name` of a type that was resolved; an alias goes before `wire`."""
    return Field(
        name=name,
        wire=keys.alias or wire or name,
        type=type_,
        presence=presence,
        default=keys.default,
        description=keys.description or "",
        example=keys.example,
        has_example=keys.has("example"),
        deprecated=deprecation(keys.deprecated),
        sensitive=keys.sensitive,
        extensions=_extensions(keys),
    )


def resolve_argument(types: Types, name: str, keys: FieldKeys, wire: str | None = None) -> Field:
    """Return a parameter or a member of a problem: what may be absent is None in Python."""
    if keys.has("default"):
        presence = Presence.DEFAULTED
    elif keys.optional or is_nullable(keys):
        presence = Presence.OPTIONAL
    else:
        presence = Presence.REQUIRED
    return field_of(name, keys, types.of_keys(keys), presence, wire)


def deprecation(value: bool | str) -> str | None:  # noqa: FBT001  # both spellings of one key
    """Return what is said of something deprecated (perhaps nothing), or None if it is not."""
    if value is True:
        return ""
    return value or None


def _extensions(keys: FieldKeys) -> tuple[tuple[str, object], ...]:
    extensions = keys.extensions
    if keys.external:
        extensions = {"x-external-id": True, **extensions}
    return tuple(sorted(extensions.items())) if extensions else ()
