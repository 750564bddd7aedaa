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
from shared.generated.controllers.shop import ItemsController
from shared.generated.routers.shop.items import create_items_router


class ShopControllers(TypedDict):
    """What gives each controller of `shop`: a class, or a function to inject."""

    items: Callable[..., ItemsController]


def create_app(settings: ServiceSettings, **controllers: Unpack[ShopControllers]) -> FastAPI:
    """Compose the application; raises `ControllerError` for a missing or incomplete controller."""
    provided = check_controllers("shop", {"items": ItemsController}, controllers)
    return compose_app(
        name="shop",
        settings=settings,
        routers=[create_items_router(provided["items"])],
        openapi=Path(__file__).parents[1] / "openapi" / "shop.json",
        access=Access(database=True),
    )
