# Generated from the routers and events of bank. Do not edit: change the spec, then run `make generate`.
"""The controllers of `bank`: what is written by hand fulfils these Protocols."""

from typing import Protocol

from shared.generated.models.payments import PaymentCreate, PaymentId, PaymentRead, PaymentUpdate


class PaymentsController(Protocol):
    """Answers the operations of `specs/routers/bank/payments.yaml`."""

    async def pay(self, *, payload: PaymentCreate) -> PaymentRead:
        """Pay once.

        May raise `TooMuch`. May publish `payment_made`.
        """
        ...

    async def sweep(self) -> None:
        """Sweep."""
        ...

    async def audit(self) -> PaymentRead:
        """Audit.

        May raise `PaymentNotFound`.
        """
        ...

    async def change_payment(
        self, *, payment_id: PaymentId, loud: bool, payload: PaymentUpdate
    ) -> PaymentRead:
        """Change payment.

        May raise `PaymentNotFound`.
        """
        ...

    async def replace_payment(self, *, payment_id: PaymentId, payload: PaymentCreate) -> None:
        """Replace payment.

        May raise `PaymentNotFound`.
        """
        ...

    async def cancel_payment(self, *, payment_id: PaymentId) -> None:
        """Cancel payment.

        May raise `PaymentNotFound`.
        """
        ...

    async def get_payment(self, *, payment_id: PaymentId) -> PaymentRead:
        """Get payment.

        May raise `PaymentNotFound`.
        """
        ...
