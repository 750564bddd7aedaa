# Generated from specs/routers/library/loans.yaml. Do not edit: change the spec, then run `make generate`.
"""HTTP operations of `loans` in the service `library`."""

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query
from pydantic import Field

from framework.runtime.http import ContractRoute, json_body, operation
from shared.generated.controllers.library import LoansController
from shared.generated.errors import LoanGone
from shared.generated.models.loans import LoanBrief, LoanCreate, LoanId, LoanRead, LoanUpdate
from shared.generated.models.people import PersonCode, PersonId


def create_loans_router(provide: Callable[..., LoansController]) -> APIRouter:
    """Route each operation to the controller that `provide` gives for a request."""
    router = APIRouter(prefix="/v1/loans", tags=["loans"], route_class=ContractRoute)

    @router.get("", status_code=200, operation_id="library.v1.list_loans")
    @operation()
    async def list_loans(
        controller: Annotated[LoansController, Depends(provide)],
        person_id: Annotated[PersonId | None, Query()] = None,
        code: Annotated[Annotated[PersonCode, Field(max_length=3)] | None, Query()] = None,
        ids: Annotated[list[LoanId], Field(max_length=5), Query()] = [],
    ) -> list[LoanBrief]:
        """List loans."""
        return await controller.list_loans(person_id=person_id, code=code, ids=ids)

    @router.post("", status_code=201, operation_id="library.v1.create_loan")
    @operation(location="/v1/loans/{id}")
    async def create_loan(
        controller: Annotated[LoansController, Depends(provide)],
        payload: Annotated[LoanCreate, json_body(LoanCreate)],
    ) -> LoanRead:
        """Create loan."""
        return await controller.create_loan(payload=payload)

    @router.get("/{loan_id}", status_code=200, operation_id="library.v1.read_loan")
    @operation(errors=[LoanGone])
    async def read_loan(
        controller: Annotated[LoansController, Depends(provide)], loan_id: Annotated[LoanId, Path()]
    ) -> LoanRead:
        """Read loan.

        May raise `LoanGone`.
        """
        return await controller.read_loan(loan_id=loan_id)

    @router.patch("/{loan_id}", status_code=200, operation_id="library.v1.change_loan")
    @operation(errors=[LoanGone])
    async def change_loan(
        controller: Annotated[LoansController, Depends(provide)],
        loan_id: Annotated[LoanId, Path()],
        payload: Annotated[LoanUpdate, json_body(LoanUpdate)],
    ) -> LoanRead:
        """Change loan.

        May raise `LoanGone`.
        """
        return await controller.change_loan(loan_id=loan_id, payload=payload)

    @router.delete("/{loan_id}", status_code=204, operation_id="library.v1.delete_loan")
    @operation(errors=[LoanGone])
    async def delete_loan(
        controller: Annotated[LoansController, Depends(provide)], loan_id: Annotated[LoanId, Path()]
    ) -> None:
        """Delete loan.

        May raise `LoanGone`.
        """
        await controller.delete_loan(loan_id=loan_id)

    return router
