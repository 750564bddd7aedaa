# Generated from the events of mail_sender. Do not edit: change the spec, then run `make generate`.
"""The events that `mail_sender` may publish, and no others."""

from framework.runtime.events import Publisher
from shared.generated.events.channels import PINGED
from shared.generated.models.models import SignedIn


class MailSenderPublisher(Publisher):
    """Publishes the events of `mail_sender`."""

    async def pinged(self, message: SignedIn) -> None:
        """Says that somebody is there.
        Nothing more.
        """
        await self.publish(PINGED, message)
