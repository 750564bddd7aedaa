# Generated from the routers and events of shop. Do not edit: change the spec, then run `make generate`.
"""The controllers of `shop`: what is written by hand fulfils these Protocols."""

from typing import Protocol
from uuid import UUID

from framework.runtime.pages import CursorPage, CursorQuery, OffsetPage, OffsetQuery
from shared.generated.models.items import Contact, ItemBrief, ItemCreate, ItemId, ItemRead, Note


class ItemsController(Protocol):
    """Answers the operations of `specs/routers/shop/items.yaml`."""

    async def list_items(self, *, lightest: int, page: CursorQuery) -> CursorPage[ItemRead]:
        """List items, the heaviest first."""
        ...

    async def create_item(self, *, payload: ItemCreate) -> ItemRead:
        """Create item."""
        ...

    async def list_names(self, *, prefix: str | None, page: OffsetQuery) -> OffsetPage[ItemBrief]:
        """List names."""
        ...

    async def list_contacts(self, *, trace: UUID | None, page: OffsetQuery) -> OffsetPage[Contact]:
        """List contacts."""
        ...

    async def get_item(self, *, item_id: ItemId) -> ItemRead:
        """Get item.

        May raise `ItemGone`.
        """
        ...

    async def list_notes(self, *, item_id: ItemId, page: CursorQuery) -> CursorPage[Note]:
        """List notes."""
        ...
