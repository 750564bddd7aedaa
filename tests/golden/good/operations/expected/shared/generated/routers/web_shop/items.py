# Generated from specs/routers/web-shop/items.yaml. Do not edit: change the spec, then run `make generate`.
"""HTTP operations of `items` in the service `web-shop`."""

from collections.abc import Callable
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Header, Path, Query
from pydantic import Field

from framework.runtime.http import ContractRoute, json_body, operation
from framework.runtime.types import Bool, DateTime, Int, String, Uuid
from shared.generated.controllers.web_shop import ItemsController
from shared.generated.errors import Busy, ItemGone, NoSuchShop
from shared.generated.models.items import ItemCreate, ItemId, ItemRead, Label, Size


def create_items_router(provide: Callable[..., ItemsController]) -> APIRouter:
    """Route each operation to the controller that `provide` gives for a request."""
    router = APIRouter(prefix="/v2/items", tags=["items"], route_class=ContractRoute)

    @router.get("", status_code=200, operation_id="web-shop.v2.search")
    @operation()
    async def search(
        controller: Annotated[ItemsController, Depends(provide)],
        trace: Annotated[Uuid, Header(alias="X-Trace")],
        size: Annotated[Size | None, Query()] = None,
        sizes: Annotated[list[Size], Field(max_length=2), Query()] = [],
        q: Annotated[Annotated[String, Field(max_length=64)] | None, Query()] = None,
        since: Annotated[DateTime | None, Query()] = None,
        page: Annotated[Int, Field(ge=1), Query(alias="p")] = 1,
        strict: Annotated[Bool, Query()] = False,
        kind: Annotated[Literal["a", "b"], Query()] = "a",
        request_source: Annotated[
            Annotated[String, Field(max_length=20)] | None, Header(alias="X-Request-Source")
        ] = None,
    ) -> list[ItemRead]:
        """Search."""
        return await controller.search(
            trace=trace,
            size=size,
            sizes=sizes,
            q=q,
            since=since,
            page=page,
            strict=strict,
            kind=kind,
            request_source=request_source,
        )

    @router.post("", status_code=201, operation_id="web-shop.v2.create")
    @operation(errors=[Busy], location="/v2/items/{id}")
    async def create(
        controller: Annotated[ItemsController, Depends(provide)],
        payload: Annotated[ItemCreate, json_body(ItemCreate)],
    ) -> ItemRead:
        """Create.

        May raise `Busy`.
        """
        return await controller.create(payload=payload)

    @router.get("/special", status_code=200, operation_id="web-shop.v2.special")
    @operation()
    async def special(controller: Annotated[ItemsController, Depends(provide)]) -> Label:
        """Special.

        Deprecated: Use search.
        """
        return await controller.special()

    @router.post("/bulk", status_code=204, operation_id="web-shop.v2.bulk")
    @operation()
    async def bulk(
        controller: Annotated[ItemsController, Depends(provide)],
        payload: Annotated[list[ItemCreate], json_body(list[ItemCreate])],
    ) -> None:
        """Bulk."""
        await controller.bulk(payload=payload)

    @router.get("/{item_id}", status_code=200, operation_id="web-shop.v2.read")
    @operation(errors=[ItemGone, NoSuchShop])
    async def read(
        controller: Annotated[ItemsController, Depends(provide)], item_id: Annotated[ItemId, Path()]
    ) -> ItemRead:
        """Read.

        May raise `ItemGone`, `NoSuchShop`.
        """
        return await controller.read(item_id=item_id)

    @router.delete("/{item_id}", status_code=204, operation_id="web-shop.v2.remove")
    @operation(errors=[ItemGone])
    async def remove(
        controller: Annotated[ItemsController, Depends(provide)], item_id: Annotated[ItemId, Path()]
    ) -> None:
        """Remove.

        May raise `ItemGone`.
        """
        await controller.remove(item_id=item_id)

    @router.put("/{item_id}/label", status_code=202, operation_id="web-shop.v2.replace")
    @operation()
    async def replace(
        controller: Annotated[ItemsController, Depends(provide)],
        item_id: Annotated[ItemId, Path()],
        payload: Annotated[Label, json_body(Label)],
    ) -> Label:
        """Replace."""
        return await controller.replace(item_id=item_id, payload=payload)

    return router
