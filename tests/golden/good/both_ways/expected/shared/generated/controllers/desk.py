# Generated from the routers and events of desk. Do not edit: change the spec, then run `make generate`.
"""The controllers of `desk`: what is written by hand fulfils these Protocols."""

from typing import Protocol

from shared.generated.models.models import Line


class BasketsController(Protocol):
    """Answers the operations of `specs/routers/desk/baskets.yaml`."""

    async def list_lines(self) -> list[Line]:
        """List lines."""
        ...
