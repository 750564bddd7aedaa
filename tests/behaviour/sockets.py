"""Serve an application on a socket of loopback, as users do."""

from __future__ import annotations

import asyncio
import threading
import time
from contextlib import asynccontextmanager, contextmanager
from typing import TYPE_CHECKING, Any

import uvicorn

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator


@asynccontextmanager
async def served(app: Any, **options: Any) -> AsyncIterator[str]:  # noqa: ANN401 - any ASGI app, any option
    """Run `app` on a port of its own; give `127.0.0.1:port`."""
    config = uvicorn.Config(
        app, port=0, log_config=None, lifespan="on", timeout_graceful_shutdown=5, **options
    )
    server = uvicorn.Server(config)
    serving = asyncio.create_task(server.serve())
    while not server.started:
        assert not serving.done(), serving
        await asyncio.sleep(0.01)
    try:
        yield f"127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        await serving


@contextmanager
def hosted(app: Any) -> Iterator[str]:  # noqa: ANN401 - any ASGI app
    """Do the same in a thread, for clients that block."""
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_config=None))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        assert thread.is_alive()
        time.sleep(0.01)
    try:
        yield f"127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()


async def until(seen: list[str], count: int) -> None:
    """Return when that many things were seen; fail if it takes too long."""
    async with asyncio.timeout(5):
        while len(seen) < count:  # noqa: ASYNC110 - the list is the controller's
            await asyncio.sleep(0.01)
