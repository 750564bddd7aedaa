# Generated from services.yml. Do not edit: change the spec, then run `make generate`.
"""The composition of `bank`."""

from collections.abc import Callable
from pathlib import Path
from typing import TypedDict, Unpack

from fastapi import FastAPI

from framework.runtime.access import Access
from framework.runtime.app import compose_app
from framework.runtime.controllers import check_controllers
from framework.runtime.settings import ServiceSettings
from shared.generated.controllers.bank import PaymentsController
from shared.generated.routers.bank.payments import create_payments_router


class BankControllers(TypedDict):
    """What gives each controller of `bank`: a class, or a function to inject."""

    payments: Callable[..., PaymentsController]


def create_app(settings: ServiceSettings, **controllers: Unpack[BankControllers]) -> FastAPI:
    """Compose the application; raises `ControllerError` for a missing or incomplete controller."""
    provided = check_controllers("bank", {"payments": PaymentsController}, controllers)
    return compose_app(
        name="bank",
        settings=settings,
        routers=[create_payments_router(provided["payments"])],
        openapi=Path(__file__).parents[1] / "openapi" / "bank.json",
        access=Access(database=True, broker=True),
    )
