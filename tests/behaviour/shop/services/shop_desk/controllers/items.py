"""What `shop-desk` does with items; the name of an item says how storing it ends."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Annotated

from fastapi import Depends
from sqlalchemy import text

from framework.runtime.http import Session, publisher
from shared.generated.errors import ItemGone, NameTaken
from shared.generated.events.publishers.shop_desk import ShopDeskPublisher
from shared.generated.models.items import (
    Contact,
    ItemCreate,
    ItemRead,
    ItemStored,
    ItemUpdate,
    Mail,
    Maker,
    Size,
)

SEEN: list[object] = []


class ItemsController:
    """Keeps names in a table, and what it was sent in `SEEN`."""

    def __init__(
        self,
        session: Session,
        events: Annotated[ShopDeskPublisher, Depends(publisher(ShopDeskPublisher))],
    ) -> None:
        """Work in the request's unit of work."""
        self.session = session
        self.events = events

    async def list_items(self) -> list[ItemRead]:
        """Return what the table holds."""
        found = await self.session.execute(text("SELECT id, name FROM items ORDER BY id"))
        return [read(id_, name) for id_, name in found]

    async def store_item(self, *, payload: ItemCreate) -> ItemRead:
        """Store the name, tell of it, then fail if the name says so."""
        SEEN.append(payload)
        stored = await self.session.execute(
            text("INSERT INTO items (name) VALUES (:name) RETURNING id"), {"name": payload.name}
        )
        message = ItemStored(item_id=stored.scalar_one(), name=payload.name, color=payload.color)
        await self.events.item_stored(message)
        await self.events.contact_added(Mail(kind="mail", address="a@example.com"))
        if payload.name == "taken":
            raise NameTaken(detail="try another")
        if payload.name == "unlisted":
            raise ItemGone(item_id=1, price=Decimal(1))
        return read(message.item_id, payload.name)

    async def read_item(self, *, item_id: int) -> ItemRead:
        """Find item 1; the others are gone, some without any details."""
        if item_id == 1:
            return read(1, "one")
        if item_id == 2:
            raise ItemGone(item_id=item_id, price=Decimal("1E+2"))
        since = datetime(2026, 1, 2, tzinfo=UTC)
        raise ItemGone(item_id=item_id, price=Decimal("1.50"), since=since, photo=b"\xff\x00")

    async def best_item(self) -> ItemRead:
        """Return what the contract forbids, as untyped code might."""
        return ItemRead.model_construct(id="not a number")

    async def change_item(self, *, item_id: int, payload: ItemUpdate) -> ItemRead:
        """Remember what was given, and leave the rest."""
        SEEN.append(payload.model_dump(exclude_unset=True, by_alias=False))
        return read(item_id, "changed")

    async def remove_item(self, *, item_id: int) -> None:
        """Remember which."""
        SEEN.append(item_id)

    async def store_all(self, *, payload: list[ItemCreate]) -> Maker:
        """Count them."""
        return Maker(name=f"{len(payload)} items")

    async def add_contact(self, *, payload: Contact) -> Contact:
        """Return it."""
        SEEN.append(payload)
        return payload


def read(id_: int, name: str) -> ItemRead:
    """Return an item of this id and name."""
    return ItemRead(id=id_, name=name, nick=None, size=Size.LARGE, color="blue", maker=None)
