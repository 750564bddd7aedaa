# Generated from services.yml. Do not edit: change the spec, then run `make generate`.
"""The composition of `shop`."""

from collections.abc import Callable
from pathlib import Path
from typing import TypedDict, Unpack

from fastapi import FastAPI

from framework.runtime.access import Access
from framework.runtime.app import compose_app
from framework.runtime.controllers import check_controllers
from framework.runtime.settings import ServiceSettings
from shared.generated.controllers.shop import OrdersController
from shared.generated.routers.shop.orders import create_orders_router


class ShopControllers(TypedDict):
    """What gives each controller of `shop`: a class, or a function to inject."""

    orders: Callable[..., OrdersController]


def create_app(settings: ServiceSettings, **controllers: Unpack[ShopControllers]) -> FastAPI:
    """Compose the application; raises `ControllerError` for a missing or incomplete controller."""
    provided = check_controllers("shop", {"orders": OrdersController}, controllers)
    return compose_app(
        name="shop",
        settings=settings,
        routers=[create_orders_router(provided["orders"])],
        openapi=Path(__file__).parents[1] / "openapi" / "shop.json",
        access=Access(broker=True),
    )
