# Generated from services.yml. Do not edit: change the spec, then run `make generate`.
"""The composition of `a`."""

from collections.abc import Callable
from pathlib import Path
from typing import TypedDict, Unpack

from fastapi import FastAPI

from framework.runtime.access import Access
from framework.runtime.app import compose_app
from framework.runtime.controllers import check_controllers
from framework.runtime.settings import ServiceSettings
from shared.generated.controllers.a import EventsController
from shared.generated.events.consumers.a import create_consumers


class AControllers(TypedDict):
    """What gives each controller of `a`: a class, or a function to inject."""

    events: Callable[..., EventsController]


def create_app(settings: ServiceSettings, **controllers: Unpack[AControllers]) -> FastAPI:
    """Compose the application; raises `ControllerError` for a missing or incomplete controller."""
    provided = check_controllers("a", {"events": EventsController}, controllers)
    return compose_app(
        name="a",
        settings=settings,
        routers=[],
        consumers=create_consumers(provided["events"]),
        openapi=Path(__file__).parents[1] / "openapi" / "a.json",
        access=Access(broker=True),
    )
