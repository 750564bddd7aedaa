# Generated from specs/models.yaml. Do not edit: change the spec, then run `make generate`.
"""Models of `specs/models.yaml`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import MISSING, Field

from framework.runtime.models import Model
from framework.runtime.types import Int, String

__all__ = [
    "Kind",
    "Stored",
    "StoredId",
]


class Kind(StrEnum):
    """The values of `Kind`."""

    DRAFT = "draft"
    FINAL = "final"


StoredId = Annotated[Int, Field(ge=1)]
"""The type of `Stored.id`."""


class Stored(Model):
    """The model `Stored`."""

    id: StoredId
    size: Annotated[Int, Field(ge=0)]
    content_type: Annotated[String, Field(max_length=255)]
    filename: Annotated[String, Field(max_length=255)] | MISSING = MISSING
    note: Annotated[String, Field(max_length=200)] | MISSING = MISSING
