# Generated from services.yml. Do not edit: change the spec, then run `make generate`.
"""The composition of `media`.

Keeps files of all sizes.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TypedDict, Unpack

from fastapi import FastAPI

from framework.runtime.access import Access
from framework.runtime.app import compose_app
from framework.runtime.controllers import check_controllers
from framework.runtime.settings import ServiceSettings
from shared.generated.controllers.media import FilesController
from shared.generated.routers.media.files import create_files_router


class MediaControllers(TypedDict):
    """What gives each controller of `media`: a class, or a function to inject."""

    files: Callable[..., FilesController]


def create_app(settings: ServiceSettings, **controllers: Unpack[MediaControllers]) -> FastAPI:
    """Compose the application; raises `ControllerError` for a missing or incomplete controller."""
    provided = check_controllers("media", {"files": FilesController}, controllers)
    return compose_app(
        name="media",
        settings=settings,
        routers=[create_files_router(provided["files"])],
        openapi=Path(__file__).parents[1] / "openapi" / "media.json",
        access=Access(),
    )
