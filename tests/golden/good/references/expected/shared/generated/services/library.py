# Generated from services.yml. Do not edit: change the spec, then run `make generate`.
"""The composition of `library`."""

from collections.abc import Callable
from pathlib import Path
from typing import TypedDict, Unpack

from fastapi import FastAPI

from framework.runtime.access import Access
from framework.runtime.app import compose_app
from framework.runtime.controllers import check_controllers
from framework.runtime.settings import ServiceSettings
from shared.generated.controllers.library import FinesController, LoansController, PeopleController
from shared.generated.routers.library.fines import create_fines_router
from shared.generated.routers.library.loans import create_loans_router
from shared.generated.routers.library.people import create_people_router


class LibraryControllers(TypedDict):
    """What gives each controller of `library`: a class, or a function to inject."""

    fines: Callable[..., FinesController]
    loans: Callable[..., LoansController]
    people: Callable[..., PeopleController]


def create_app(settings: ServiceSettings, **controllers: Unpack[LibraryControllers]) -> FastAPI:
    """Compose the application; raises `ControllerError` for a missing or incomplete controller."""
    provided = check_controllers(
        "library",
        {"fines": FinesController, "loans": LoansController, "people": PeopleController},
        controllers,
    )
    return compose_app(
        name="library",
        settings=settings,
        routers=[
            create_fines_router(provided["fines"]),
            create_loans_router(provided["loans"]),
            create_people_router(provided["people"]),
        ],
        openapi=Path(__file__).parents[1] / "openapi" / "library.json",
        access=Access(database=True),
    )
