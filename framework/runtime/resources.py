"""What an application holds for all its requests."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from framework.runtime.clients import Clients
from framework.runtime.pages.cursors import Cursors
from framework.runtime.stopping import Stopping

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.ext.asyncio import AsyncEngine
    from starlette.applications import Starlette
    from starlette.requests import HTTPConnection

    from framework.runtime.auth.scheme import Scheme
    from framework.runtime.idempotency import Keys
    from framework.runtime.ports import Broker


@dataclass(frozen=True, slots=True)
class Resources:
    """The database, the broker and the clients of a service, and its limits.

    Sizes are bytes, times seconds; `auth` holds the schemes that operations name, `name` is what
    the service is called; `stopping` tells what goes on when the service is to end. `cursors` signs
    where pages end, `keys` are those of requests that are done once.
    """

    max_body_size: int
    engine: AsyncEngine | None = None
    broker: Broker | None = None
    clients: Clients = field(default_factory=lambda: Clients({}))
    stream_heartbeat: float = 15
    max_message_size: int = 65_536
    socket_idle: float = 300
    socket_origins: frozenset[str] = frozenset()
    stopping: Stopping = field(default_factory=Stopping)
    auth: Mapping[str, Scheme] = field(default_factory=dict[str, "Scheme"])
    name: str = ""
    cursors: Cursors = field(default_factory=Cursors)
    keys: Keys | None = None

    def attach(self, app: Starlette) -> None:
        """Make these the resources of `app`."""
        app.state.resources = self


def resources_of(connection: HTTPConnection) -> Resources:
    """Return the resources of the application that answers `connection`."""
    return cast("Resources", connection.app.state.resources)
