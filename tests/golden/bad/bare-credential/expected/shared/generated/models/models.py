# Generated from specs/models.yaml. Do not edit: change the spec, then run `make generate`.
"""Models of `specs/models.yaml`."""

from __future__ import annotations

from framework.runtime.models import Model
from framework.runtime.types import String

__all__ = [
    "Account",
    "Token",
]


class Token(Model):
    """The model `Token`."""

    token: String


class Account(Model):
    """The model `Account`."""

    subject: String
