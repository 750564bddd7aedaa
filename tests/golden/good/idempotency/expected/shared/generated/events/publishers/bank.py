# Generated from the events of bank. Do not edit: change the spec, then run `make generate`.
"""The events that `bank` may publish, and no others."""

from framework.runtime.events import Publisher
from shared.generated.events.channels import PAYMENT_MADE
from shared.generated.models.payments import PaymentRead


class BankPublisher(Publisher):
    """Publishes the events of `bank`."""

    async def payment_made(self, message: PaymentRead) -> None:
        """Publish `payment_made`."""
        await self.publish(PAYMENT_MADE, message)
