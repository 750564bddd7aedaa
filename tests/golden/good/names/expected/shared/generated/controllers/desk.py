# Generated from the routers and events of desk. Do not edit: change the spec, then run `make generate`.
"""The controllers of `desk`: what is written by hand fulfils these Protocols."""

from datetime import date, time
from typing import Protocol

from shared.generated.models.import_me_v2 import Names


class NamesController(Protocol):
    """Answers the operations of `specs/routers/desk/names.yaml`."""

    async def try_names(
        self,
        *,
        date: date,
        until: date | None,
        id: int,
        type: str,
        from_: str,
        l: int,
        mixedCase: int,
        UPPER: int,
        time: time | None,
        payload: Names,
    ) -> Names:
        """Try names."""
        ...
