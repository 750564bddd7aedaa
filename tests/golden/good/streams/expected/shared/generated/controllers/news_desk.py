# Generated from the routers and events of news-desk. Do not edit: change the spec, then run `make generate`.
"""The controllers of `news-desk`: what is written by hand fulfils these Protocols."""

from typing import Protocol

from framework.runtime.http import Stream
from shared.generated.models.news import Moment, Question, ReportCreate, ReportRead, Section


class ReportsController(Protocol):
    """Answers the operations of `specs/routers/news-desk/reports.yaml`."""

    async def list_reports(self) -> list[ReportRead]:
        """List reports."""
        ...

    async def write_report(self, *, payload: ReportCreate) -> ReportRead:
        """Write report."""
        ...

    def watch_reports(
        self, *, section: Section | None, last_event_id: str | None
    ) -> Stream[ReportRead]:
        """Tell each report as it comes in.

        May raise `NoSuchDesk`, `DeskClosed`.
        """
        ...

    def find_reports(self, *, last_event_id: str | None, payload: Question) -> Stream[ReportRead]:
        """Find reports."""
        ...

    def watch_match(self, *, match: int, last_event_id: str | None) -> Stream[Moment]:
        """Watch match.

        May raise `NoSuchDesk`.
        """
        ...
