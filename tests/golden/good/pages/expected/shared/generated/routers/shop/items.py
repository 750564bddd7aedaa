# Generated from specs/routers/shop/items.yaml. Do not edit: change the spec, then run `make generate`.
"""HTTP operations of `items` in the service `shop`."""

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Depends, Header, Path, Query
from pydantic import Field

from framework.runtime.http import (
    ContractRoute,
    CursorRequest,
    OffsetRequest,
    cursor_request,
    json_body,
    offset_request,
    operation,
)
from framework.runtime.types import Int32, String, Uuid
from shared.generated.controllers.shop import ItemsController
from shared.generated.errors import ItemGone
from shared.generated.models.items import (
    ContactPage,
    ItemBriefPage,
    ItemCreate,
    ItemId,
    ItemPage,
    ItemRead,
    NotePage,
)


def create_items_router(provide: Callable[..., ItemsController]) -> APIRouter:
    """Route each operation to the controller that `provide` gives for a request."""
    router = APIRouter(prefix="/v1/items", tags=["items"], route_class=ContractRoute)

    @router.get("", status_code=200, operation_id="shop.v1.list_items")
    @operation()
    async def list_items(
        controller: Annotated[ItemsController, Depends(provide)],
        page: Annotated[CursorRequest, cursor_request("shop.v1.list_items")],
        lightest: Annotated[Int32, Field(ge=0), Query()] = 0,
    ) -> ItemPage:
        """List items, the heaviest first."""
        return page.answer(ItemPage, await controller.list_items(page=page, lightest=lightest))

    @router.post("", status_code=201, operation_id="shop.v1.create_item")
    @operation(location="/v1/items/{id}")
    async def create_item(
        controller: Annotated[ItemsController, Depends(provide)],
        payload: Annotated[ItemCreate, json_body(ItemCreate)],
    ) -> ItemRead:
        """Create item."""
        return await controller.create_item(payload=payload)

    @router.get("/names", status_code=200, operation_id="shop.v1.list_names")
    @operation()
    async def list_names(
        controller: Annotated[ItemsController, Depends(provide)],
        page: Annotated[OffsetRequest, offset_request()],
        prefix: Annotated[Annotated[String, Field(max_length=10)] | None, Query()] = None,
    ) -> ItemBriefPage:
        """List names."""
        return page.answer(ItemBriefPage, await controller.list_names(page=page, prefix=prefix))

    @router.get("/contacts", status_code=200, operation_id="shop.v1.list_contacts")
    @operation()
    async def list_contacts(
        controller: Annotated[ItemsController, Depends(provide)],
        page: Annotated[OffsetRequest, offset_request()],
        trace: Annotated[Uuid | None, Header(alias="X-Trace")] = None,
    ) -> ContactPage:
        """List contacts."""
        return page.answer(ContactPage, await controller.list_contacts(page=page, trace=trace))

    @router.get("/{item_id}", status_code=200, operation_id="shop.v1.get_item")
    @operation(errors=[ItemGone])
    async def get_item(
        controller: Annotated[ItemsController, Depends(provide)], item_id: Annotated[ItemId, Path()]
    ) -> ItemRead:
        """Get item.

        May raise `ItemGone`.
        """
        return await controller.get_item(item_id=item_id)

    @router.get("/{item_id}/notes", status_code=200, operation_id="shop.v1.list_notes")
    @operation()
    async def list_notes(
        controller: Annotated[ItemsController, Depends(provide)],
        item_id: Annotated[ItemId, Path()],
        page: Annotated[CursorRequest, cursor_request("shop.v1.list_notes")],
    ) -> NotePage:
        """List notes."""
        return page.answer(NotePage, await controller.list_notes(item_id=item_id, page=page))

    return router
