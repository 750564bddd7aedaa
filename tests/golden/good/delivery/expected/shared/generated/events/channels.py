# Generated from specs/events.yaml. Do not edit: change the spec, then run `make generate`.
"""The events of the project and what their messages look like."""

from framework.runtime.events import Event, Retention
from shared.generated.models.models import OrderRead

__all__ = [
    "ORDER_ARCHIVED",
    "ORDER_CANCELLED",
    "ORDER_COUNTED",
    "ORDER_PACKED",
    "ORDER_PLACED",
    "ORDER_VIEWED",
]

ORDER_ARCHIVED = Event("order_archived", OrderRead, retention=Retention(max_len=10))
"""The event `order_archived`."""

ORDER_CANCELLED = Event("order_cancelled", OrderRead)
"""The event `order_cancelled`."""

ORDER_COUNTED = Event("order_counted", OrderRead)
"""The event `order_counted`."""

ORDER_PACKED = Event("order_packed", OrderRead)
"""The event `order_packed`."""

ORDER_PLACED = Event(
    "order_placed",
    OrderRead,
    key="id",
    retention=Retention(max_len=100000, max_age=604800, groups=["audit", "mailer"]),
)
"""Somebody ordered something."""

ORDER_VIEWED = Event("order_viewed", OrderRead, retention=Retention(max_age=5400, groups=["audit"]))
"""The event `order_viewed`."""
