"""Emitters: pure functions from the contract to artefacts; EMITTERS is the table of contents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.emit import (
    asyncapi,
    clients,
    controllers,
    conversations,
    errors,
    events,
    models,
    openapi,
    packages,
    routers,
    services,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from framework.contract import Contract
    from framework.emit.artefact import Artefact

EMITTERS: tuple[Callable[[Contract], Iterator[Artefact]], ...] = (
    packages.emit,
    models.emit,
    errors.emit,
    controllers.emit,
    routers.emit,
    events.emit,
    clients.emit,
    services.emit,
    openapi.emit,
    asyncapi.emit,
    conversations.emit,
)
