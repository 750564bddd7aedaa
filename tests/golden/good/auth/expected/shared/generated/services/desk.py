# Generated from services.yml. Do not edit: change the spec, then run `make generate`.
"""The composition of `desk`."""

from collections.abc import Callable
from pathlib import Path
from typing import TypedDict, Unpack

from fastapi import FastAPI

from framework.runtime.access import Access
from framework.runtime.app import compose_app
from framework.runtime.auth import Verifier, api_key, bearer, verified_by
from framework.runtime.clients import address_of
from framework.runtime.controllers import check_controllers
from framework.runtime.settings import ServiceSettings
from shared.generated.clients.desk import GateClient
from shared.generated.controllers.desk import NotesController
from shared.generated.routers.desk.notes import create_notes_router


class DeskControllers(TypedDict):
    """What gives each controller of `desk`: a class, or a function to inject."""

    notes: Callable[..., NotesController]
    verify_machine_key: Verifier


def create_app(settings: ServiceSettings, **controllers: Unpack[DeskControllers]) -> FastAPI:
    """Compose the application; raises `ControllerError` for a missing or incomplete controller."""
    provided = check_controllers(
        "desk", {"notes": NotesController}, controllers, verifiers=["verify_machine_key"]
    )
    return compose_app(
        name="desk",
        settings=settings,
        routers=[create_notes_router(provided["notes"])],
        openapi=Path(__file__).parents[1] / "openapi" / "desk.json",
        access=Access(
            clients={GateClient: address_of(settings, "gate")},
            auth={
                "bearer": bearer(
                    verified_by(
                        address_of(settings, "gate"),
                        service="gate",
                        path="/v1/tokens/verify",
                        credential="accessToken",
                        refusals=["urn:problem:token_unknown", "urn:problem:token_expired"],
                    )
                ),
                "machine-key": api_key("X-Machine-Key", controllers["verify_machine_key"]),
            },
        ),
    )
