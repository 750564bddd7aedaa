# Generated from services.yml. Do not edit: change the spec, then run `make generate`.
"""The composition of `desk`."""

from collections.abc import Callable
from pathlib import Path
from typing import TypedDict, Unpack

from fastapi import FastAPI

from framework.runtime.access import Access
from framework.runtime.app import compose_app
from framework.runtime.controllers import check_controllers
from framework.runtime.settings import ServiceSettings
from shared.generated.controllers.desk import VisitsController
from shared.generated.routers.desk.visits import create_visits_router


class DeskControllers(TypedDict):
    """What gives each controller of `desk`: a class, or a function to inject."""

    visits: Callable[..., VisitsController]


def create_app(settings: ServiceSettings, **controllers: Unpack[DeskControllers]) -> FastAPI:
    """Compose the application; raises `ControllerError` for a missing or incomplete controller."""
    provided = check_controllers("desk", {"visits": VisitsController}, controllers)
    return compose_app(
        name="desk",
        settings=settings,
        routers=[create_visits_router(provided["visits"])],
        openapi=Path(__file__).parents[1] / "openapi" / "desk.json",
        access=Access(),
    )
