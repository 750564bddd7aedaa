# Generated from specs/routers/desk/scalars.yaml. Do not edit: change the spec, then run `make generate`.
"""HTTP operations of `scalars` in the service `desk`."""

from collections.abc import Callable
from decimal import Decimal
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Path
from pydantic import Field

from framework.runtime.http import ContractRoute, operation
from framework.runtime.types import (
    Bool,
    Date,
    DateTime,
    DecimalText,
    Duration,
    Email,
    Float,
    Int,
    Pattern,
    String,
    Time,
    Uuid,
)
from shared.generated.controllers.desk import ScalarsController
from shared.generated.models.models import Size, ThingId, ThingName


def create_scalars_router(provide: Callable[..., ScalarsController]) -> APIRouter:
    """Route each operation to the controller that `provide` gives for a request."""
    router = APIRouter(prefix="/scalars", tags=["scalars"], route_class=ContractRoute)

    @router.get("/text/{value}", status_code=204, operation_id="desk.by_text")
    @operation()
    async def by_text(
        controller: Annotated[ScalarsController, Depends(provide)],
        value: Annotated[String, Field(min_length=2), Pattern("^[a-z]+$"), Path()],
    ) -> None:
        """By text."""
        await controller.by_text(value=value)

    @router.get("/int/{value}", status_code=204, operation_id="desk.by_int")
    @operation()
    async def by_int(
        controller: Annotated[ScalarsController, Depends(provide)],
        value: Annotated[Int, Field(ge=1, multiple_of=2), Path()],
    ) -> None:
        """By int."""
        await controller.by_int(value=value)

    @router.get("/bool/{value}", status_code=204, operation_id="desk.by_bool")
    @operation()
    async def by_bool(
        controller: Annotated[ScalarsController, Depends(provide)], value: Annotated[Bool, Path()]
    ) -> None:
        """By bool."""
        await controller.by_bool(value=value)

    @router.get("/float/{value}", status_code=204, operation_id="desk.by_float")
    @operation()
    async def by_float(
        controller: Annotated[ScalarsController, Depends(provide)],
        value: Annotated[Float, Field(gt=0.0), Path()],
    ) -> None:
        """By float."""
        await controller.by_float(value=value)

    @router.get("/decimal/{value}", status_code=204, operation_id="desk.by_decimal")
    @operation()
    async def by_decimal(
        controller: Annotated[ScalarsController, Depends(provide)],
        value: Annotated[Decimal, DecimalText(max_digits=4, decimal_places=2), Path()],
    ) -> None:
        """By decimal."""
        await controller.by_decimal(value=value)

    @router.get("/uuid/{value}", status_code=204, operation_id="desk.by_uuid")
    @operation()
    async def by_uuid(
        controller: Annotated[ScalarsController, Depends(provide)], value: Annotated[Uuid, Path()]
    ) -> None:
        """By uuid."""
        await controller.by_uuid(value=value)

    @router.get("/datetime/{value}", status_code=204, operation_id="desk.by_datetime")
    @operation()
    async def by_datetime(
        controller: Annotated[ScalarsController, Depends(provide)],
        value: Annotated[DateTime, Path()],
    ) -> None:
        """By datetime."""
        await controller.by_datetime(value=value)

    @router.get("/date/{value}", status_code=204, operation_id="desk.by_date")
    @operation()
    async def by_date(
        controller: Annotated[ScalarsController, Depends(provide)], value: Annotated[Date, Path()]
    ) -> None:
        """By date."""
        await controller.by_date(value=value)

    @router.get("/time/{value}", status_code=204, operation_id="desk.by_time")
    @operation()
    async def by_time(
        controller: Annotated[ScalarsController, Depends(provide)], value: Annotated[Time, Path()]
    ) -> None:
        """By time."""
        await controller.by_time(value=value)

    @router.get("/duration/{value}", status_code=204, operation_id="desk.by_duration")
    @operation()
    async def by_duration(
        controller: Annotated[ScalarsController, Depends(provide)],
        value: Annotated[Duration, Path()],
    ) -> None:
        """By duration."""
        await controller.by_duration(value=value)

    @router.get("/email/{value}", status_code=204, operation_id="desk.by_email")
    @operation()
    async def by_email(
        controller: Annotated[ScalarsController, Depends(provide)], value: Annotated[Email, Path()]
    ) -> None:
        """By email."""
        await controller.by_email(value=value)

    @router.get("/enum/{value}", status_code=204, operation_id="desk.by_enum")
    @operation()
    async def by_enum(
        controller: Annotated[ScalarsController, Depends(provide)], value: Annotated[Size, Path()]
    ) -> None:
        """By enum."""
        await controller.by_enum(value=value)

    @router.get("/choice/{value}", status_code=204, operation_id="desk.by_choice")
    @operation()
    async def by_choice(
        controller: Annotated[ScalarsController, Depends(provide)],
        value: Annotated[Literal["a", "b"], Path()],
    ) -> None:
        """By choice."""
        await controller.by_choice(value=value)

    @router.get("/reference/{value}/{name}", status_code=204, operation_id="desk.by_reference")
    @operation()
    async def by_reference(
        controller: Annotated[ScalarsController, Depends(provide)],
        value: Annotated[ThingId, Path()],
        name: Annotated[ThingName, Path()],
    ) -> None:
        """By reference."""
        await controller.by_reference(value=value, name=name)

    return router
