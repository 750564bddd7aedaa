"""One child process: its lines, whether it lives, and its end."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
from collections import deque
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

KEPT = 10_000  # lines of each process


class Child:
    """A process in a group of its own, so that Ctrl-C reaches only who may stop it in order."""

    def __init__(
        self,
        name: str,
        command: Sequence[str],
        *,
        root: Path,
        environment: Mapping[str, str],
        hear: Callable[[str, str], None],
    ) -> None:
        """Start `command` in `root`; each line that it prints goes to `hear` with `name`."""
        self.name = name
        self._lines: deque[str] = deque(maxlen=KEPT)
        self._hear = hear
        self._process = subprocess.Popen(  # noqa: S603 - commands of our own making
            command,
            cwd=root,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            start_new_session=True,
        )
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    @property
    def lines(self) -> tuple[str, ...]:
        """Give what it has printed, line by line."""
        return tuple(self._lines)

    def ended(self) -> int | None:
        """Return its exit code, or None while it runs."""
        return self._process.poll()

    def ask_to_stop(self) -> None:
        """Send SIGTERM."""
        self._signal(signal.SIGTERM)

    def wait(self, seconds: float) -> bool:
        """Wait for its end, at most so long; tell whether it came."""
        try:
            self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            return False
        self._listener.join(timeout=1)
        return True

    def kill(self) -> None:
        """Send SIGKILL to all of its group: what it has started ends too."""
        self._signal(signal.SIGKILL)
        self._process.wait()
        self._listener.join(timeout=1)

    def _signal(self, number: signal.Signals) -> None:
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, number)

    def _listen(self) -> None:
        if (stream := self._process.stdout) is None:
            return
        with stream:
            for line in stream:
                self._lines.append(line.rstrip("\n"))
                self._hear(self.name, line.rstrip("\n"))
