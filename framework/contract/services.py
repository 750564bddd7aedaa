"""Services, and the contract as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from framework.contract.auth import Scheme
    from framework.contract.delivery import RetryPolicy
    from framework.contract.events import Event
    from framework.contract.http import Operation, Problem, Router
    from framework.contract.models import EnumType, Model, ModelModule, Reference, Union
    from framework.contract.types import Extensions


@dataclass(frozen=True, slots=True)
class Consumption:
    """An operation that a service asks of another one, named `service`.

    `timeout` is in ms; what is None is left to the client.
    """

    service: str
    operation: Operation
    timeout: int | None = None
    retry: RetryPolicy | None = None


@dataclass(frozen=True, slots=True)
class Service:
    """A service: `name` in specs, `package` in Python, and what it may do."""

    name: str
    package: str
    type: str
    description: str
    database: bool
    broker: bool
    routers: tuple[Router, ...]
    publishes: tuple[Event, ...]
    subscribes: tuple[Event, ...]
    consumes: tuple[Consumption, ...] = ()
    extensions: Extensions = ()

    @property
    def schemes(self) -> tuple[Scheme, ...]:
        """The schemes that protect its operations, each once."""
        found = [o.auth for router in self.routers for o in router.operations]
        found += [socket.auth for router in self.routers for socket in router.sockets]
        return tuple({scheme.name: scheme for scheme in found if scheme}.values())

    @property
    def verifies(self) -> tuple[Scheme, ...]:
        """Those of them whose credentials it knows itself."""
        return tuple(scheme for scheme in self.schemes if scheme.verification is None)

    @property
    def serves_http(self) -> bool:
        """Whether it compiles to a FastAPI application."""
        return self.type == "python-fastapi"

    @property
    def is_python(self) -> bool:
        """Whether it may import what is compiled."""
        return self.type.startswith("python")

    @property
    def is_worker(self) -> bool:
        """Whether it compiles to a worker without operations of its own."""
        return self.type == "python-faststream"


@dataclass(frozen=True, slots=True)
class Contract:
    """The specs with every name resolved; all that emitters see."""

    modules: tuple[ModelModule, ...]
    problems: tuple[Problem, ...]
    events: tuple[Event, ...]
    services: tuple[Service, ...]
    schemes: tuple[Scheme, ...] = ()

    def models(self) -> dict[str, Model]:
        """Return the models by Python name."""
        return {model.name: model for module in self.modules for model in module.models}

    def enums(self) -> dict[str, EnumType]:
        """Return the enums by Python name."""
        return {enum.name: enum for module in self.modules for enum in module.enums}

    def unions(self) -> dict[str, Union]:
        """Return the unions by Python name."""
        return {union.name: union for module in self.modules for union in module.unions}

    def references(self) -> dict[str, Reference]:
        """Return the references by Python name."""
        return {ref.name: ref for module in self.modules for ref in module.references}


def sent_schemes(service: Service) -> dict[str, tuple[Scheme, ...]]:
    """Return by which schemes the services that `service` consumes from ask who it is."""
    found: dict[str, dict[str, Scheme]] = {}
    for consumption in service.consumes:
        if consumption.operation.auth is not None:
            known = found.setdefault(consumption.service, {})
            known.setdefault(consumption.operation.auth.name, consumption.operation.auth)
    return {target: tuple(schemes.values()) for target, schemes in found.items()}
