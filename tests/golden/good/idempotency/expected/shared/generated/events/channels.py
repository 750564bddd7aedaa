# Generated from specs/events/payments.yaml. Do not edit: change the spec, then run `make generate`.
"""The events of the project and what their messages look like."""

from framework.runtime.events import Event
from shared.generated.models.payments import PaymentRead

__all__ = [
    "PAYMENT_MADE",
]

PAYMENT_MADE = Event("payment_made", PaymentRead)
"""The event `payment_made`."""
