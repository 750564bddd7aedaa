# Generated from services.yml. Do not edit: change the spec, then run `make generate`.
"""The composition of `tg_bot`.

Lets people register through Telegram.
"""

from contextlib import AbstractAsyncContextManager

from framework.runtime import events
from framework.runtime.clients import address_of, open_client
from framework.runtime.settings import ServiceSettings
from shared.generated.clients.tg_bot import BackendClient
from shared.generated.events.publishers.tg_bot import TgBotPublisher


def open_publisher(settings: ServiceSettings) -> AbstractAsyncContextManager[TgBotPublisher]:
    """Connect to the broker for as long as the context lasts; events leave at once."""
    return events.open_publisher(TgBotPublisher, settings.broker_url, "tg_bot")


def open_backend_client(settings: ServiceSettings) -> AbstractAsyncContextManager[BackendClient]:
    """Ask `backend` for as long as the context lasts."""
    return open_client(BackendClient, address_of(settings, "backend"))
