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
from shared.generated.controllers.desk import NotesController
from shared.generated.routers.desk.notes import create_notes_router


class DeskControllers(TypedDict):
    """What gives each controller of `desk`: a class, or a function to inject."""

    notes: Callable[..., NotesController]


def create_app(settings: ServiceSettings, **controllers: Unpack[DeskControllers]) -> FastAPI:
    """Compose the application; raises `ControllerError` for a missing or incomplete controller."""
    provided = check_controllers("desk", {"notes": NotesController}, controllers)
    return compose_app(
        name="desk",
        settings=settings,
        routers=[create_notes_router(provided["notes"])],
        openapi=Path(__file__).parents[1] / "openapi" / "desk.json",
        access=Access(),
    )
