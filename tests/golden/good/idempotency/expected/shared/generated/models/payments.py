# Generated from specs/models/payments.yaml. Do not edit: change the spec, then run `make generate`.
"""Models of `specs/models/payments.yaml`."""

from __future__ import annotations

from typing import Annotated

from pydantic import MISSING, Field

from framework.runtime.models import Model
from framework.runtime.types import Int32, String

__all__ = [
    "PaymentCreate",
    "PaymentId",
    "PaymentRead",
    "PaymentUpdate",
]

PaymentId = Annotated[Int32, Field(ge=1)]
"""The type of `Payment.id`."""


class PaymentCreate(Model):
    """Money on its way."""

    amount: Annotated[Int32, Field(ge=1, le=1000000)]
    note: Annotated[String, Field(max_length=100)] = ""


class PaymentUpdate(Model):
    """Money on its way."""

    amount: Annotated[Int32, Field(ge=1, le=1000000)] | MISSING = MISSING
    note: Annotated[String, Field(max_length=100)] | MISSING = MISSING


class PaymentRead(Model):
    """Money on its way."""

    id: PaymentId
    amount: Annotated[Int32, Field(ge=1, le=1000000)]
    note: Annotated[String, Field(max_length=100)]
