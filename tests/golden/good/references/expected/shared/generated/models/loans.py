# Generated from specs/models/loans.yaml. Do not edit: change the spec, then run `make generate`.
"""Models of `specs/models/loans.yaml`."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import MISSING, Field

from framework.runtime.models import Model
from framework.runtime.types import DecimalText, Json, Pattern, String, UniqueItems, Uuid
from shared.generated.models.people import PersonCode, PersonFee, PersonId, PersonRead

__all__ = [
    "Fine",
    "LoanBrief",
    "LoanCreate",
    "LoanId",
    "LoanPersonId",
    "LoanRead",
    "LoanUpdate",
    "Note",
    "NoteCode",
    "NoteFee",
    "NoteLoanPersonId",
    "NoteState",
    "State",
]


class State(StrEnum):
    """The values of `State`."""

    OPEN = "open"
    CLOSED = "closed"


LoanId = Uuid
"""The type of `Loan.id`."""

LoanPersonId = PersonId
"""The type of `Loan.person_id`."""

NoteCode = Annotated[PersonCode, Field(max_length=6)]
"""The type of `Note.code`."""

NoteFee = PersonFee
"""The type of `Note.fee`."""

NoteState = State
"""The type of `Note.state`."""

NoteLoanPersonId = Annotated[LoanPersonId, Field(le=500)]
"""The type of `Note.loan_person_id`."""


class LoanCreate(Model):
    """The model `LoanCreate`."""

    person_id: LoanPersonId
    young: Annotated[PersonId, Field(le=99)]
    short: Annotated[PersonCode, Field(max_length=4)] | MISSING = MISSING
    codes: Annotated[list[PersonCode], Field(max_length=2), UniqueItems()] = Field(default=[])
    fees: dict[String, PersonFee] = Field(default={})
    token: Annotated[String, Field(alias="external-token")]
    shop_id: Annotated[String, Field(max_length=10)] | MISSING = MISSING


class LoanUpdate(Model):
    """The model `LoanUpdate`."""

    person_id: LoanPersonId | MISSING = MISSING
    young: Annotated[PersonId, Field(le=99)] | MISSING = MISSING
    short: Annotated[PersonCode, Field(max_length=4)] | MISSING = MISSING
    codes: Annotated[list[PersonCode], Field(max_length=2), UniqueItems()] | MISSING = MISSING
    fees: dict[String, PersonFee] | MISSING = MISSING
    token: Annotated[String | MISSING, Field(alias="external-token")] = MISSING
    shop_id: Annotated[String, Field(max_length=10)] | MISSING = MISSING


class LoanRead(Model):
    """The model `LoanRead`."""

    id: LoanId
    person_id: LoanPersonId
    young: Annotated[PersonId, Field(le=99)]
    short: Annotated[PersonCode, Field(max_length=4)] | MISSING = MISSING
    codes: Annotated[list[PersonCode], Field(max_length=2), UniqueItems()]
    fees: dict[String, PersonFee]
    person: PersonRead
    token: Annotated[String, Field(alias="external-token")]
    shop_id: Annotated[String, Field(max_length=10)] | MISSING = MISSING


class LoanBrief(Model):
    """The model `LoanBrief`."""

    id: LoanId
    person_id: LoanPersonId


class Fine(Model):
    """Refers to references, before and after they are declared."""

    late_id: NoteLoanPersonId
    short_code: Annotated[NoteCode, Field(max_length=3), Pattern("^a")]
    small_fee: Annotated[
        Decimal,
        DecimalText(max_digits=8, decimal_places=2, signed=False),
        Field(ge=Decimal(1), le=Decimal(50)),
    ]


class Note(Model):
    """The model `Note`."""

    loan_person_id: NoteLoanPersonId
    code: NoteCode
    fee: NoteFee
    debt: Annotated[Decimal, DecimalText(), Field(lt=Decimal(0))]
    state: NoteState = State.OPEN
    extra: Json
