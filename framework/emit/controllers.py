"""Emit the Protocols that hand-written controllers fulfil."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.contract import names
from framework.emit.artefact import Artefact
from framework.emit.python import Imports, render
from framework.emit.signatures import event_method, router_methods
from framework.project import GENERATED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.contract import Contract, Service
    from framework.emit.signatures import Method


def emit(contract: Contract) -> Iterator[Artefact]:
    """Yield `shared/generated/controllers/<service>.py`."""
    for service in contract.services:
        imports = Imports("typing.Protocol")
        protocols = list(_protocols(service, imports))
        if protocols:
            origin = service.routers[0].origin if service.routers else service.subscribes[0].origin
            text = render(
                "controllers.py.j2", service=service, protocols=protocols, imports=imports
            )
            path = GENERATED / "controllers" / f"{service.package}.py"
            yield Artefact(path, text, origin)


def _protocols(service: Service, imports: Imports) -> Iterator[tuple[str, str, list[Method]]]:
    for router in service.routers:
        methods = router_methods(router, imports)
        yield router.protocol, f"Answers the operations of `{router.origin}`.", methods
    if service.subscribes:
        methods = [event_method(event, imports) for event in service.subscribes]
        yield names.protocol("events"), f"Takes the events of `{service.name}`.", methods
