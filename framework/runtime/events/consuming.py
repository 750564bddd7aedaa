"""Consume one message: correlation, unit of work, and a log line for each that fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

import structlog

from framework.runtime.context import correlation_id, new_id, safe_id
from framework.runtime.events.adapter import headers
from framework.runtime.events.errors import InvalidMessageError
from framework.runtime.events.unit import unit_of_work

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

    from framework.runtime.events.adapter import Endpoint
    from framework.runtime.events.reader import Delivery
    from framework.runtime.ports import Sink

log = structlog.stdlib.get_logger(__name__)


class Consuming:
    """One consumer at work: call it with each delivery."""

    def __init__(self, endpoint: Endpoint, sink: Sink, engine: AsyncEngine | None) -> None:
        """Call `endpoint`, with a session of `engine`; what it publishes goes to `sink`."""
        self._endpoint = endpoint
        self._sink = sink
        self._engine = engine

    async def __call__(self, delivery: Delivery) -> bool:
        """Consume the message; tell whether it is done. One that failed is logged, never raised."""
        told = headers(delivery.fields)
        token = correlation_id.set(safe_id(told.get("correlation_id", "")) or new_id())
        try:
            async with unit_of_work(self._sink, self._engine):
                await self._endpoint(delivery)
        except InvalidMessageError as error:
            _refuse(str(error), _who(delivery, told))
        except (Exception, SystemExit):
            # SystemExit of one message must not end the loop that serves all.
            log.exception("consumer failed, message left pending", **_who(delivery, told))
        else:
            return True
        finally:
            correlation_id.reset(token)
        return False


def _refuse(reason: str, who: dict[str, str]) -> None:
    """Say what is wrong with a message; where our code noticed it helps nobody."""
    log.error("message is invalid, left pending", reason=reason, **who)


def _who(delivery: Delivery, told: dict[str, str]) -> dict[str, str]:
    return {
        "event_name": delivery.stream,
        "message_id": told.get("message_id", ""),
        "correlation_id": correlation_id.get(),
        "stream_id": delivery.id.decode(),
    }
