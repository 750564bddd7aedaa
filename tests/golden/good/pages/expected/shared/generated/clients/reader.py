# Generated from services.yml. Do not edit: change the spec, then run `make generate`.
"""What `reader` asks of other services."""

from typing import Annotated

from pydantic import Field

from framework.runtime import clients
from framework.runtime.types import CursorText, Int32, String
from shared.generated.models.items import ItemBriefPage, ItemPage

_SHOP_V1_LIST_ITEMS = clients.Call[ItemPage](
    "shop.v1.list_items",
    "GET",
    "/v1/items",
    200,
    parameters=[
        clients.query("lightest", Annotated[Int32, Field(ge=0)]),
        clients.query("limit", Annotated[Int32, Field(ge=1, le=100)]),
        clients.query("cursor", CursorText),
    ],
    result=ItemPage,
)

_SHOP_V1_LIST_NAMES = clients.Call[ItemBriefPage](
    "shop.v1.list_names",
    "GET",
    "/v1/items/names",
    200,
    parameters=[
        clients.query("prefix", Annotated[String, Field(max_length=10)]),
        clients.query("limit", Annotated[Int32, Field(ge=1, le=100)]),
        clients.query("offset", Annotated[Int32, Field(ge=0)]),
    ],
    result=ItemBriefPage,
)


class ShopClient(clients.Client):
    """The operations of `shop` that `reader` consumes."""

    async def list_items(
        self, *, lightest: int = 0, limit: int = 50, cursor: str | None = None
    ) -> ItemPage:
        """List items, the heaviest first."""
        return await self._call(_SHOP_V1_LIST_ITEMS, lightest=lightest, limit=limit, cursor=cursor)

    async def list_names(
        self, *, prefix: str | None = None, limit: int = 50, offset: int = 0
    ) -> ItemBriefPage:
        """List names."""
        return await self._call(_SHOP_V1_LIST_NAMES, prefix=prefix, limit=limit, offset=offset)
