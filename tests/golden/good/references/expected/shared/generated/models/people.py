# Generated from specs/models/people.yaml. Do not edit: change the spec, then run `make generate`.
"""Models of `specs/models/people.yaml`."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import MISSING, Field

from framework.runtime.models import Model
from framework.runtime.types import DecimalText, Int, Pattern, String

__all__ = [
    "PersonCode",
    "PersonCreate",
    "PersonFee",
    "PersonId",
    "PersonRead",
    "PersonUpdate",
]

PersonId = Annotated[Int, Field(ge=1)]
"""The type of `Person.id`."""

PersonCode = Annotated[String, Field(min_length=2, max_length=8), Pattern("^[a-z]+$")]
"""The type of `Person.code`."""

PersonFee = Annotated[
    Decimal, DecimalText(max_digits=8, decimal_places=2, signed=False), Field(ge=Decimal(0))
]
"""The type of `Person.fee`."""


class PersonCreate(Model):
    """The model `PersonCreate`."""

    code: PersonCode
    boss_id: PersonId | None = None
    fee: PersonFee


class PersonUpdate(Model):
    """The model `PersonUpdate`."""

    boss_id: PersonId | MISSING | None = MISSING
    fee: PersonFee | MISSING = MISSING


class PersonRead(Model):
    """The model `PersonRead`."""

    id: PersonId
    code: PersonCode
    boss_id: PersonId | None
    fee: PersonFee
