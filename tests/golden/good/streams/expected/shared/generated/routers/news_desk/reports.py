# Generated from specs/routers/news-desk/reports.yaml. Do not edit: change the spec, then run `make generate`.
"""HTTP operations of `reports` in the service `news-desk`."""

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Depends, Header, Path, Query
from pydantic import Field

from framework.runtime.http import ContractRoute, EventStream, json_body, operation
from framework.runtime.types import Int, LastEventId
from shared.generated.controllers.news_desk import ReportsController
from shared.generated.errors import DeskClosed, NoSuchDesk
from shared.generated.models.news import Moment, Question, ReportCreate, ReportRead, Section


def create_reports_router(provide: Callable[..., ReportsController]) -> APIRouter:
    """Route each operation to the controller that `provide` gives for a request."""
    router = APIRouter(prefix="/v1/reports", tags=["reports"], route_class=ContractRoute)

    @router.get("", status_code=200, operation_id="news-desk.v1.list_reports")
    @operation()
    async def list_reports(
        controller: Annotated[ReportsController, Depends(provide)],
    ) -> list[ReportRead]:
        """List reports."""
        return await controller.list_reports()

    @router.post("", status_code=201, operation_id="news-desk.v1.write_report")
    @operation()
    async def write_report(
        controller: Annotated[ReportsController, Depends(provide)],
        payload: Annotated[ReportCreate, json_body(ReportCreate)],
    ) -> ReportRead:
        """Write report."""
        return await controller.write_report(payload=payload)

    @router.get("/events", status_code=200, operation_id="news-desk.v1.watch_reports")
    @operation(errors=[NoSuchDesk, DeskClosed], stream=ReportRead)
    async def watch_reports(
        controller: Annotated[ReportsController, Depends(provide)],
        section: Annotated[Section | None, Query()] = None,
        last_event_id: Annotated[LastEventId | None, Header(alias="Last-Event-ID")] = None,
    ) -> EventStream:
        """Tell each report as it comes in.

        May raise `NoSuchDesk`, `DeskClosed`.
        """
        return EventStream(controller.watch_reports(section=section, last_event_id=last_event_id))

    @router.post("/search", status_code=200, operation_id="news-desk.v1.find_reports")
    @operation(stream=ReportRead)
    async def find_reports(
        controller: Annotated[ReportsController, Depends(provide)],
        payload: Annotated[Question, json_body(Question)],
        last_event_id: Annotated[LastEventId | None, Header(alias="Last-Event-ID")] = None,
    ) -> EventStream:
        """Find reports."""
        return EventStream(controller.find_reports(payload=payload, last_event_id=last_event_id))

    @router.get("/matches/{match}", status_code=200, operation_id="news-desk.v1.watch_match")
    @operation(errors=[NoSuchDesk], stream=Moment)
    async def watch_match(
        controller: Annotated[ReportsController, Depends(provide)],
        match: Annotated[Int, Field(ge=1, le=9), Path()],
        last_event_id: Annotated[LastEventId | None, Header(alias="Last-Event-ID")] = None,
    ) -> EventStream:
        """Watch match.

        May raise `NoSuchDesk`.
        """
        return EventStream(controller.watch_match(match=match, last_event_id=last_event_id))

    return router
