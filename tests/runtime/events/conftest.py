"""Brokers to test against: the fake in memory, and a real Redis when there is one."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
import redis
from structlog.testing import capture_logs

from tests.runtime.events.bus import Bus

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Generator

    from structlog.typing import EventDict

REDIS_URL = os.environ.get("REDIS_URL", "redis://127.0.0.1:6379/15")


@pytest.fixture
def anyio_backend() -> str:
    """Run on asyncio only: the broker does."""
    return "asyncio"


@pytest.fixture(autouse=True)
def logs() -> Generator[list[EventDict]]:
    """Give what was logged."""
    with capture_logs() as lines:
        yield lines


@pytest.fixture
def redis_url() -> str:
    """Give a Redis that answers; CI must have one, a laptop need not."""
    try:
        with redis.Redis.from_url(REDIS_URL, socket_connect_timeout=1) as client:
            client.ping()
    except redis.RedisError as error:
        if os.environ.get("CI") == "true":
            pytest.fail(f"CI needs a Redis at {REDIS_URL}: {error}")
        pytest.skip(f"no Redis at {REDIS_URL}")
    return REDIS_URL


@pytest.fixture
def stream(request: pytest.FixtureRequest) -> Generator[str]:
    """Give a stream name of this test's own; what it left on a real Redis is removed."""
    prefix = f"test_{uuid4().hex[:12]}_"
    yield prefix + "happened"
    if "redis_url" in request.fixturenames:
        with redis.Redis.from_url(REDIS_URL) as client:
            for key in client.scan_iter(match=f"*{prefix}*"):
                client.delete(key)


@pytest.fixture(params=["memory", "redis"])
async def bus(request: pytest.FixtureRequest, stream: str) -> AsyncGenerator[Bus]:
    """Give brokers on each backend."""
    memory = f"memory://{stream}"
    url = memory if request.param == "memory" else request.getfixturevalue("redis_url")
    bus = Bus(url, stream)
    yield bus
    await bus.close()


@pytest.fixture
async def real(redis_url: str, stream: str) -> AsyncGenerator[Bus]:
    """Give brokers on a real Redis."""
    bus = Bus(redis_url, stream)
    yield bus
    await bus.close()
