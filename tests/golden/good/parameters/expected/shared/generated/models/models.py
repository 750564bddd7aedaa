# Generated from specs/models.yaml. Do not edit: change the spec, then run `make generate`.
"""Models of `specs/models.yaml`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from framework.runtime.models import Model
from framework.runtime.types import Int64, String

__all__ = [
    "Size",
    "Thing",
    "ThingId",
    "ThingName",
]


class Size(StrEnum):
    """The values of `Size`."""

    SMALL = "small"
    LARGE = "large"


ThingId = Annotated[Int64, Field(ge=1)]
"""The type of `Thing.id`."""

ThingName = Annotated[String, Field(max_length=8)]
"""The type of `Thing.name`."""


class Thing(Model):
    """The model `Thing`."""

    id: ThingId
    name: ThingName
