# Generated from the routers and events of web-shop. Do not edit: change the spec, then run `make generate`.
"""The controllers of `web-shop`: what is written by hand fulfils these Protocols."""

from datetime import datetime
from typing import Literal, Protocol
from uuid import UUID

from shared.generated.models.items import ItemCreate, ItemId, ItemRead, Label, Size


class ItemsController(Protocol):
    """Answers the operations of `specs/routers/web-shop/items.yaml`."""

    async def search(
        self,
        *,
        size: Size | None,
        sizes: list[Size],
        q: str | None,
        since: datetime | None,
        page: int,
        strict: bool,
        kind: Literal["a", "b"],
        request_source: str | None,
        trace: UUID,
    ) -> list[ItemRead]:
        """Search."""
        ...

    async def create(self, *, payload: ItemCreate) -> ItemRead:
        """Create.

        May raise `Busy`.
        """
        ...

    async def special(self) -> Label:
        """Special.

        Deprecated: Use search.
        """
        ...

    async def bulk(self, *, payload: list[ItemCreate]) -> None:
        """Bulk."""
        ...

    async def read(self, *, item_id: ItemId) -> ItemRead:
        """Read.

        May raise `ItemGone`, `NoSuchShop`.
        """
        ...

    async def remove(self, *, item_id: ItemId) -> None:
        """Remove.

        May raise `ItemGone`.
        """
        ...

    async def replace(self, *, item_id: ItemId, payload: Label) -> Label:
        """Replace."""
        ...


class StatusController(Protocol):
    """Answers the operations of `specs/routers/web-shop/status.yaml`."""

    async def status(self) -> Label:
        """Tell how it goes."""
        ...

    async def touch(self) -> None:
        """Touch."""
        ...
