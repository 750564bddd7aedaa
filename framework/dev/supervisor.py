"""Start all services of a project, wait until they are ready, and stop them in order."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from framework.dev.broker import MEMORY, broker
from framework.dev.console import console, silent
from framework.dev.errors import DevError
from framework.dev.plan import choose_ports, environment_for, plan
from framework.dev.process import Child
from framework.dev.services import read_services
from framework.dev.system import SHOWN, System

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Mapping, Sequence
    from pathlib import Path

    from framework.dev.services import Service

READY_WITHIN = 60.0  # seconds
MIGRATED_WITHIN = 120.0
GRACE = 20.0  # more than the services give to the messages and requests in hand


@contextmanager
def running(
    root: Path,
    *,
    ports: Mapping[str, int] | None = None,
    environment: Mapping[str, str] | None = None,
    echo: bool = True,
) -> Generator[System]:
    """Run the services of the project at `root` for the time of the block, all on loopback.

    `ports` fixes the port of a service by its name; others get a free one. `environment` replaces
    this process's own. With `echo`, what the services say is printed. Raises DevError when the
    system does not come up; whatever ends the block, SIGTERM included, nothing is left running.
    """
    base = dict(os.environ if environment is None else environment)
    services = read_services(root)
    hear = console([service.name for service in services]) if echo else silent
    with _sigterm_raises(), broker(base) as url:
        skipped = _obstacles(services, base, url)
        started = [service for service in services if service.name not in skipped]
        chosen = choose_ports(started, ports or {})
        start = _Starter(root, environment_for(base, chosen, url), hear)
        for service in started:
            start.migrate(service)
        system = System(url, chosen, skipped)
        with _stopping() as children:
            for launch in plan(started, chosen, url):
                child = start(launch.name, launch.command)
                children.append(child)
                for service in launch.services:
                    system.adopt(service.name, child)
            system.await_ready(READY_WITHIN)
            yield system


class _Starter:
    """Starts processes that share a folder, an environment and a listener."""

    def __init__(
        self, root: Path, environment: Mapping[str, str], hear: Callable[[str, str], None]
    ) -> None:
        self._root = root
        self._environment = environment
        self._hear = hear

    def __call__(self, name: str, command: Sequence[str]) -> Child:
        return Child(name, command, root=self._root, environment=self._environment, hear=self._hear)

    def migrate(self, service: Service) -> None:
        """Bring the database of `service` up to date, if it has migrations."""
        if not service.migrates:
            return
        with _stopping() as children:
            child = self(
                service.name, (sys.executable, "-m", f"services.{service.package}.migrate")
            )
            children.append(child)
            if not child.wait(MIGRATED_WITHIN) or child.ended() != 0:
                told = "\n".join(child.lines[-SHOWN:])
                message = f"the migrations of `{service.name}` failed; their last lines:\n{told}"
                raise DevError(message)


def _obstacles(
    services: Sequence[Service], environment: Mapping[str, str], url: str
) -> dict[str, str]:
    reasons = {service.name: service.obstacle(environment) for service in services}
    if url == MEMORY:
        apart = "needs a broker that processes share: set REDIS_URL, or install redis-server"
        reasons |= {s.name: reasons[s.name] or apart for s in services if not s.serves}
    return {name: reason for name, reason in reasons.items() if reason}


@contextmanager
def _stopping() -> Generator[list[Child]]:
    """Give a list of children, which are ended with the block: asked to, then killed."""
    children: list[Child] = []
    try:
        yield children
    finally:
        try:
            for child in children:
                child.ask_to_stop()
            deadline = time.monotonic() + GRACE
            for child in children:
                child.wait(max(0.0, deadline - time.monotonic()))
        finally:
            for child in children:
                child.kill()


@contextmanager
def _sigterm_raises() -> Generator[None]:
    """Make SIGTERM end the block like an exception, so that what it started is stopped."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, lambda number, _frame: sys.exit(128 + number))
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
