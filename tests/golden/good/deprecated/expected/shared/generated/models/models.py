# Generated from specs/models.yaml. Do not edit: change the spec, then run `make generate`.
"""Models of `specs/models.yaml`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from framework.runtime.models import Model
from framework.runtime.types import Int, String

__all__ = [
    "NoteCreate",
    "NoteId",
    "NoteRead",
]

NoteId = Annotated[Int, Field(ge=1)]
"""The type of `Note.id`."""


class NoteCreate(Model):
    """The model `NoteCreate`."""

    text: Annotated[String, Field(deprecated="Use `id`.")]


class NoteRead(Model):
    """The model `NoteRead`."""

    id: NoteId
    text: Annotated[String, Field(deprecated="Use `id`.")]
