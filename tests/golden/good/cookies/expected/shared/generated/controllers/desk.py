# Generated from the routers and events of desk. Do not edit: change the spec, then run `make generate`.
"""The controllers of `desk`: what is written by hand fulfils these Protocols."""

from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from shared.generated.models.models import Person, PersonId, PersonName, Theme


class VisitsController(Protocol):
    """Answers the operations of `specs/routers/desk/visits.yaml`."""

    async def leave(self, *, visit: UUID, payload: Person) -> None:
        """Leave."""
        ...

    async def enter(
        self,
        *,
        person_id: PersonId,
        since: date | None,
        visit: UUID,
        theme: Theme,
        name: PersonName | None,
        count: int | None,
        known: bool,
        seen_at: datetime | None,
    ) -> Person:
        """Enter."""
        ...
