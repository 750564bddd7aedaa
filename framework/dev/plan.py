"""Decide what is started for a project: which commands, on which ports, in which environment."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from framework.dev.broker import MEMORY
from framework.dev.errors import DevError
from framework.dev.ports import LOOPBACK, free_port, taken

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from framework.dev.services import Service


@dataclass(frozen=True, slots=True)
class Launch:
    """One process to start, and the services that run in it."""

    name: str
    command: tuple[str, ...]
    services: tuple[Service, ...]


def choose_ports(services: Iterable[Service], wanted: Mapping[str, int]) -> dict[str, int]:
    """Give a port on loopback to each service that serves: the wanted one, or a free one.

    Raises DevError when a wanted port is taken.
    """
    for name, port in wanted.items():
        if taken(port):
            message = f"port {port}, wanted for `{name}`, is taken: stop what listens there"
            raise DevError(message)
    return {
        service.name: wanted.get(service.name) or free_port()
        for service in services
        if service.serves
    }


def plan(services: Sequence[Service], ports: Mapping[str, int], broker: str) -> tuple[Launch, ...]:
    """Give a process to each service; on a broker in memory, one to all that serve."""
    serving = tuple(service for service in services if service.serves)
    if broker == MEMORY:
        return (_together(serving, ports),) if serving else ()
    return tuple(_alone(service, ports) for service in services)


def environment_for(
    base: Mapping[str, str], ports: Mapping[str, int], broker: str
) -> dict[str, str]:
    """Tell the services where their broker and the other services are.

    A variable that is set already stays as it is.
    """
    urls = {_variable(name): f"http://{LOOPBACK}:{port}" for name, port in ports.items()}
    return {**urls, "PYTHONUNBUFFERED": "1", **base, "BROKER_URL": broker}


def _variable(service: str) -> str:
    return f"{service.replace('-', '_').upper()}_URL"


def _alone(service: Service, ports: Mapping[str, int]) -> Launch:
    module = f"services.{service.package}.main"
    if not service.serves:
        return Launch(service.name, (sys.executable, "-m", module), (service,))
    command = (
        *(sys.executable, "-m", "uvicorn", "--factory", f"{module}:create"),
        *("--host", LOOPBACK, "--port", str(ports[service.name])),
    )
    return Launch(service.name, command, (service,))


def _together(services: tuple[Service, ...], ports: Mapping[str, int]) -> Launch:
    pairs = (f"{service.package}={ports[service.name]}" for service in services)
    return Launch("services", (sys.executable, "-m", "framework.dev.together", *pairs), services)
