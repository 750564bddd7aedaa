"""Emit what makes `shared/generated` a set of packages with settings of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.emit.artefact import Artefact
from framework.emit.python import docstring, render
from framework.project import GENERATED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.contract import Contract

_TEXTS = {
    "": "What the compiler wrote from the specs; nothing here is edited by hand.",
    "models": "Models, one module for each file of specs.",
    "controllers": "Protocols that controllers fulfil, one module for each service.",
    "routers": "FastAPI routers, one package for each service.",
    "events": "Channels, and who publishes and takes what.",
    "events/publishers": "Publishers, one module for each service.",
    "events/consumers": "Consumers, one module for each service.",
    "clients": "Clients of other services, one module for each service that asks.",
    "services": "Compositions, one module for each service.",
}


def emit(contract: Contract) -> Iterator[Artefact]:
    """Yield `__init__.py` for each generated package, and `shared/generated/ruff.toml`."""
    texts = dict(_TEXTS)
    for service in contract.services:
        if service.routers:
            texts[f"routers/{service.package}"] = f"Routers of the service `{service.name}`."
    for folder, text in texts.items():
        header = "# Generated. Do not edit: change the specs, then run `make generate`.\n"
        yield Artefact(
            GENERATED / folder / "__init__.py", f"{header}{docstring(text)}\n", "services.yml"
        )
    yield Artefact(GENERATED / "ruff.toml", render("ruff.toml.j2"), "services.yml")
