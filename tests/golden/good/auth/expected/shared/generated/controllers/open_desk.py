# Generated from the routers and events of open-desk. Do not edit: change the spec, then run `make generate`.
"""The controllers of `open-desk`: what is written by hand fulfils these Protocols."""

from typing import Protocol


class PagesController(Protocol):
    """Answers the operations of `specs/routers/open-desk/pages.yaml`."""

    async def index(self) -> None:
        """Index."""
        ...
