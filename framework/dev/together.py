"""Serve several ASGI services in one process, so that they share a broker in memory.

Run as `python -m framework.dev.together backend=8001 notifications=8002`: packages below
`services` and the ports on loopback to serve them on.
"""

from __future__ import annotations

import asyncio
import signal
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import uvicorn

from framework.dev.ports import LOOPBACK

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence


class _Server(uvicorn.Server):
    """A server that leaves signals to the process that several of them share."""

    @contextmanager
    def capture_signals(self) -> Generator[None]:
        yield


def main(arguments: Sequence[str]) -> int:
    """Serve until SIGTERM or SIGINT; return 3, as uvicorn does, when a service does not start."""
    return asyncio.run(_serve([_server(*pair.split("=")) for pair in arguments]))


def _server(package: str, port: str) -> _Server:
    return _Server(
        uvicorn.Config(
            f"services.{package}.main:create",
            factory=True,
            host=LOOPBACK,
            port=int(port),
        )
    )


async def _serve(servers: list[_Server]) -> int:
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, _stop, servers)
    serving = [asyncio.create_task(server.serve()) for server in servers]
    # One that ends, however it does, ends all: half a system is none.
    await asyncio.wait(serving, return_when=asyncio.FIRST_COMPLETED)
    _stop(servers)
    await asyncio.gather(*serving)
    return 0 if all(server.started for server in servers) else 3


def _stop(servers: list[_Server]) -> None:
    for server in servers:
        server.should_exit = True


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
