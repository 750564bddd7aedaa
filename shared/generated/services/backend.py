# Generated from services.yml. Do not edit: change the spec, then run `make generate`.
"""The composition of `backend`.

Owns the people that the system knows.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TypedDict, Unpack

from fastapi import FastAPI

from framework.runtime.access import Access
from framework.runtime.app import compose_app
from framework.runtime.controllers import check_controllers
from framework.runtime.settings import ServiceSettings
from shared.generated.controllers.backend import UsersController
from shared.generated.routers.backend.users import create_users_router


class BackendControllers(TypedDict):
    """What gives each controller of `backend`: a class, or a function to inject."""

    users: Callable[..., UsersController]


def create_app(settings: ServiceSettings, **controllers: Unpack[BackendControllers]) -> FastAPI:
    """Compose the application; raises `ControllerError` for a missing or incomplete controller."""
    provided = check_controllers("backend", {"users": UsersController}, controllers)
    return compose_app(
        name="backend",
        settings=settings,
        routers=[create_users_router(provided["users"])],
        openapi=Path(__file__).parents[1] / "openapi" / "backend.json",
        access=Access(database=True, broker=True),
    )
