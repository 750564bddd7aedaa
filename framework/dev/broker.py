"""Choose a broker for development: the one that is named, a private Redis, or memory."""

from __future__ import annotations

import shutil
import socket
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from framework.dev.errors import DevError
from framework.dev.ports import LOOPBACK, free_port
from framework.dev.process import Child

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping

MEMORY = "memory://"
STARTED_WITHIN = 10.0  # seconds
GRACE = 5.0


@contextmanager
def broker(environment: Mapping[str, str]) -> Generator[str]:
    """Give the URL of a broker for the time of the block.

    That is `BROKER_URL` or `REDIS_URL` if one is set; else a `redis-server` from PATH, started for
    the block alone; else `memory://`, which all services can only share inside one process.
    """
    if url := environment.get("BROKER_URL") or environment.get("REDIS_URL"):
        yield url
    elif binary := shutil.which("redis-server", path=environment.get("PATH")):
        with private_redis(binary, environment) as url:
            yield url
    else:
        yield MEMORY


@contextmanager
def private_redis(binary: str, environment: Mapping[str, str]) -> Generator[str]:
    """Run a Redis on a free port of loopback, with nothing on disk, and end it with the block."""
    port = free_port()
    with tempfile.TemporaryDirectory(prefix="redis-") as folder:
        server = Child(
            "redis",
            [
                *(binary, "--bind", LOOPBACK, "--port", str(port)),
                *("--save", "", "--appendonly", "no", "--dir", folder),
            ],
            root=Path(folder),
            environment=environment,
            hear=lambda _name, _line: None,
        )
        try:
            _await_answer(server, port)
            yield f"redis://{LOOPBACK}:{port}/0"
        finally:
            server.ask_to_stop()
            server.wait(GRACE)
            server.kill()


def _await_answer(server: Child, port: int) -> None:
    deadline = time.monotonic() + STARTED_WITHIN
    while not _answers(port):
        if server.ended() is not None or time.monotonic() > deadline:
            told = "\n".join(server.lines[-5:])
            message = f"redis-server did not start; set REDIS_URL to use another one\n{told}"
            raise DevError(message)
        time.sleep(0.02)


def _answers(port: int) -> bool:
    try:
        with socket.create_connection((LOOPBACK, port), timeout=1) as connection:
            connection.sendall(b"PING\r\n")
            return connection.recv(16).startswith(b"+PONG")
    except OSError:
        return False
