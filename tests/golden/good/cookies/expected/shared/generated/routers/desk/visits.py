# Generated from specs/routers/desk/visits.yaml. Do not edit: change the spec, then run `make generate`.
"""HTTP operations of `visits` in the service `desk`."""

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Cookie, Depends, Path, Query
from pydantic import Field

from framework.runtime.http import ContractRoute, json_body, operation
from framework.runtime.types import Bool, Date, DateTime, Int, Uuid
from shared.generated.controllers.desk import VisitsController
from shared.generated.models.models import Person, PersonId, PersonName, Theme


def create_visits_router(provide: Callable[..., VisitsController]) -> APIRouter:
    """Route each operation to the controller that `provide` gives for a request."""
    router = APIRouter(prefix="/visits", tags=["visits"], route_class=ContractRoute)

    @router.post("", status_code=204, operation_id="desk.leave")
    @operation()
    async def leave(
        controller: Annotated[VisitsController, Depends(provide)],
        visit: Annotated[Uuid, Cookie()],
        payload: Annotated[Person, json_body(Person)],
    ) -> None:
        """Leave."""
        await controller.leave(visit=visit, payload=payload)

    @router.get("/{person_id}", status_code=200, operation_id="desk.enter")
    @operation()
    async def enter(
        controller: Annotated[VisitsController, Depends(provide)],
        person_id: Annotated[PersonId, Path()],
        visit: Annotated[Uuid, Cookie()],
        since: Annotated[Date | None, Query()] = None,
        theme: Annotated[Theme, Cookie()] = Theme.LIGHT,
        name: Annotated[PersonName | None, Cookie()] = None,
        count: Annotated[Annotated[Int, Field(ge=0, le=9)] | None, Cookie()] = None,
        known: Annotated[Bool, Cookie()] = False,
        seen_at: Annotated[DateTime | None, Cookie(alias="__Host-seen")] = None,
    ) -> Person:
        """Enter."""
        return await controller.enter(
            person_id=person_id,
            visit=visit,
            since=since,
            theme=theme,
            name=name,
            count=count,
            known=known,
            seen_at=seen_at,
        )

    return router
