# Generated from specs/models/all.yaml. Do not edit: change the spec, then run `make generate`.
"""Models of `specs/models/all.yaml`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import MISSING, Field

from framework.runtime.models import Model
from framework.runtime.types import DateTime, Email, Int, Pattern, String

__all__ = [
    "AddressCreate",
    "AddressRead",
    "AddressUpdate",
    "AnyChannelCreate",
    "AnyChannelRead",
    "Channel",
    "EmailChannel",
    "PersonBrief",
    "PersonCreate",
    "PersonId",
    "PersonPatch",
    "PersonPublic",
    "PersonRead",
    "PersonUpdate",
    "PhoneChannel",
    "PostChannelCreate",
    "PostChannelRead",
]

PersonId = Annotated[Int, Field(ge=1)]
"""The type of `Person.id`."""


class PersonCreate(Model):
    """A person."""

    email: Email
    password: Annotated[String, Field(min_length=12)]
    nick: String | None = None
    role: Literal["admin", "member"] = "member"
    note: String | MISSING = MISSING
    home: AddressCreate
    boss_id: PersonId | None = None
    name: Annotated[String, Field(max_length=80)]


class PersonUpdate(Model):
    """A person."""

    password: Annotated[String, Field(min_length=12)]
    nick: String | MISSING | None = MISSING
    role: Literal["admin", "member"]
    note: String
    home: AddressUpdate | MISSING = MISSING
    boss_id: PersonId | None
    name: Annotated[String, Field(max_length=80)] | MISSING = MISSING


class PersonPatch(Model):
    """A person."""

    password: Annotated[String, Field(min_length=12)] | MISSING = MISSING
    nick: String | MISSING | None = MISSING
    role: Literal["admin", "member"] | MISSING = MISSING
    note: String | MISSING = MISSING
    home: AddressUpdate | MISSING = MISSING
    boss_id: PersonId | MISSING | None = MISSING
    name: Annotated[String, Field(max_length=80)] | MISSING = MISSING


class PersonRead(Model):
    """A person."""

    id: PersonId
    email: Email
    nick: String | None
    role: Literal["admin", "member"]
    note: String | MISSING = MISSING
    home: AddressRead
    boss_id: PersonId | None
    name: Annotated[String, Field(max_length=80)]
    created_at: DateTime


class PersonBrief(Model):
    """What others see."""

    id: PersonId
    name: Annotated[String, Field(max_length=80)]


class PersonPublic(Model):
    """A person."""

    id: PersonId
    nick: String | None
    role: Literal["admin", "member"]
    note: String | MISSING = MISSING
    name: Annotated[String, Field(max_length=80)]
    created_at: DateTime


class AddressCreate(Model):
    """The model `AddressCreate`."""

    city: Annotated[String, Field(max_length=100)]


class AddressUpdate(Model):
    """The model `AddressUpdate`."""

    city: Annotated[String, Field(max_length=100)] | MISSING = MISSING


class AddressRead(Model):
    """The model `AddressRead`."""

    city: Annotated[String, Field(max_length=100)]
    code: String


class EmailChannel(Model):
    """The model `EmailChannel`."""

    kind: Literal["email"]
    address: Email


class PhoneChannel(Model):
    """The model `PhoneChannel`."""

    kind: Literal["phone"]
    number: Annotated[String, Pattern("^[0-9]+$")]


class PostChannelCreate(Model):
    """The model `PostChannelCreate`."""

    kind: Literal["post"]
    address: AddressCreate


class PostChannelRead(Model):
    """The model `PostChannelRead`."""

    kind: Literal["post"]
    address: AddressRead


Channel = Annotated[EmailChannel | PhoneChannel, Field(discriminator="kind")]
"""One of several models, told apart by `kind`."""

AnyChannelCreate = Annotated[EmailChannel | PostChannelCreate, Field(discriminator="kind")]
"""All of them."""

AnyChannelRead = Annotated[EmailChannel | PostChannelRead, Field(discriminator="kind")]
"""All of them."""
