# Generated from specs/routers/desk/names.yaml. Do not edit: change the spec, then run `make generate`.
"""HTTP operations of `names` in the service `desk`."""

import datetime as dt
from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Depends, Header, Query

from framework.runtime.http import ContractRoute, json_body, operation
from framework.runtime.types import Date, Int, String, Time
from shared.generated.controllers.desk import NamesController
from shared.generated.models.import_me_v2 import Names


def create_names_router(provide: Callable[..., NamesController]) -> APIRouter:
    """Route each operation to the controller that `provide` gives for a request."""
    router = APIRouter(prefix="", tags=["names"], route_class=ContractRoute)

    @router.post("/names", status_code=201, operation_id="desk.try_names")
    @operation()
    async def try_names(
        controller: Annotated[NamesController, Depends(provide)],
        id: Annotated[Int, Query()],
        type: Annotated[String, Query()],
        from_: Annotated[String, Query(alias="from")],
        payload: Annotated[Names, json_body(Names)],
        date: Annotated[Date, Query()] = dt.date(2026, 1, 2),
        until: Annotated[Date | None, Query()] = None,
        l: Annotated[Int, Query()] = 1,
        mixedCase: Annotated[Int, Query()] = 1,
        UPPER: Annotated[Int, Query()] = 1,
        time: Annotated[Time | None, Header(alias="X-Time")] = None,
    ) -> Names:
        """Try names."""
        return await controller.try_names(
            id=id,
            type=type,
            from_=from_,
            payload=payload,
            date=date,
            until=until,
            l=l,
            mixedCase=mixedCase,
            UPPER=UPPER,
            time=time,
        )

    return router
