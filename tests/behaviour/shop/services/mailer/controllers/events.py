"""What `mailer` does with events."""

from typing import Annotated

from faststream import Depends

from framework.runtime.events import publisher
from shared.generated.events.publishers.mailer import MailerPublisher
from shared.generated.models.items import Contact, Counted, ItemStored

MAILS: list[object] = []


class EventsController:
    """Keeps what it would send, and tells how much that is."""

    def __init__(
        self, events: Annotated[MailerPublisher, Depends(publisher(MailerPublisher))]
    ) -> None:
        """Publish with what was consumed."""
        self.events = events

    async def item_stored(self, *, message: ItemStored) -> None:
        """Keep it and count."""
        MAILS.append(message)
        await self.events.counted(Counted(count=len(MAILS)))

    async def contact_added(self, *, message: Contact) -> None:
        """Keep it."""
        MAILS.append(message)
