# Generated from specs/models/items.yaml. Do not edit: change the spec, then run `make generate`.
"""Models of `specs/models/items.yaml`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import MISSING, Field

from framework.runtime.models import Model
from framework.runtime.types import String, Uuid

__all__ = [
    "ItemCreate",
    "ItemId",
    "ItemRead",
    "ItemUpdate",
    "Label",
    "Size",
]


class Size(StrEnum):
    """The values of `Size`."""

    SMALL = "small"
    LARGE = "large"


ItemId = Uuid
"""The type of `Item.id`."""


class ItemCreate(Model):
    """The model `ItemCreate`."""

    size: Size = Size.SMALL
    tags: list[String] = Field(default=[])


class ItemUpdate(Model):
    """The model `ItemUpdate`."""

    size: Size | MISSING = MISSING
    tags: list[String] | MISSING = MISSING


class ItemRead(Model):
    """The model `ItemRead`."""

    id: ItemId
    size: Size
    tags: list[String]


class Label(Model):
    """The model `Label`."""

    text: Annotated[String, Field(max_length=10)]
