"""Resolve services: their routers, and which events they publish and take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.contract import names
from framework.contract.resolve.access import has_broker, has_database
from framework.contract.resolve.delivery import call_retry_of
from framework.contract.resolve.extensions import extensions_of
from framework.contract.services import Consumption, Service

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from framework.contract.events import Event
    from framework.contract.http import Router
    from framework.spec import ServiceSpec, SpecSet


def resolve_services(
    specs: SpecSet, routers: tuple[Router, ...], events: Mapping[str, Event]
) -> tuple[Service, ...]:
    """Return the services in the order of `services.yml`."""
    return tuple(
        Service(
            name=name,
            package=names.package(name),
            type=declared.spec.type,
            description=declared.spec.description or "",
            database=has_database(specs, declared.spec),
            broker=has_broker(specs, declared.spec),
            routers=tuple(router for router in routers if router.service == name),
            publishes=tuple(event for event in events.values() if name in event.publishers),
            subscribes=tuple(event for event in events.values() if name in event.subscribers),
            consumes=tuple(_consumes(declared.spec, routers)),
            extensions=extensions_of(declared.spec),
        )
        for name, declared in specs.services.items()
    )


def _consumes(spec: ServiceSpec, routers: tuple[Router, ...]) -> Iterator[Consumption]:
    known = {o.id: (router.service, o) for router in routers for o in router.operations}
    for consumed in spec.consumes:
        service, operation = known[consumed.operation]
        yield Consumption(
            service,
            operation,
            timeout=consumed.timeout if consumed.has("timeout") else None,
            retry=call_retry_of(consumed),
        )
