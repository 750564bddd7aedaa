# Generated from services.yml. Do not edit: change the spec, then run `make generate`.
"""The composition of `news-desk`.

Tells what happens.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TypedDict, Unpack

from fastapi import FastAPI

from framework.runtime.access import Access
from framework.runtime.app import compose_app
from framework.runtime.controllers import check_controllers
from framework.runtime.settings import ServiceSettings
from shared.generated.controllers.news_desk import ReportsController
from shared.generated.routers.news_desk.reports import create_reports_router


class NewsDeskControllers(TypedDict):
    """What gives each controller of `news-desk`: a class, or a function to inject."""

    reports: Callable[..., ReportsController]


def create_app(settings: ServiceSettings, **controllers: Unpack[NewsDeskControllers]) -> FastAPI:
    """Compose the application; raises `ControllerError` for a missing or incomplete controller."""
    provided = check_controllers("news-desk", {"reports": ReportsController}, controllers)
    return compose_app(
        name="news-desk",
        settings=settings,
        routers=[create_reports_router(provided["reports"])],
        openapi=Path(__file__).parents[1] / "openapi" / "news_desk.json",
        access=Access(database=True),
    )
