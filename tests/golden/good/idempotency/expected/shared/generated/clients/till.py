# Generated from services.yml. Do not edit: change the spec, then run `make generate`.
"""What `till` asks of other services."""

from framework.runtime import clients
from framework.runtime.types import IdempotencyKey
from shared.generated.errors import TooMuch
from shared.generated.models.payments import PaymentCreate, PaymentRead

_BANK_V1_PAY = clients.Call[PaymentRead](
    "bank.v1.pay",
    "POST",
    "/v1/payments",
    201,
    parameters=[clients.header("idempotency_key", IdempotencyKey, "Idempotency-Key")],
    body=PaymentCreate,
    result=PaymentRead,
    errors=[TooMuch],
)


class BankClient(clients.Client):
    """The operations of `bank` that `till` consumes."""

    async def pay(self, *, payload: PaymentCreate, idempotency_key: str) -> PaymentRead:
        """Pay once.

        May raise `TooMuch`. May publish `payment_made`.
        """
        return await self._call(_BANK_V1_PAY, payload, idempotency_key=idempotency_key)
