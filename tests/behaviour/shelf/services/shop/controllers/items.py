"""What the shop does with its items."""

from uuid import UUID

from sqlalchemy import select

from framework.runtime.http import Session
from framework.runtime.pages import (
    CursorPage,
    CursorQuery,
    OffsetPage,
    OffsetQuery,
    cut,
    seek,
    skip,
)
from services.shop.storage import Item
from shared.generated.errors import ItemGone
from shared.generated.models.items import (
    Contact,
    ItemBrief,
    ItemCreate,
    ItemId,
    ItemRead,
    Mail,
    Note,
)

NOTES = [f"note {number}" for number in range(7)]


class ItemsController:
    """Keeps items in the database; notes are in memory."""

    def __init__(self, session: Session) -> None:
        """Work within the transaction of one request."""
        self._session = session

    async def list_items(self, *, lightest: int, page: CursorQuery) -> CursorPage[ItemRead]:
        """List items, the heaviest first."""
        query = select(Item).where(Item.weight >= lightest)
        found = await seek(self._session, query, page, Item.weight.desc(), Item.name)
        return found.map(ItemRead.model_validate)

    async def list_names(self, *, prefix: str | None, page: OffsetQuery) -> OffsetPage[ItemBrief]:
        """List names in their order."""
        query = select(Item).order_by(Item.name, Item.id)
        if prefix is not None:
            query = query.where(Item.name.startswith(prefix, autoescape=True))
        found = await skip(self._session, query, page)
        return found.map(ItemBrief.model_validate)

    async def list_notes(self, *, item_id: ItemId, page: CursorQuery) -> CursorPage[Note]:
        """List what people say, whatever the item: it is not kept in the database."""
        (last,) = page.after(int) or (-1,)
        notes = list(enumerate(NOTES))[last + 1 : last + 2 + page.limit]
        found = cut(notes, page, lambda note: (note[0],))
        return found.map(lambda note: Note(text=f"{item_id}: {note[1]}"))

    async def list_contacts(self, *, trace: UUID | None, page: OffsetQuery) -> OffsetPage[Contact]:
        """List one, and show what was asked for."""
        return OffsetPage([Mail(kind="mail", to=f"{trace} {page.offset}")], total=1)

    async def create_item(self, *, payload: ItemCreate) -> ItemRead:
        """Put something on the shelf."""
        item = Item(**payload.model_dump())
        self._session.add(item)
        await self._session.flush()
        return ItemRead.model_validate(item)

    async def get_item(self, *, item_id: ItemId) -> ItemRead:
        """Read an item."""
        item = await self._session.get(Item, item_id)
        if item is None:
            raise ItemGone
        return ItemRead.model_validate(item)
