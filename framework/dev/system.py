"""A system that runs: where its services are, what they say, whether they live."""

from __future__ import annotations

import time
from contextlib import suppress
from typing import TYPE_CHECKING

from framework.dev.errors import CrashedError, DevError
from framework.dev.health import fault
from framework.dev.ports import LOOPBACK

if TYPE_CHECKING:
    from collections.abc import Mapping

    from framework.dev.process import Child

SHOWN = 20  # lines of a process that crashed
PAUSE = 0.05  # seconds between two looks


class System:
    """The running services of one project."""

    def __init__(self, broker: str, ports: Mapping[str, int], skipped: Mapping[str, str]) -> None:
        """Know where the services will be; `adopt` tells which process runs them."""
        self.broker = broker
        self.skipped = skipped
        """The services that were not started, and why."""
        self._ports = ports
        self._children: dict[str, Child] = {}

    def adopt(self, service: str, child: Child) -> None:
        """Say that `child` runs `service`."""
        self._children[service] = child

    @property
    def services(self) -> tuple[str, ...]:
        """Name the services that were started."""
        return tuple(self._children)

    def url(self, service: str) -> str:
        """Give the address of a service that serves, such as `http://127.0.0.1:8000`."""
        return f"http://{LOOPBACK}:{self._ports[service]}"

    def logs(self, service: str) -> tuple[str, ...]:
        """Give the lines of the process of `service`; on `memory://` others share that process."""
        return self._children[service].lines

    def check(self) -> None:
        """Raise CrashedError, with its last lines, when a process has ended."""
        for service, child in self._children.items():
            code = child.ended()
            if code is not None:
                child.wait(1)
                told = "\n".join(child.lines[-SHOWN:])
                message = f"`{service}` ended with code {code}; its last lines:\n{told}"
                raise CrashedError(message)

    def await_ready(self, seconds: float) -> None:
        """Wait until each service that serves is ready.

        Raises CrashedError when a process ends instead, DevError when one takes too long.
        """
        deadline = time.monotonic() + seconds
        for service in self._children.keys() & self._ports.keys():
            while reason := fault(self._ports[service]):
                self.check()
                if time.monotonic() > deadline:
                    message = f"`{service}` is not ready after {seconds:.0f} s: {reason}"
                    raise DevError(message)
                time.sleep(PAUSE)
        self.check()

    def wait(self) -> None:
        """Wait for Ctrl-C; raise CrashedError when a process ends before."""
        with suppress(KeyboardInterrupt):
            while True:
                self.check()
                time.sleep(PAUSE)
