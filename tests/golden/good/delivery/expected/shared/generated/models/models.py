# Generated from specs/models.yaml. Do not edit: change the spec, then run `make generate`.
"""Models of `specs/models.yaml`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from framework.runtime.models import Model
from framework.runtime.types import Int, String

__all__ = [
    "OrderCreate",
    "OrderId",
    "OrderRead",
]

OrderId = Annotated[Int, Field(ge=1)]
"""The type of `Order.id`."""


class OrderCreate(Model):
    """The model `OrderCreate`."""

    note: Annotated[String, Field(max_length=100)]


class OrderRead(Model):
    """The model `OrderRead`."""

    id: OrderId
    note: Annotated[String, Field(max_length=100)]
