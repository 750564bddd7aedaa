# Generated from specs/models.yaml. Do not edit: change the spec, then run `make generate`.
"""Models of `specs/models.yaml`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from framework.runtime.models import Model
from framework.runtime.types import DateTime, Email, String

__all__ = [
    "Credentials",
    "SignedIn",
    "Token",
]


class Credentials(Model):
    """The model `Credentials`."""

    email: Email
    password: Annotated[String, Field(min_length=8), Field(repr=False)]


class Token(Model):
    """The model `Token`."""

    value: Annotated[String, Field(repr=False)]
    expires_at: DateTime


class SignedIn(Model):
    """The model `SignedIn`."""

    email: Email
    at: DateTime
