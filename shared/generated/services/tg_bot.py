# Generated from services.yml. Do not edit: change the spec, then run `make generate`.
"""The composition of `tg_bot`.

Lets people register through Telegram.
"""

from contextlib import AbstractAsyncContextManager

from framework.runtime import events
from framework.runtime.settings import ServiceSettings
from shared.generated.events.publishers.tg_bot import TgBotPublisher


def open_publisher(settings: ServiceSettings) -> AbstractAsyncContextManager[TgBotPublisher]:
    """Connect to the broker for as long as the context lasts; events leave at once."""
    return events.open_publisher(TgBotPublisher, settings.broker_url, "tg_bot")
