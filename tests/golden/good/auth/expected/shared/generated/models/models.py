# Generated from specs/models.yaml. Do not edit: change the spec, then run `make generate`.
"""Models of `specs/models.yaml`."""

from __future__ import annotations

from typing import Annotated

from pydantic import MISSING, Field

from framework.runtime.models import Model
from framework.runtime.types import Int, String

__all__ = [
    "Account",
    "NoteCreate",
    "NoteId",
    "NoteRead",
    "Token",
]

NoteId = Annotated[Int, Field(ge=1)]
"""The type of `Note.id`."""


class NoteCreate(Model):
    """The model `NoteCreate`."""

    text: Annotated[String, Field(max_length=40)]


class NoteRead(Model):
    """The model `NoteRead`."""

    id: NoteId
    text: Annotated[String, Field(max_length=40)]


class Token(Model):
    """The model `Token`."""

    token: Annotated[String, Field(max_length=256), Field(alias="accessToken", repr=False)]
    audience: String | MISSING = MISSING


class Account(Model):
    """The model `Account`."""

    subject: String
    roles: list[String] | MISSING = MISSING
    scopes: list[String] = Field(default=[])
    tenant: String | MISSING = MISSING
