# Generated from services.yml. Do not edit: change the spec, then run `make generate`.
"""The composition of `bot`."""

from contextlib import AbstractAsyncContextManager

from framework.runtime.clients import address_of, credentials_of, open_client
from framework.runtime.settings import ServiceSettings
from shared.generated.clients.bot import DeskClient, GateClient


def open_gate_client(settings: ServiceSettings) -> AbstractAsyncContextManager[GateClient]:
    """Ask `gate` for as long as the context lasts."""
    return open_client(
        GateClient,
        address_of(settings, "gate"),
        credentials=credentials_of(settings, "gate", {"bearer": None}),
    )


def open_desk_client(settings: ServiceSettings) -> AbstractAsyncContextManager[DeskClient]:
    """Ask `desk` for as long as the context lasts."""
    return open_client(
        DeskClient,
        address_of(settings, "desk"),
        credentials=credentials_of(
            settings, "desk", {"bearer": None, "machine-key": "X-Machine-Key"}
        ),
    )
