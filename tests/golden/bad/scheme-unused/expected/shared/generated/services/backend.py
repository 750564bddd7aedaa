# Generated from services.yml. Do not edit: change the spec, then run `make generate`.
"""The composition of `backend`."""

from collections.abc import Callable
from pathlib import Path
from typing import TypedDict, Unpack

from fastapi import FastAPI

from framework.runtime.access import Access
from framework.runtime.app import compose_app
from framework.runtime.auth import Verifier, bearer
from framework.runtime.controllers import check_controllers
from framework.runtime.settings import ServiceSettings
from shared.generated.controllers.backend import ThingsController
from shared.generated.routers.backend.things import create_things_router


class BackendControllers(TypedDict):
    """What gives each controller of `backend`: a class, or a function to inject."""

    things: Callable[..., ThingsController]
    verify_bearer: Verifier


def create_app(settings: ServiceSettings, **controllers: Unpack[BackendControllers]) -> FastAPI:
    """Compose the application; raises `ControllerError` for a missing or incomplete controller."""
    provided = check_controllers(
        "backend", {"things": ThingsController}, controllers, verifiers=["verify_bearer"]
    )
    return compose_app(
        name="backend",
        settings=settings,
        routers=[create_things_router(provided["things"])],
        openapi=Path(__file__).parents[1] / "openapi" / "backend.json",
        access=Access(auth={"bearer": bearer(controllers["verify_bearer"])}),
    )
