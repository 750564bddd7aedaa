# Generated from the events of tg_bot. Do not edit: change the spec, then run `make generate`.
"""The events that `tg_bot` may publish, and no others."""

from framework.runtime.events import Publisher
from shared.generated.events.channels import COMMAND_RECEIVED
from shared.generated.models.commands import CommandReceived


class TgBotPublisher(Publisher):
    """Publishes the events of `tg_bot`."""

    async def command_received(self, message: CommandReceived) -> None:
        """A person has sent a command to the Telegram bot."""
        await self.publish(COMMAND_RECEIVED, message)
