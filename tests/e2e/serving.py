"""Run commands and servers of the project, and show what they said when they fail."""

import os
import socket
import subprocess
import time
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path

STARTING = 20.0  # seconds that a server has until it takes connections


def run(*command: str | Path, cwd: Path, env: Mapping[str, str] | None = None) -> str:
    """Run `command` to its end and return what it printed; fail with all of it."""
    done = subprocess.run(
        command,
        cwd=cwd,
        env=os.environ | (env or {}),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def free_port() -> int:
    """Find a port of loopback that nobody listens to."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


@contextmanager
def serving(
    *command: str | Path, cwd: Path, port: int, env: Mapping[str, str] | None = None
) -> Generator[str]:
    """Run the server `command` within the block; give its URL once it listens on `port`."""
    with subprocess.Popen(command, cwd=cwd, env=os.environ | (env or {})) as process:
        try:
            _wait_for(process, port)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


def _wait_for(process: subprocess.Popen[bytes], port: int) -> None:
    deadline = time.monotonic() + STARTING
    while time.monotonic() < deadline:
        assert process.poll() is None, f"{process.args!r} ended with {process.returncode}"
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise TimeoutError(process.args)
