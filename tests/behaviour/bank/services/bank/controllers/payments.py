"""What the bank does with payments: it pays, or fails in the way that a note says."""

import asyncio
import os
from typing import Annotated

from fastapi import Depends

from framework.runtime.http import Session, publisher
from services.bank.storage import Payment
from shared.generated.errors import PaymentNotFound, TooMuch
from shared.generated.events.publishers.bank import BankPublisher
from shared.generated.models.payments import (
    PaymentCreate,
    PaymentId,
    PaymentRead,
    PaymentUpdate,
)

MODE = {"pay": ""}
"""How the next payments go."""

Events = Annotated[BankPublisher, Depends(publisher(BankPublisher))]


class PaymentsController:
    """Keeps payments in the database, and tells others."""

    def __init__(self, session: Session, events: Events) -> None:
        """Work within the transaction of one request."""
        self._session = session
        self._events = events

    async def pay(self, *, payload: PaymentCreate) -> PaymentRead:
        """Pay, and take a while."""
        payment = Payment(**payload.model_dump())
        self._session.add(payment)
        await self._session.flush()
        paid = PaymentRead.model_validate(payment)
        await self._events.payment_made(paid)
        await asyncio.sleep(0.02)
        await self._go_on()
        return paid

    async def change_payment(
        self, *, payment_id: PaymentId, loud: bool, payload: PaymentUpdate
    ) -> PaymentRead:
        """Change what is given."""
        payment = await self._find(payment_id)
        for name, value in payload.model_dump().items():
            setattr(payment, name, value)
        payment.note = payment.note.upper() if loud else payment.note
        return PaymentRead.model_validate(payment)

    async def replace_payment(self, *, payment_id: PaymentId, payload: PaymentCreate) -> None:
        """Change all of it."""
        payment = await self._find(payment_id)
        payment.amount, payment.note = payload.amount, payload.note

    async def cancel_payment(self, *, payment_id: PaymentId) -> None:
        """Forget it."""
        await self._session.delete(await self._find(payment_id))

    async def sweep(self) -> None:
        """Do nothing that lasts."""
        await self._go_on()

    async def get_payment(self, *, payment_id: PaymentId) -> PaymentRead:
        """Read it."""
        return PaymentRead.model_validate(await self._find(payment_id))

    async def audit(self) -> PaymentRead:
        """Find nothing."""
        raise PaymentNotFound

    async def _find(self, payment_id: PaymentId) -> Payment:
        payment = await self._session.get(Payment, payment_id)
        if payment is None:
            raise PaymentNotFound
        return payment

    async def _go_on(self) -> None:
        match MODE["pay"]:
            case "refuse":
                raise TooMuch
            case "refuse once":
                MODE["pay"] = ""
                raise TooMuch
            case "crash":
                raise ZeroDivisionError
            case "die":
                os._exit(9)
            case "begin anew":
                await self._session.rollback()
            case "commit and crash":
                await self._session.commit()
                raise ZeroDivisionError
            case _:
                pass
