"""The broker behind `memory://`: a fake of Redis that all brokers of one process share."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import structlog
from fakeredis import FakeAsyncRedis, FakeServer

if TYPE_CHECKING:
    from redis.asyncio import Redis

log = structlog.stdlib.get_logger(__name__)


def memory_client(name: str) -> Redis:
    """Give a client of the fake called `name`: brokers of the same name talk to each other."""
    # Scripts see the replies of RESP2 in a real Redis; the fake shows them those of its client.
    return FakeAsyncRedis(server=_server(name), protocol=2)


@cache
def _server(name: str) -> FakeServer:
    log.warning("events are kept in memory: not durable, one process", broker=f"memory://{name}")
    return FakeServer()
