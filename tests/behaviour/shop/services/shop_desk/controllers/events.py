"""What `shop-desk` does with events."""

from shared.generated.models.items import Counted

COUNTS: list[int] = []


class EventsController:
    """Remembers counts."""

    async def counted(self, *, message: Counted) -> None:
        """Remember it."""
        COUNTS.append(message.count)
