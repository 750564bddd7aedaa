# Generated from services.yml. Do not edit: change the spec, then run `make generate`.
"""The composition of `shop`.

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
from shared.generated.controllers.shop import EventsController, ThingsController
from shared.generated.events.consumers.shop import create_consumers
from shared.generated.routers.shop.things import create_things_router


class ShopControllers(TypedDict):
    """What gives each controller of `shop`: a class, or a function to inject."""

    things: Callable[..., ThingsController]
    events: Callable[..., EventsController]


def create_app(settings: ServiceSettings, **controllers: Unpack[ShopControllers]) -> FastAPI:
    """Compose the application; raises `ControllerError` for a missing or incomplete controller."""
    provided = check_controllers(
        "shop", {"things": ThingsController, "events": EventsController}, controllers
    )
    return compose_app(
        name="shop",
        settings=settings,
        routers=[create_things_router(provided["things"])],
        consumers=create_consumers(provided["events"]),
        openapi=Path(__file__).parents[1] / "openapi" / "shop.json",
        access=Access(broker=True),
    )
