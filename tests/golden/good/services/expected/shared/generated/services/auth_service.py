# Generated from services.yml. Do not edit: change the spec, then run `make generate`.
"""The composition of `auth-service`.

Signs people in.

And out.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TypedDict, Unpack

from fastapi import FastAPI

from framework.runtime.access import Access
from framework.runtime.app import compose_app
from framework.runtime.controllers import check_controllers
from framework.runtime.settings import ServiceSettings
from shared.generated.controllers.auth_service import (
    EventsController,
    LegacyController,
    RootController,
    SessionsController,
)
from shared.generated.events.consumers.auth_service import create_consumers
from shared.generated.routers.auth_service.legacy import create_legacy_router
from shared.generated.routers.auth_service.root import create_root_router
from shared.generated.routers.auth_service.sessions import create_sessions_router


class AuthServiceControllers(TypedDict):
    """What gives each controller of `auth-service`: a class, or a function to inject."""

    legacy: Callable[..., LegacyController]
    root: Callable[..., RootController]
    sessions: Callable[..., SessionsController]
    events: Callable[..., EventsController]


def create_app(settings: ServiceSettings, **controllers: Unpack[AuthServiceControllers]) -> FastAPI:
    """Compose the application; raises `ControllerError` for a missing or incomplete controller."""
    provided = check_controllers(
        "auth-service",
        {
            "legacy": LegacyController,
            "root": RootController,
            "sessions": SessionsController,
            "events": EventsController,
        },
        controllers,
    )
    return compose_app(
        name="auth-service",
        settings=settings,
        routers=[
            create_legacy_router(provided["legacy"]),
            create_root_router(provided["root"]),
            create_sessions_router(provided["sessions"]),
        ],
        consumers=create_consumers(provided["events"]),
        openapi=Path(__file__).parents[1] / "openapi" / "auth_service.json",
        access=Access(database=True, broker=True),
    )
