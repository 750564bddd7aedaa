"""What notifications do about events."""

import structlog

from services.notifications.outbox import Notification, Outbox
from shared.generated.models.users import UserRegistered

log = structlog.stdlib.get_logger(__name__)


class EventsController:
    """Records what would be sent to whom."""

    def __init__(self, outbox: Outbox) -> None:
        """Record in `outbox`."""
        self._outbox = outbox

    async def user_registered(self, *, message: UserRegistered) -> None:
        """Welcome a person who has registered."""
        user = message.user
        await self._outbox.record(
            Notification(to=user.email, subject="Welcome", text=f"Welcome, {user.name}!")
        )
        log.info("notification_recorded", subject="Welcome", user_id=user.id)
