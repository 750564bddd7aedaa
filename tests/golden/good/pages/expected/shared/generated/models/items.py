# Generated from specs/models/items.yaml. Do not edit: change the spec, then run `make generate`.
"""Models of `specs/models/items.yaml`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from framework.runtime.models import Model
from framework.runtime.types import CursorText, Int, Int32, String

__all__ = [
    "Call",
    "Contact",
    "ContactPage",
    "ItemBrief",
    "ItemBriefPage",
    "ItemCreate",
    "ItemId",
    "ItemPage",
    "ItemRead",
    "Mail",
    "Note",
    "NotePage",
]

ItemId = Annotated[Int32, Field(ge=1)]
"""The type of `Item.id`."""


class ItemCreate(Model):
    """Something on a shelf."""

    name: Annotated[String, Field(min_length=1, max_length=40)]
    weight: Annotated[Int32, Field(ge=0, le=1000)] = 0


class ItemRead(Model):
    """Something on a shelf."""

    id: ItemId
    name: Annotated[String, Field(min_length=1, max_length=40)]
    weight: Annotated[Int32, Field(ge=0, le=1000)]


class ItemBrief(Model):
    """Something on a shelf."""

    id: ItemId
    name: Annotated[String, Field(min_length=1, max_length=40)]


class Note(Model):
    """The model `Note`."""

    text: Annotated[String, Field(max_length=40)]


class Mail(Model):
    """The model `Mail`."""

    kind: Literal["mail"]
    to: String


class Call(Model):
    """The model `Call`."""

    kind: Literal["call"]
    number: String


class ContactPage(Model):
    """A page of `Contact`."""

    items: Annotated[list[Contact], Field(max_length=100)]
    total: Annotated[Int, Field(ge=0)]
    """How many there are on all pages."""


class ItemBriefPage(Model):
    """A page of `ItemBrief`."""

    items: Annotated[list[ItemBrief], Field(max_length=100)]
    total: Annotated[Int, Field(ge=0)]
    """How many there are on all pages."""


class ItemPage(Model):
    """A page of `Item`."""

    items: Annotated[list[ItemRead], Field(max_length=100)]
    next_cursor: CursorText | None
    """Where the next page begins; null on the last."""


class NotePage(Model):
    """A page of `Note`."""

    items: Annotated[list[Note], Field(max_length=100)]
    next_cursor: CursorText | None
    """Where the next page begins; null on the last."""


Contact = Annotated[Mail | Call, Field(discriminator="kind")]
"""One of several models, told apart by `kind`."""
