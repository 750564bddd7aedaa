# Generated from services.yml. Do not edit: change the spec, then run `make generate`.
"""The composition of `open-desk`."""

from collections.abc import Callable
from pathlib import Path
from typing import TypedDict, Unpack

from fastapi import FastAPI

from framework.runtime.access import Access
from framework.runtime.app import compose_app
from framework.runtime.clients import address_of, credentials_of
from framework.runtime.controllers import check_controllers
from framework.runtime.settings import ServiceSettings
from shared.generated.clients.open_desk import DeskClient
from shared.generated.controllers.open_desk import PagesController
from shared.generated.routers.open_desk.pages import create_pages_router


class OpenDeskControllers(TypedDict):
    """What gives each controller of `open-desk`: a class, or a function to inject."""

    pages: Callable[..., PagesController]


def create_app(settings: ServiceSettings, **controllers: Unpack[OpenDeskControllers]) -> FastAPI:
    """Compose the application; raises `ControllerError` for a missing or incomplete controller."""
    provided = check_controllers("open-desk", {"pages": PagesController}, controllers)
    return compose_app(
        name="open-desk",
        settings=settings,
        routers=[create_pages_router(provided["pages"])],
        openapi=Path(__file__).parents[1] / "openapi" / "open_desk.json",
        access=Access(
            clients={DeskClient: address_of(settings, "desk")},
            credentials={DeskClient: credentials_of(settings, "desk", {"bearer": None})},
        ),
    )
