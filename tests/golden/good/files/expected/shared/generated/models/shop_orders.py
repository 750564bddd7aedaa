# Generated from specs/models/shop/orders.yaml. Do not edit: change the spec, then run `make generate`.
"""Models of `specs/models/shop/orders.yaml`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from framework.runtime.models import Model
from shared.generated.models.authors import BookIsbn, Genre

__all__ = [
    "Order",
]


class Order(Model):
    """The model `Order`."""

    isbn: BookIsbn
    narrow: Annotated[BookIsbn, Field(max_length=10)]
    genre: Genre
