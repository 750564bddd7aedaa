"""Connect to other services: for as long as a context lasts, or as an application does."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, TypeVar

from framework.runtime.clients.client import Client
from framework.runtime.clients.connection import connection

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Mapping

    import httpx

C = TypeVar("C", bound=Client)


@asynccontextmanager
async def open_client(
    kind: type[C],
    url: str,
    transport: httpx.AsyncBaseTransport | None = None,
    credentials: Mapping[str, str] | None = None,
) -> AsyncGenerator[C]:
    """Give a `kind` that asks the service at `url`; its connections close with the context.

    `transport` stands in for the network in tests; `credentials` are headers that each call has.
    """
    async with connection(url, transport=transport, headers=credentials) as http:
        yield kind(http)


class Clients:
    """The clients of an application; nothing connects before it is asked for something."""

    def __init__(
        self,
        addresses: Mapping[type[Client], str],
        credentials: Mapping[type[Client], Mapping[str, str]] | None = None,
    ) -> None:
        """Hold a client of each kind, which asks the service at its address.

        `credentials` are the headers that make this service known there.
        """
        known = credentials or {}
        self._connections = {
            kind: connection(url, headers=known.get(kind)) for kind, url in addresses.items()
        }
        self._clients = {kind: kind(http) for kind, http in self._connections.items()}

    def of(self, kind: type[C]) -> C:
        """Return the client of this kind; raise RuntimeError if the service consumes none of it."""
        client = self._clients.get(kind)
        if not isinstance(client, kind):
            message = f"no `{kind.__name__}` here: list what it asks for under `consumes`"
            raise RuntimeError(message)  # noqa: TRY004 - what is wrong is the spec, no argument
        return client

    async def close(self) -> None:
        """Close all connections."""
        for http in self._connections.values():
            await http.aclose()
