"""Consume one message: correlation and unit of work; what fails is raised."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from framework.runtime.context import correlation_id, new_id, safe_id
from framework.runtime.events.adapter import headers
from framework.runtime.events.unit import unit_of_work

if TYPE_CHECKING:
    from framework.runtime.events.adapter import Endpoint
    from framework.runtime.events.port import Delivery
    from framework.runtime.events.unit import Supplies
    from framework.runtime.ports import Sink


@dataclass(frozen=True, slots=True)
class Told:
    """What a message says of itself, fit for logs."""

    message_id: str
    correlation_id: str


class Consuming:
    """One consumer at work: call it with each delivery."""

    def __init__(self, endpoint: Endpoint, sink: Sink, supplies: Supplies) -> None:
        """Call `endpoint` with what it asks for; what it publishes goes to `sink`."""
        self._endpoint = endpoint
        self._sink = sink
        self._supplies = supplies

    def told(self, delivery: Delivery) -> Told:
        """Read what a message says of itself; one that says nothing starts a correlation."""
        said = headers(delivery.fields)
        correlation = safe_id(said.get("correlation_id", "")) or new_id()
        return Told(said.get("message_id", ""), correlation)

    async def __call__(self, delivery: Delivery, told: Told) -> None:
        """Consume the message: when this returns it is done, and its transaction is committed."""
        token = correlation_id.set(told.correlation_id)
        try:
            async with unit_of_work(self._sink, self._supplies):
                await self._endpoint(delivery)
        finally:
            correlation_id.reset(token)
