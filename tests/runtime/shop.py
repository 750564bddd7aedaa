"""A service of `shop_contract`, with a controller that does what tests ask for."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, Any

from fastapi import Depends, FastAPI, HTTPException
from sqlalchemy import text

from framework.runtime.access import Access
from framework.runtime.app import compose_app
from framework.runtime.controllers import check_controllers
from framework.runtime.http import Session, publisher
from framework.runtime.resources import Resources
from framework.runtime.settings import ServiceSettings
from tests.runtime.shop_contract import (
    ItemCreate,
    ItemId,
    ItemRead,
    ItemsProtocol,
    ItemStored,
    ItemUpdate,
    NameTaken,
    ShopPublisher,
    Unlisted,
    create_items_router,
)

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path as FilePath

    from sqlalchemy.ext.asyncio import AsyncEngine

    from framework.runtime.events import Event
    from framework.runtime.types import Bool, Int, String

LIMIT = 2_000
DOCUMENT = b'{"openapi":  "3.1.0"}\n'


class ItemsController:
    """Does what the name of an item says."""

    def __init__(
        self,
        session: Session,
        events: Annotated[ShopPublisher, Depends(publisher(ShopPublisher))],
    ) -> None:
        """Work in the request's unit of work."""
        self.session = session
        self.events = events

    async def create_item(self, *, payload: ItemCreate) -> ItemRead:
        """Store the item, say so, then fail in the way its name asks for."""
        await self.session.execute(
            text("INSERT INTO items (name, parent) VALUES (:name, :parent)"),
            {"name": payload.name, "parent": 99 if payload.name == "orphan" else None},
        )
        await self.events.item_stored(ItemStored(name=payload.name))
        await FAILURES.get(payload.name, nothing)(self)
        return ItemRead(id=1, name=payload.name)

    async def update_item(self, *, item_id: ItemId, payload: ItemUpdate) -> ItemRead:
        """Show what was sent."""
        return ItemRead(id=item_id, name=",".join(sorted(payload.model_dump(exclude_unset=True))))

    async def list_items(self, *, limit: Int, exact: Bool | None, trace: String | None) -> object:
        """Show the parameters as an item."""
        return {"id": limit, "name": f"{exact} {trace}"}

    async def get_item(self, *, item_id: ItemId) -> object:
        """Return what only item 1 may be."""
        return {"id": item_id if item_id == 1 else "secret", "name": "x"}

    async def delete_item(self, *, item_id: ItemId) -> None:
        """Forget it."""

    async def search_items(self) -> list[ItemRead]:
        """Find one."""
        return [ItemRead(id=1, name="best")]


async def nothing(_: ItemsController) -> None:
    """Do not fail."""


async def taken(_: ItemsController) -> None:
    """Fail as listed."""
    raise NameTaken(detail="try another")


async def unlisted(_: ItemsController) -> None:
    """Fail with a problem that the operation does not list."""
    raise Unlisted


async def forbidden(_: ItemsController) -> None:
    """Fail around the contract."""
    raise HTTPException(418, "teapot")


async def crash(_: ItemsController) -> None:
    """Fail with a fault."""
    message = "secret"
    raise ZeroDivisionError(message)


async def hidden(controller: ItemsController) -> None:
    """Publish what the operation does not list."""
    await controller.events.item_hidden(ItemStored(name="x"))


FAILURES: dict[str, Callable[[ItemsController], Any]] = {
    "taken": taken,
    "unlisted": unlisted,
    "forbidden": forbidden,
    "crash": crash,
    "hidden": hidden,
}


@dataclass
class FakeBroker:
    """Keeps what was published, with the number of rows that were committed by then."""

    count: Callable[[], Awaitable[int]] | None = None
    published: list[tuple[str, str, int]] = field(default_factory=list)
    broken: bool = False

    async def publish(self, event: Event[ItemStored], message: ItemStored) -> None:
        """Keep or refuse a message."""
        if self.broken:
            raise ConnectionError
        rows = await self.count() if self.count else 0
        self.published.append((event.name, message.name, rows))

    async def ping(self) -> None:
        """Answer, unless broken."""
        if self.broken:
            await asyncio.sleep(60)

    async def start(self, *consumers: object, **supplies: object) -> None:
        """Begin."""

    async def stop(self) -> None:
        """End."""


class ShopSettings(ServiceSettings):
    """Environment of the shop."""

    database_url: str


@dataclass
class Shop:
    """A composed service with a broker that tells what left."""

    app: FastAPI
    engine: AsyncEngine
    broker: FakeBroker

    @classmethod
    async def open(cls, url: str, folder: FilePath) -> Shop:
        """Compose the service on the database at `url`, with an empty table."""
        document = folder / "shop.json"
        document.write_bytes(DOCUMENT)
        settings = ShopSettings(database_url=url, max_body_size=LIMIT)
        provided = check_controllers("shop", {"items": ItemsProtocol}, {"items": ItemsController})
        app = compose_app(
            name="shop",
            settings=settings,
            routers=[create_items_router(provided["items"])],
            openapi=document,
            access=Access(database=True, broker=True),
        )
        engine = app.state.resources.engine
        shop = cls(app, engine, FakeBroker())
        shop.broker.count = shop.rows
        Resources(LIMIT, engine, shop.broker).attach(app)
        async with engine.begin() as connection:
            await connection.execute(text("DROP TABLE IF EXISTS items"))
            await connection.execute(text(TABLE[engine.dialect.name]))
        return shop

    async def rows(self) -> int:
        """Return how many items another connection sees."""
        async with self.engine.connect() as connection:
            return (await connection.execute(text("SELECT count(*) FROM items"))).scalar_one()

    async def close(self) -> None:
        """Give the connections back."""
        await self.engine.dispose()


TABLE = {
    name: f"CREATE TABLE items (id {key} PRIMARY KEY, name TEXT, parent INTEGER"
    " REFERENCES items (id) DEFERRABLE INITIALLY DEFERRED)"
    for name, key in {"sqlite": "INTEGER", "postgresql": "SERIAL"}.items()
}
