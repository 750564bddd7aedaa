"""The broker behind `memory://`: a fake of Redis that all brokers of one process share."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import structlog

if TYPE_CHECKING:
    from fakeredis import FakeServer
    from redis.asyncio import Redis

log = structlog.stdlib.get_logger(__name__)


def memory_client(name: str) -> Redis:
    """Give a client of the fake called `name`: brokers of the same name talk to each other."""
    from fakeredis import FakeAsyncRedis  # noqa: PLC0415 - development only, and slow to import

    return FakeAsyncRedis(server=_server(name))


@cache
def _server(name: str) -> FakeServer:
    from fakeredis import FakeServer  # noqa: PLC0415 - see above

    log.warning("events are kept in memory: not durable, one process", broker=f"memory://{name}")
    return FakeServer()
