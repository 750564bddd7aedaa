"""Emit channels, a publisher for each service that may publish, consumers for each subscriber."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.contract import Kind, names
from framework.emit.artefact import Artefact
from framework.emit.delivery import policy, retention
from framework.emit.python import Imports, plain, render
from framework.emit.signatures import event_method
from framework.project import GENERATED, PACKAGE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.contract import Contract, Event, Service

_FOLDER = GENERATED / "events"
_CHANNELS = f"{PACKAGE}.events.channels"


def emit(contract: Contract) -> Iterator[Artefact]:
    """Yield `shared/generated/events/{channels,publishers/<service>,consumers/<service>}.py`."""
    if contract.events:
        yield _channels(contract)
    for service in contract.services:
        if service.publishes:
            yield _publisher(service)
        if service.subscribes:
            yield _consumers(service)


def _channels(contract: Contract) -> Artefact:
    imports = Imports("framework.runtime.events.Event")
    channels = [
        (event, plain(event.message, imports), _is_union(event), retention(event))
        for event in contract.events
    ]
    if any(event.retention for event in contract.events):
        imports.add("framework.runtime.events.Retention")
    if any(map(_is_union, contract.events)):
        imports.add("pydantic.TypeAdapter")
    origins = sorted({event.origin for event in contract.events})
    text = render("channels.py.j2", channels=channels, origins=origins, imports=imports)
    return Artefact(_FOLDER / "channels.py", text, origins[0])


def _is_union(event: Event) -> bool:
    return event.message.kind is Kind.UNION


def _publisher(service: Service) -> Artefact:
    imports = Imports("framework.runtime.events.Publisher")
    for event in service.publishes:
        imports.add(f"{_CHANNELS}.{event.constant}")
    text = render(
        "publisher.py.j2",
        service=service,
        publisher=names.publisher(service.name),
        methods=[(event, event_method(event, imports)) for event in service.publishes],
        imports=imports,
    )
    path = _FOLDER / "publishers" / f"{service.package}.py"
    return Artefact(path, text, service.publishes[0].origin)


def _consumers(service: Service) -> Artefact:
    protocol = names.protocol("events")
    imports = Imports(
        "collections.abc.Callable",
        "typing.Annotated",
        "faststream.Depends",
        "framework.runtime.events.Consumers",
        f"{PACKAGE}.controllers.{service.package}.{protocol}",
    )
    for event in service.subscribes:
        imports.add(f"{_CHANNELS}.{event.constant}")
    if any(map(policy, service.subscribes)):
        imports.add("framework.runtime.events.RetryPolicy")
    text = render(
        "consumers.py.j2",
        service=service,
        protocol=protocol,
        methods=[
            (event, event_method(event, imports), policy(event)) for event in service.subscribes
        ],
        imports=imports,
    )
    path = _FOLDER / "consumers" / f"{service.package}.py"
    return Artefact(path, text, service.subscribes[0].origin)
