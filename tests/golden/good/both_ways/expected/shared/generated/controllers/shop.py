# Generated from the routers and events of shop. Do not edit: change the spec, then run `make generate`.
"""The controllers of `shop`: what is written by hand fulfils these Protocols."""

from typing import Protocol

from shared.generated.models.models import Basket


class BasketsController(Protocol):
    """Answers the operations of `specs/routers/shop/baskets.yaml`."""

    async def price_basket(self, *, payload: Basket) -> Basket:
        """Price basket."""
        ...
