"""Emit the composition of each Python service."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.contract import names
from framework.emit.artefact import Artefact
from framework.emit.auth import credentials_call, scheme_call
from framework.emit.python import Imports, literal, render
from framework.project import GENERATED, PACKAGE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.contract import Contract, Service


def emit(contract: Contract) -> Iterator[Artefact]:
    """Yield `shared/generated/services/<service>.py`."""
    for service in contract.services:
        path = GENERATED / "services" / f"{service.package}.py"
        if service.serves_http or service.is_worker:
            yield Artefact(path, _composed(service), "services.yml")
        elif service.type == "python" and (service.publishes or service.consumes):
            yield Artefact(path, _opened(service), "services.yml")


def _composed(service: Service) -> str:
    template, returned, compose = (
        ("app.py.j2", "fastapi.FastAPI", "compose_app")
        if service.serves_http
        else ("worker.py.j2", "starlette.applications.Starlette", "compose_worker")
    )
    imports = Imports(
        returned,
        "framework.runtime.access.Access",
        f"framework.runtime.app.{compose}",
        "framework.runtime.settings.ServiceSettings",
    )
    controllers = list(_controllers(service, imports))
    verifiers = [names.verifier(scheme.name) for scheme in service.verifies]
    if verifiers:
        imports.add("framework.runtime.auth.Verifier")
    if controllers:
        imports.add("collections.abc.Callable")
        imports.add("typing.TypedDict")
        imports.add("typing.Unpack")
        imports.add("framework.runtime.controllers.check_controllers")
    if service.serves_http:
        imports.add("pathlib.Path")
    for router in service.routers:
        factory = names.factory(router.name)
        imports.add(f"{PACKAGE}.routers.{service.package}.{router.name}.{factory}")
    if service.subscribes:
        imports.add(f"{PACKAGE}.events.consumers.{service.package}.create_consumers")
    return render(
        template,
        service=service,
        mapping=names.controllers(service.name),
        controllers=controllers,
        verifiers=verifiers,
        access=_access(service, imports),
        imports=imports,
    )


def _access(service: Service, imports: Imports) -> str:
    """Return the arguments of `Access`."""
    reach = {"database": service.database, "broker": service.broker}
    said = [f"{name}=True" for name, reached in reach.items() if reached]
    if service.consumes:
        asked = _clients(service, imports)
        addresses = (f"{name}: address_of(settings, {literal(target)})" for target, name in asked)
        said.append(f"clients={{{', '.join(addresses)}}}")
        shown = ((name, credentials_call(service, target, imports)) for target, name in asked)
        known = ", ".join(f"{name}: {call}" for name, call in shown if call)
        said += [f"credentials={{{known}}}"] if known else []
    if service.schemes:
        schemes = (f"{literal(s.name)}: {scheme_call(s, imports)}" for s in service.schemes)
        said.append(f"auth={{{', '.join(schemes)}}}")
    return ", ".join(said)


def _controllers(service: Service, imports: Imports) -> Iterator[tuple[str, str]]:
    package = f"{PACKAGE}.controllers.{service.package}"
    tags = [(router.name, router.protocol) for router in service.routers]
    events = [("events", names.protocol("events"))] if service.subscribes else []
    for name, protocol in (*tags, *events):
        imports.add(f"{package}.{protocol}")
        yield name, protocol


def _clients(service: Service, imports: Imports) -> list[tuple[str, str]]:
    """Return each service that is asked, with its client."""
    targets = dict.fromkeys(consumption.service for consumption in service.consumes)
    for target in targets:
        imports.add("framework.runtime.clients.address_of")
        imports.add(f"{PACKAGE}.clients.{service.package}.{names.client(target)}")
    return [(target, names.client(target)) for target in targets]


def _opened(service: Service) -> str:
    publisher = names.publisher(service.name)
    imports = Imports(
        "contextlib.AbstractAsyncContextManager", "framework.runtime.settings.ServiceSettings"
    )
    if service.publishes:
        imports.add("framework.runtime.events")
        imports.add(f"{PACKAGE}.events.publishers.{service.package}.{publisher}")
    if service.consumes:
        imports.add("framework.runtime.clients.open_client")
    return render(
        "script.py.j2",
        service=service,
        publisher=publisher if service.publishes else "",
        clients=[
            (names.opener(target), target, name, credentials_call(service, target, imports))
            for target, name in _clients(service, imports)
        ],
        imports=imports,
    )
