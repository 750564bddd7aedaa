# Generated from specs/routers/desk/lists.yaml. Do not edit: change the spec, then run `make generate`.
"""HTTP operations of `lists` in the service `desk`."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Depends, Header, Query
from pydantic import Field

from framework.runtime.http import ContractRoute, operation
from framework.runtime.types import (
    Bool,
    Bytes,
    CommaSeparated,
    Date,
    DateTime,
    DecimalText,
    Duration,
    Exactly,
    Int,
    Int32,
    String,
    UniqueItems,
    Url,
    Uuid,
)
from shared.generated.controllers.desk import ListsController
from shared.generated.models.models import Size


def create_lists_router(provide: Callable[..., ListsController]) -> APIRouter:
    """Route each operation to the controller that `provide` gives for a request."""
    router = APIRouter(prefix="/lists", tags=["lists"], route_class=ContractRoute)

    @router.get("", status_code=204, operation_id="desk.search")
    @operation()
    async def search(
        controller: Annotated[ListsController, Depends(provide)],
        ids: Annotated[list[Int], Field(min_length=1, max_length=3), Query()],
        sizes: Annotated[list[Size], UniqueItems(), Query()] = [Size.SMALL],
        names: Annotated[list[Annotated[String, Field(max_length=3)]] | None, Query()] = None,
        kinds: Annotated[list[Literal["a", "b"]] | None, Query()] = None,
        days: Annotated[list[Date], Query()] = [dt.date(2026, 1, 2)],
        at: Annotated[DateTime, Query()] = dt.datetime(2026, 1, 2, 3, 4, 5, tzinfo=dt.UTC),
        price: Annotated[Decimal, DecimalText(), Query()] = Decimal("1.50"),
        span: Annotated[Duration, Query()] = dt.timedelta(hours=1),
        key: Annotated[Uuid, Query()] = UUID("00000000-0000-4000-8000-000000000000"),
        blob: Annotated[Bytes | None, Query()] = None,
        link: Annotated[Url | None, Query()] = None,
        fixed: Annotated[Literal["yes_please"] | None, Query()] = None,
        version: Annotated[Annotated[Literal[1], Exactly()] | None, Query()] = None,
        sure: Annotated[Annotated[Literal[True], Exactly()] | None, Query()] = None,
        n: Annotated[Int32, Query()] = -1,
        tags: Annotated[list[String] | None, CommaSeparated(), Header(alias="X-Tags")] = None,
        plain_name: Annotated[String, Header(alias="X-Plain-Name")] = "a, b",
        count: Annotated[Int | None, Header(alias="X-Count")] = None,
        exact: Annotated[Bool, Header(alias="X-Exact")] = True,
    ) -> None:
        """Search."""
        await controller.search(
            ids=ids,
            sizes=sizes,
            names=names,
            kinds=kinds,
            days=days,
            at=at,
            price=price,
            span=span,
            key=key,
            blob=blob,
            link=link,
            fixed=fixed,
            version=version,
            sure=sure,
            n=n,
            tags=tags,
            plain_name=plain_name,
            count=count,
            exact=exact,
        )

    return router
