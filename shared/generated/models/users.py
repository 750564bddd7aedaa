# Generated from specs/models/users.yaml. Do not edit: change the spec, then run `make generate`.
"""Models of `specs/models/users.yaml`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import MISSING, Field

from framework.runtime.models import Model
from framework.runtime.types import DateTime, Email, Int32, Int64, String

__all__ = [
    "Role",
    "UserCreate",
    "UserId",
    "UserRead",
    "UserRegistered",
    "UserUpdate",
]


class Role(StrEnum):
    """What a person may do."""

    ADMIN = "admin"
    """Manages other people."""
    MEMBER = "member"
    """Uses the system."""
    GUEST = "guest"
    """Looks around."""


UserId = Annotated[Int32, Field(ge=1)]
"""The type of `User.id`."""


class UserCreate(Model):
    """A person known to the system."""

    email: Annotated[Email, Field(max_length=254)]
    name: Annotated[String, Field(min_length=1, max_length=80)]
    role: Role = Role.MEMBER
    telegram_id: Annotated[Int64, Field(ge=1)] | None = None
    """The person's account at Telegram."""


class UserUpdate(Model):
    """A person known to the system."""

    email: Annotated[Email, Field(max_length=254)] | MISSING = MISSING
    name: Annotated[String, Field(min_length=1, max_length=80)] | MISSING = MISSING
    role: Role | MISSING = MISSING


class UserRead(Model):
    """A person known to the system."""

    id: UserId
    email: Annotated[Email, Field(max_length=254)]
    name: Annotated[String, Field(min_length=1, max_length=80)]
    role: Role
    telegram_id: Annotated[Int64, Field(ge=1)] | None
    """The person's account at Telegram."""
    created_at: DateTime
    """When the record was made."""
    updated_at: DateTime
    """When the record last changed."""


class UserRegistered(Model):
    """A person has registered."""

    user: UserRead
