# Generated from the routers and events of library. Do not edit: change the spec, then run `make generate`.
"""The controllers of `library`: what is written by hand fulfils these Protocols."""

from typing import Protocol

from shared.generated.models.loans import (
    Fine,
    LoanBrief,
    LoanCreate,
    LoanId,
    LoanRead,
    LoanUpdate,
    Note,
    NoteLoanPersonId,
    NoteState,
)
from shared.generated.models.people import PersonCode, PersonCreate, PersonId, PersonRead


class FinesController(Protocol):
    """Answers the operations of `specs/routers/library/fines.yaml`."""

    async def list_fines(self, *, state: NoteState | None, states: list[NoteState]) -> list[Fine]:
        """List fines."""
        ...

    async def set_fine(self, *, id: NoteLoanPersonId, payload: Fine) -> Note:
        """Set fine."""
        ...


class LoansController(Protocol):
    """Answers the operations of `specs/routers/library/loans.yaml`."""

    async def list_loans(
        self, *, person_id: PersonId | None, code: PersonCode | None, ids: list[LoanId]
    ) -> list[LoanBrief]:
        """List loans."""
        ...

    async def create_loan(self, *, payload: LoanCreate) -> LoanRead:
        """Create loan."""
        ...

    async def read_loan(self, *, loan_id: LoanId) -> LoanRead:
        """Read loan.

        May raise `LoanGone`.
        """
        ...

    async def change_loan(self, *, loan_id: LoanId, payload: LoanUpdate) -> LoanRead:
        """Change loan.

        May raise `LoanGone`.
        """
        ...

    async def delete_loan(self, *, loan_id: LoanId) -> None:
        """Delete loan.

        May raise `LoanGone`.
        """
        ...


class PeopleController(Protocol):
    """Answers the operations of `specs/routers/library/people.yaml`."""

    async def create_person(self, *, payload: PersonCreate) -> PersonRead:
        """Create person.

        May raise `CodeTaken`.
        """
        ...

    async def person_by_code(self, *, code: PersonCode) -> PersonRead:
        """Person by code."""
        ...

    async def read_person(self, *, id: PersonId) -> PersonRead:
        """Read person."""
        ...
