"""Resolve the keys of fields and parameters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.contract.models import Field, Presence
from framework.contract.resolve.types import is_nullable
from framework.contract.types import Nullable
from framework.spec import READ

if TYPE_CHECKING:
    from framework.contract.resolve.types import Types
    from framework.spec import FieldKeys


def resolve_field(
    types: Types, name: str, keys: FieldKeys, presence: Presence, variant: str = READ
) -> Field:
    """Return the field `name` as a variant has it, where bare model names mean `variant`."""
    type_ = types.of_keys(keys, variant)
    return Field(
        name=name,
        wire=keys.alias or name,
        type=Nullable(type_) if is_nullable(keys) else type_,
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
    field = resolve_field(types, name, keys, presence)
    plain = field.type.inner if isinstance(field.type, Nullable) else field.type
    return Field(
        name=name,
        wire=keys.alias or wire or name,
        type=plain,
        presence=presence,
        default=field.default,
        description=field.description,
        example=field.example,
        has_example=field.has_example,
        deprecated=field.deprecated,
        sensitive=field.sensitive,
        extensions=field.extensions,
    )


def deprecation(value: bool | str) -> str | None:  # noqa: FBT001  # both spellings of one key
    """Return what is said of something deprecated (perhaps nothing), or None if it is not."""
    if value is True:
        return ""
    return value or None


def _extensions(keys: FieldKeys) -> tuple[tuple[str, object], ...]:
    own = {"x-external-id": True} if keys.external else {}
    return tuple(sorted({**own, **keys.extensions}.items()))
