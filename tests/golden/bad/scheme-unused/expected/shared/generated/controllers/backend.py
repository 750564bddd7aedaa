# Generated from the routers and events of backend. Do not edit: change the spec, then run `make generate`.
"""The controllers of `backend`: what is written by hand fulfils these Protocols."""

from typing import Protocol


class ThingsController(Protocol):
    """Answers the operations of `specs/routers/backend/things.yaml`."""

    async def one(self) -> None:
        """One."""
        ...

    async def two(self) -> None:
        """Two."""
        ...
