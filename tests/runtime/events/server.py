"""A Redis that a test may kill."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path


class Server:
    """A Redis of the test's own, which keeps its data over a SIGKILL."""

    def __init__(self, folder: Path, *options: str) -> None:
        """Keep the data in `folder`; `options` are those of redis-server."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]
        self._command = [
            *("redis-server", "--bind", "127.0.0.1", "--port", str(self.port)),
            *("--dir", str(folder), "--appendonly", "yes", "--appendfsync", "always"),
            *options,
        ]

    def start(self) -> None:
        """Start it, or start it again."""
        self._running = subprocess.Popen(self._command, stdout=subprocess.DEVNULL)

    def kill(self) -> None:
        """End it as a power cut would."""
        self._running.kill()
        self._running.wait()


@contextmanager
def serving(folder: Path, *options: str) -> Generator[Server]:
    """Run a server; CI must have one on its PATH."""
    if shutil.which("redis-server") is None:
        if os.environ.get("CI") == "true":
            pytest.fail("CI needs redis-server on its PATH")
        pytest.skip("no redis-server on PATH")
    server = Server(folder, *options)
    server.start()
    try:
        yield server
    finally:
        server.kill()
