# Generated from services.yml. Do not edit: change the spec, then run `make generate`.
"""The composition of `web-shop`.

Sells.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TypedDict, Unpack

from fastapi import FastAPI

from framework.runtime.access import Access
from framework.runtime.app import compose_app
from framework.runtime.controllers import check_controllers
from framework.runtime.settings import ServiceSettings
from shared.generated.controllers.web_shop import ItemsController, StatusController
from shared.generated.routers.web_shop.items import create_items_router
from shared.generated.routers.web_shop.status import create_status_router


class WebShopControllers(TypedDict):
    """What gives each controller of `web-shop`: a class, or a function to inject."""

    items: Callable[..., ItemsController]
    status: Callable[..., StatusController]


def create_app(settings: ServiceSettings, **controllers: Unpack[WebShopControllers]) -> FastAPI:
    """Compose the application; raises `ControllerError` for a missing or incomplete controller."""
    provided = check_controllers(
        "web-shop", {"items": ItemsController, "status": StatusController}, controllers
    )
    return compose_app(
        name="web-shop",
        settings=settings,
        routers=[create_items_router(provided["items"]), create_status_router(provided["status"])],
        openapi=Path(__file__).parents[1] / "openapi" / "web_shop.json",
        access=Access(),
    )
