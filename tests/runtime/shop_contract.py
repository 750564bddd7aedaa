"""The parts of a service as the compiler writes them: models, problems, events, a router."""

from collections.abc import Callable
from decimal import Decimal
from typing import Annotated, ClassVar, Literal, Protocol

from fastapi import APIRouter, Depends, Header, Path, Query
from pydantic import MISSING, Field

from framework.runtime.events import Event, Publisher
from framework.runtime.http import ContractRoute, json_body, operation
from framework.runtime.models import Model
from framework.runtime.problems import Problem
from framework.runtime.types import Bool, DecimalText, Int, String

ItemId = Annotated[Int, Field(ge=1)]


class Cash(Model):
    """One way to pay."""

    kind: Literal["cash"]
    amount: Annotated[Decimal, DecimalText(max_digits=6, decimal_places=2)]


class Card(Model):
    """Another way to pay."""

    kind: Literal["card"]
    number: String


class ItemCreate(Model):
    """An item as it is asked for."""

    name: Annotated[String, Field(min_length=1, max_length=20)]
    count: Int = 1
    payment: Annotated[Cash | Card, Field(discriminator="kind")] | None = None
    tags: list[String] = Field(default=[])
    gift: Annotated[Bool, Field(alias="isGift")] = False


class ItemUpdate(Model):
    """What may change."""

    name: Annotated[String, Field(min_length=1)] | MISSING = MISSING
    note: String | MISSING | None = MISSING


class ItemRead(Model):
    """An item as it is shown."""

    id: ItemId
    name: String


class ItemStored(Model):
    """Says that an item was stored."""

    name: String


class NameTaken(Problem):
    """Another item has the name."""

    type: ClassVar[str] = "urn:problem:name_taken"
    title: ClassVar[str] = "Another item has the name"
    status: ClassVar[int] = 409


class Unlisted(Problem):
    """No operation lists it."""


STORED = Event("item_stored", ItemStored)
HIDDEN = Event("item_hidden", ItemStored)


class ShopPublisher(Publisher):
    """Events that the shop may publish, and one that no operation lists."""

    async def item_stored(self, message: ItemStored) -> None:
        """Say it."""
        await self.publish(STORED, message)

    async def item_hidden(self, message: ItemStored) -> None:
        """Say what nobody may."""
        await self.publish(HIDDEN, message)


class ItemsProtocol(Protocol):
    """What the router calls."""

    async def create_item(self, *, payload: ItemCreate) -> ItemRead:
        """Store an item."""
        ...

    async def update_item(self, *, item_id: ItemId, payload: ItemUpdate) -> ItemRead:
        """Change an item."""
        ...

    async def list_items(self, *, limit: Int, exact: Bool | None, trace: String | None) -> object:
        """Show items."""
        ...

    async def get_item(self, *, item_id: ItemId) -> object:
        """Show an item."""
        ...

    async def delete_item(self, *, item_id: ItemId) -> None:
        """Forget an item."""
        ...

    async def search_items(self) -> list[ItemRead]:
        """Show the best item."""
        ...


def create_items_router(provide: Callable[..., ItemsProtocol]) -> APIRouter:
    """Route each operation to the controller that `provide` gives."""
    router = APIRouter(prefix="/v1/items", tags=["items"], route_class=ContractRoute)
    Controller = Annotated[ItemsProtocol, Depends(provide)]  # noqa: N806 - a type

    @router.get("/{item_id}")
    @operation()
    async def get_item(controller: Controller, item_id: Annotated[ItemId, Path()]) -> ItemRead:
        return await controller.get_item(item_id=item_id)  # type: ignore[return-value] # wrong on purpose

    @router.delete("/{item_id}", status_code=204)
    @operation()
    async def delete_item(controller: Controller, item_id: Annotated[ItemId, Path()]) -> None:
        await controller.delete_item(item_id=item_id)

    @router.patch("/{item_id}")
    @operation()
    async def update_item(
        controller: Controller,
        item_id: Annotated[ItemId, Path()],
        payload: Annotated[ItemUpdate, json_body(ItemUpdate)],
    ) -> ItemRead:
        return await controller.update_item(item_id=item_id, payload=payload)

    @router.get("/search")
    @operation()
    async def search_items(controller: Controller) -> list[ItemRead]:
        return await controller.search_items()

    @router.get("")
    @operation()
    async def list_items(
        controller: Controller,
        limit: Annotated[ItemId, Query(le=100)] = 50,
        exact: Annotated[Bool | None, Query()] = None,
        trace: Annotated[String | None, Header(alias="X-Trace")] = None,
    ) -> ItemRead:
        return await controller.list_items(limit=limit, exact=exact, trace=trace)  # type: ignore[return-value] # a dict

    @router.post("", status_code=201)
    @operation(errors=[NameTaken], emits=["item_stored"])
    async def create_item(
        controller: Controller, payload: Annotated[ItemCreate, json_body(ItemCreate)]
    ) -> ItemRead:
        return await controller.create_item(payload=payload)

    return router
