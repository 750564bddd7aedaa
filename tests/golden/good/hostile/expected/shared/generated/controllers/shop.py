# Generated from the routers and events of shop. Do not edit: change the spec, then run `make generate`.
"""The controllers of `shop`: what is written by hand fulfils these Protocols."""

from typing import Protocol

from shared.generated.models.m import M


class RController(Protocol):
    """Answers the operations of `specs/routers/shop/r.yaml`."""

    async def op(self, *, q: str, h: str | None, payload: M) -> M:
        """\"\"\" '''

        line

          \"\"\"
            end\\

        May raise `Bad`. May publish `happened`.
        """
        ...


class EventsController(Protocol):
    """Takes the events of `shop`."""

    async def happened(self, *, message: M) -> None:
        """\"\"\"\\"""
        ...
