# Generated from services.yml. Do not edit: change the spec, then run `make generate`.
"""The composition of `gate`."""

from collections.abc import Callable
from pathlib import Path
from typing import TypedDict, Unpack

from fastapi import FastAPI

from framework.runtime.access import Access
from framework.runtime.app import compose_app
from framework.runtime.auth import Verifier, bearer
from framework.runtime.controllers import check_controllers
from framework.runtime.settings import ServiceSettings
from shared.generated.controllers.gate import TokensController
from shared.generated.routers.gate.tokens import create_tokens_router


class GateControllers(TypedDict):
    """What gives each controller of `gate`: a class, or a function to inject."""

    tokens: Callable[..., TokensController]
    verify_bearer: Verifier


def create_app(settings: ServiceSettings, **controllers: Unpack[GateControllers]) -> FastAPI:
    """Compose the application; raises `ControllerError` for a missing or incomplete controller."""
    provided = check_controllers(
        "gate", {"tokens": TokensController}, controllers, verifiers=["verify_bearer"]
    )
    return compose_app(
        name="gate",
        settings=settings,
        routers=[create_tokens_router(provided["tokens"])],
        openapi=Path(__file__).parents[1] / "openapi" / "gate.json",
        access=Access(auth={"bearer": bearer(controllers["verify_bearer"])}),
    )
