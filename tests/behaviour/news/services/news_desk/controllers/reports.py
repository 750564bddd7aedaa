"""What `news-desk` does with reports; the text of a report says how the stream goes on."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from decimal import Decimal

from sqlalchemy import text

from framework.runtime.http import Session, Sessions, Stream, Streamed
from shared.generated.errors import DeskClosed, NoSuchDesk
from shared.generated.models.news import (
    Moment,
    Question,
    ReportCreate,
    ReportRead,
    Scored,
    Section,
    Started,
)

REPORTS: list[ReportRead] = []
NEWS = asyncio.Condition()
SEEN: list[str] = []
ENDLESS = [True]


async def tell(words: str) -> None:
    """Add a report, and wake who watches."""
    async with NEWS:
        REPORTS.append(ReportRead(id=len(REPORTS) + 1, section=Section.HOME, text=words))
        NEWS.notify_all()


class ReportsController:
    """Keeps reports in memory, and remembers in `SEEN` what ended; without `ENDLESS` all does."""

    def __init__(self, session: Session, sessions: Sessions) -> None:
        """Work with transactions of its own where it streams."""
        self.session = session
        self.sessions = sessions

    async def list_reports(self) -> list[ReportRead]:
        """Return all."""
        return REPORTS

    async def write_report(self, *, payload: ReportCreate) -> ReportRead:
        """Add one."""
        await tell(payload.text)
        return REPORTS[-1]

    async def watch_reports(
        self, *, section: Section | None, last_event_id: str | None
    ) -> Stream[ReportRead]:
        """Tell each report with its id, until one says otherwise."""
        if section is Section.WORLD:
            raise NoSuchDesk(desk="world")
        seen = int(last_event_id) if last_event_id and last_event_id.isdecimal() else 0
        try:
            while True:
                async with NEWS:
                    while len(REPORTS) <= seen and ENDLESS[0]:
                        await NEWS.wait()
                if len(REPORTS) <= seen:
                    break
                report = REPORTS[seen]
                yield Streamed(obeyed(report), id=str(report.id))
                seen += 1
        finally:
            await asyncio.sleep(0.01)  # what is closed may take its time
            SEEN.append("closed")

    async def find_reports(
        self, *, last_event_id: str | None, payload: Question
    ) -> Stream[ReportRead]:
        """Look words up in the database, one transaction for each; `session` uses the wrong one."""
        for number, word in enumerate(payload.words, start=1):
            if word == "session":
                await self.session.execute(text("SELECT 1"))
            async with self.sessions.begin() as session:
                found = await session.execute(text("SELECT upper(:word)"), {"word": word})
                report = ReportRead(id=number, section=Section.HOME, text=found.scalar_one())
            SEEN.append(last_event_id or "from the start")
            yield report

    def watch_match(self, *, match: int, last_event_id: str | None) -> Stream[Moment]:
        """Return another iterator: a match has as many points as its number says."""
        del last_event_id
        return moments(match)


def obeyed(report: ReportRead) -> ReportRead:
    """Return the report, or do what its text says."""
    if report.text == "close":
        raise DeskClosed
    if report.text == "unlisted":
        raise LookupError("a secret")
    if report.text == "invalid":
        return ReportRead.model_construct(id=0, section=Section.HOME, text="below the least id")
    if report.text == "large":
        return ReportRead(id=report.id, section=Section.HOME, text="x" * 200)
    return report


async def moments(points: int) -> AsyncIterator[Moment]:
    """Tell that a match began, and each point."""
    if points > 8:
        raise NoSuchDesk(desk=str(points))
    yield Started(kind="started", at=datetime(2026, 1, 2, tzinfo=UTC))
    for number in range(points):
        SEEN.append(f"point {number}")
        yield Scored(kind="scored", points=Decimal(number))
