# Generated from the routers and events of desk. Do not edit: change the spec, then run `make generate`.
"""The controllers of `desk`: what is written by hand fulfils these Protocols."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Literal, Protocol
from uuid import UUID

from shared.generated.models.models import Size, ThingId, ThingName


class ListsController(Protocol):
    """Answers the operations of `specs/routers/desk/lists.yaml`."""

    async def search(
        self,
        *,
        ids: list[int],
        sizes: list[Size],
        names: list[str] | None,
        kinds: list[Literal["a", "b"]] | None,
        days: list[date],
        at: datetime,
        price: Decimal,
        span: timedelta,
        key: UUID,
        blob: bytes | None,
        link: str | None,
        fixed: Literal["yes_please"] | None,
        version: Literal[1] | None,
        sure: Literal[True] | None,
        n: int,
        tags: list[str] | None,
        plain_name: str,
        count: int | None,
        exact: bool,
    ) -> None:
        """Search."""
        ...


class ScalarsController(Protocol):
    """Answers the operations of `specs/routers/desk/scalars.yaml`."""

    async def by_text(self, *, value: str) -> None:
        """By text."""
        ...

    async def by_int(self, *, value: int) -> None:
        """By int."""
        ...

    async def by_bool(self, *, value: bool) -> None:
        """By bool."""
        ...

    async def by_float(self, *, value: float) -> None:
        """By float."""
        ...

    async def by_decimal(self, *, value: Decimal) -> None:
        """By decimal."""
        ...

    async def by_uuid(self, *, value: UUID) -> None:
        """By uuid."""
        ...

    async def by_datetime(self, *, value: datetime) -> None:
        """By datetime."""
        ...

    async def by_date(self, *, value: date) -> None:
        """By date."""
        ...

    async def by_time(self, *, value: time) -> None:
        """By time."""
        ...

    async def by_duration(self, *, value: timedelta) -> None:
        """By duration."""
        ...

    async def by_email(self, *, value: str) -> None:
        """By email."""
        ...

    async def by_enum(self, *, value: Size) -> None:
        """By enum."""
        ...

    async def by_choice(self, *, value: Literal["a", "b"]) -> None:
        """By choice."""
        ...

    async def by_reference(self, *, value: ThingId, name: ThingName) -> None:
        """By reference."""
        ...
