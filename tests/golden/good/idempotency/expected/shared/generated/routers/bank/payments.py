# Generated from specs/routers/bank/payments.yaml. Do not edit: change the spec, then run `make generate`.
"""HTTP operations of `payments` in the service `bank`."""

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query

from framework.runtime.http import ContractRoute, Once, idempotent, json_body, operation
from framework.runtime.types import Bool
from shared.generated.controllers.bank import PaymentsController
from shared.generated.errors import PaymentNotFound, TooMuch
from shared.generated.models.payments import PaymentCreate, PaymentId, PaymentRead, PaymentUpdate


def create_payments_router(provide: Callable[..., PaymentsController]) -> APIRouter:
    """Route each operation to the controller that `provide` gives for a request."""
    router = APIRouter(prefix="/v1/payments", tags=["payments"], route_class=ContractRoute)

    @router.post("", status_code=201, operation_id="bank.v1.pay")
    @operation(errors=[TooMuch], emits=["payment_made"], location="/v1/payments/{id}")
    async def pay(
        controller: Annotated[PaymentsController, Depends(provide)],
        payload: Annotated[PaymentCreate, json_body(PaymentCreate)],
        once: Annotated[Once, idempotent("bank.v1.pay", "required")],
    ) -> PaymentRead:
        """Pay once.

        May raise `TooMuch`. May publish `payment_made`.
        """
        return await once(controller.pay, payload=payload)

    @router.post("/sweep", status_code=204, operation_id="bank.v1.sweep")
    @operation()
    async def sweep(
        controller: Annotated[PaymentsController, Depends(provide)],
        once: Annotated[Once, idempotent("bank.v1.sweep", "optional")],
    ) -> None:
        """Sweep."""
        await once(controller.sweep)

    @router.post("/audit", status_code=200, operation_id="bank.v1.audit")
    @operation(errors=[PaymentNotFound])
    async def audit(controller: Annotated[PaymentsController, Depends(provide)]) -> PaymentRead:
        """Audit.

        May raise `PaymentNotFound`.
        """
        return await controller.audit()

    @router.patch("/{payment_id}", status_code=200, operation_id="bank.v1.change_payment")
    @operation(errors=[PaymentNotFound])
    async def change_payment(
        controller: Annotated[PaymentsController, Depends(provide)],
        payment_id: Annotated[PaymentId, Path()],
        payload: Annotated[PaymentUpdate, json_body(PaymentUpdate)],
        once: Annotated[Once, idempotent("bank.v1.change_payment", "optional")],
        loud: Annotated[Bool, Query()] = False,
    ) -> PaymentRead:
        """Change payment.

        May raise `PaymentNotFound`.
        """
        return await once(
            controller.change_payment, payment_id=payment_id, payload=payload, loud=loud
        )

    @router.put("/{payment_id}", status_code=204, operation_id="bank.v1.replace_payment")
    @operation(errors=[PaymentNotFound])
    async def replace_payment(
        controller: Annotated[PaymentsController, Depends(provide)],
        payment_id: Annotated[PaymentId, Path()],
        payload: Annotated[PaymentCreate, json_body(PaymentCreate)],
        once: Annotated[Once, idempotent("bank.v1.replace_payment", "optional")],
    ) -> None:
        """Replace payment.

        May raise `PaymentNotFound`.
        """
        await once(controller.replace_payment, payment_id=payment_id, payload=payload)

    @router.delete("/{payment_id}", status_code=204, operation_id="bank.v1.cancel_payment")
    @operation(errors=[PaymentNotFound])
    async def cancel_payment(
        controller: Annotated[PaymentsController, Depends(provide)],
        payment_id: Annotated[PaymentId, Path()],
        once: Annotated[Once, idempotent("bank.v1.cancel_payment", "optional")],
    ) -> None:
        """Cancel payment.

        May raise `PaymentNotFound`.
        """
        await once(controller.cancel_payment, payment_id=payment_id)

    @router.get("/{payment_id}", status_code=200, operation_id="bank.v1.get_payment")
    @operation(errors=[PaymentNotFound])
    async def get_payment(
        controller: Annotated[PaymentsController, Depends(provide)],
        payment_id: Annotated[PaymentId, Path()],
    ) -> PaymentRead:
        """Get payment.

        May raise `PaymentNotFound`.
        """
        return await controller.get_payment(payment_id=payment_id)

    return router
