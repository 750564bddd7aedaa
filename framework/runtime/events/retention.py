"""Keep streams from growing for ever: trim what every subscriber has done with, and no more."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import structlog
from redis.exceptions import RedisError

from framework.runtime.events.scripts import TRIM

if TYPE_CHECKING:
    from redis.asyncio import Redis

    from framework.runtime.events.event import Retention

BATCH = 1000  # what the script takes at once: Redis does nothing else meanwhile
PAUSE = 10.0  # seconds between two trims of one stream by one process

log = structlog.stdlib.get_logger(__name__)


class Trimmer:
    """Trims streams through one client, each now and then."""

    def __init__(self, client: Redis) -> None:
        """Trim nothing yet."""
        self._client = client
        self._next: dict[str, float] = {}

    async def trim(self, stream: str, retention: Retention | None) -> None:
        """Trim `stream` if it has a retention and its time has come; a failure is only logged."""
        if retention is None or time.monotonic() < self._next.get(stream, 0.0):
            return
        self._next[stream] = time.monotonic() + PAUSE
        age = "" if retention.max_age is None else int(retention.max_age * 1000)
        arguments = [retention.max_len or "", age, *retention.groups]
        script = self._client.register_script(TRIM)
        try:
            while await script(keys=[stream], args=arguments, client=self._client) >= BATCH:
                pass
        except (RedisError, OSError) as error:
            log.warning("a stream was not trimmed", stream=stream, reason=str(error))
