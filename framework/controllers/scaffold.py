"""What a service looks like on its first day, by its type."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from framework.contract import names, sent_schemes
from framework.controllers.stubs import stub
from framework.emit.artefact import Artefact
from framework.emit.python import Imports, render
from framework.emit.signatures import event_method, router_methods
from framework.project import PACKAGE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.contract import Contract, Router, Service

_EVENTS = "events"


def scaffold(contract: Contract) -> Iterator[Artefact]:
    """Yield the first files of each service, whether they exist or not."""
    for service in contract.services:
        if service.serves_http or service.is_worker:
            yield from _composed(service)
        elif service.type == "python":
            yield _file(service, "settings.py", _settings(service))
            yield _file(service, "main.py", render("scaffold/script.py.j2", service=service))
        else:
            yield _file(service, "README.md", render("scaffold/README.md.j2", service=service))


def _composed(service: Service) -> Iterator[Artefact]:
    yield _file(service, "settings.py", _settings(service))
    yield _file(service, "main.py", _main(service))
    verifiers = [(each, names.verifier(each.name)) for each in service.verifies]
    if verifiers:
        text = render("scaffold/auth.py.j2", service=service, schemes=verifiers)
        yield _file(service, "auth.py", text)
    for router in service.routers:
        yield _file(service, f"controllers/{router.name}.py", _controller(service, router))
    if service.subscribes:
        yield _file(service, f"controllers/{_EVENTS}.py", _consumer(service))


def _settings(service: Service) -> str:
    targets = dict.fromkeys(consumption.service for consumption in service.consumes)
    fields = [(f"{names.package(target)}_url", target) for target in targets]
    secrets = [
        (names.credential(target, scheme.name), target)
        for target, schemes in sent_schemes(service).items()
        for scheme in schemes
    ]
    return render("scaffold/settings.py.j2", service=service, targets=fields, secrets=secrets)


def _main(service: Service) -> str:
    app = "fastapi.FastAPI" if service.serves_http else "starlette.applications.Starlette"
    create = "create_app" if service.serves_http else "create_worker"
    imports = Imports(
        app,
        f"services.{service.package}.settings.Settings",
        f"{PACKAGE}.services.{service.package}.{create}",
    )
    tags = [router.name for router in service.routers]
    tags += [_EVENTS] if service.subscribes else []
    for tag in tags:
        imports.add(f"services.{service.package}.controllers.{tag}.{names.protocol(tag)}")
    verifiers = [names.verifier(scheme.name) for scheme in service.verifies]
    for verifier in verifiers:
        imports.add(f"services.{service.package}.auth.{verifier}")
    return render(
        "scaffold/main.py.j2",
        service=service,
        imports=imports,
        app=app.rpartition(".")[2],
        create=create,
        controllers=[(tag, names.protocol(tag)) for tag in tags],
        verifiers=verifiers,
    )


def _controller(service: Service, router: Router) -> str:
    imports = Imports()
    return stub(
        service,
        router.name,
        text=f"Answers the operations of `{router.origin}`.",
        methods=router_methods(router, imports),
        publishes=any(operation.emits for operation in router.operations),
        imports=imports,
    )


def _consumer(service: Service) -> str:
    imports = Imports()
    return stub(
        service,
        _EVENTS,
        text=f"Takes the events of `{service.name}`.",
        methods=[event_method(event, imports) for event in service.subscribes],
        publishes=False,
        imports=imports,
    )


def _file(service: Service, name: str, text: str) -> Artefact:
    return Artefact(PurePosixPath("services", service.package, name), text, "services.yml")
