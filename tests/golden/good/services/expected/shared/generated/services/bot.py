# Generated from services.yml. Do not edit: change the spec, then run `make generate`.
"""The composition of `bot`."""

from contextlib import AbstractAsyncContextManager

from framework.runtime import events
from framework.runtime.clients import address_of, open_client
from framework.runtime.settings import ServiceSettings
from shared.generated.clients.bot import AuthServiceClient
from shared.generated.events.publishers.bot import BotPublisher


def open_publisher(settings: ServiceSettings) -> AbstractAsyncContextManager[BotPublisher]:
    """Connect to the broker for as long as the context lasts; events leave at once."""
    return events.open_publisher(BotPublisher, settings.broker_url, "bot")


def open_auth_service_client(
    settings: ServiceSettings,
) -> AbstractAsyncContextManager[AuthServiceClient]:
    """Ask `auth-service` for as long as the context lasts."""
    return open_client(AuthServiceClient, address_of(settings, "auth-service"))
