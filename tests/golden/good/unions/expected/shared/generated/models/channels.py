# Generated from specs/models/channels.yaml. Do not edit: change the spec, then run `make generate`.
"""Models of `specs/models/channels.yaml`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import MISSING, Discriminator, Field, Tag

from framework.runtime.models import Model
from framework.runtime.types import Email, Exactly, Int, Pattern, String, tag_of

__all__ = [
    "AnyChannelCreate",
    "AnyChannelRead",
    "AnyChannelUpdate",
    "Channel",
    "ContactCreate",
    "ContactRead",
    "ContactUpdate",
    "EmailChannel",
    "First",
    "Numbered",
    "Off",
    "On",
    "PhoneChannel",
    "PostChannelCreate",
    "PostChannelRead",
    "PostChannelUpdate",
    "ReadChannel",
    "Second",
    "Switch",
]


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
    city: Annotated[String, Field(max_length=20)]


class PostChannelUpdate(Model):
    """The model `PostChannelUpdate`."""

    kind: Literal["post"]
    city: Annotated[String, Field(max_length=20)] | MISSING = MISSING


class PostChannelRead(Model):
    """The model `PostChannelRead`."""

    kind: Literal["post"]
    id: Int
    city: Annotated[String, Field(max_length=20)]


class First(Model):
    """The model `First`."""

    version: Annotated[Literal[1], Exactly()]
    text: String


class Second(Model):
    """The model `Second`."""

    version: Annotated[Literal[2], Exactly()]
    number: Int


class On(Model):
    """The model `On`."""

    is_on: Annotated[Literal[True], Exactly()]


class Off(Model):
    """The model `Off`."""

    is_on: Annotated[Literal[False], Exactly()]
    reason: String | MISSING = MISSING


class ContactCreate(Model):
    """The model `ContactCreate`."""

    channel: Channel
    others: Annotated[list[AnyChannelCreate], Field(max_length=3)] = Field(default=[])
    by_name: dict[String, Channel] | MISSING = MISSING
    state: Switch | None = None


class ContactUpdate(Model):
    """The model `ContactUpdate`."""

    channel: Channel | MISSING = MISSING
    others: Annotated[list[AnyChannelUpdate], Field(max_length=3)] | MISSING = MISSING
    by_name: dict[String, Channel] | MISSING = MISSING
    state: Switch | MISSING | None = MISSING


class ContactRead(Model):
    """The model `ContactRead`."""

    channel: Channel
    others: Annotated[list[AnyChannelRead], Field(max_length=3)]
    by_name: dict[String, Channel] | MISSING = MISSING
    state: Switch | None


Channel = Annotated[EmailChannel | PhoneChannel, Field(discriminator="kind")]
"""How to reach a person."""

AnyChannelCreate = Annotated[EmailChannel | PostChannelCreate, Field(discriminator="kind")]
"""One of several models, told apart by `kind`."""

AnyChannelUpdate = Annotated[EmailChannel | PostChannelUpdate, Field(discriminator="kind")]
"""One of several models, told apart by `kind`."""

AnyChannelRead = Annotated[EmailChannel | PostChannelRead, Field(discriminator="kind")]
"""One of several models, told apart by `kind`."""

ReadChannel = Annotated[PhoneChannel | PostChannelRead, Field(discriminator="kind")]
"""One of several models, told apart by `kind`."""

Numbered = Annotated[
    Annotated[First, Tag("1")] | Annotated[Second, Tag("2")], Discriminator(tag_of("version"))
]
"""One of several models, told apart by `version`."""

Switch = Annotated[
    Annotated[On, Tag("true")] | Annotated[Off, Tag("false")], Discriminator(tag_of("is_on"))
]
"""One of several models, told apart by `is_on`."""
