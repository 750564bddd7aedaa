# Generated from services.yml. Do not edit: change the spec, then run `make generate`.
"""The composition of `talk-show`.

Lets people talk.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TypedDict, Unpack

from fastapi import FastAPI

from framework.runtime.access import Access
from framework.runtime.app import compose_app
from framework.runtime.auth import Verifier, api_key, bearer
from framework.runtime.controllers import check_controllers
from framework.runtime.settings import ServiceSettings
from shared.generated.controllers.talk_show import RoomsController, VotesController
from shared.generated.routers.talk_show.rooms import create_rooms_router
from shared.generated.routers.talk_show.votes import create_votes_router


class TalkShowControllers(TypedDict):
    """What gives each controller of `talk-show`: a class, or a function to inject."""

    rooms: Callable[..., RoomsController]
    votes: Callable[..., VotesController]
    verify_bearer: Verifier
    verify_desk_key: Verifier


def create_app(settings: ServiceSettings, **controllers: Unpack[TalkShowControllers]) -> FastAPI:
    """Compose the application; raises `ControllerError` for a missing or incomplete controller."""
    provided = check_controllers(
        "talk-show",
        {"rooms": RoomsController, "votes": VotesController},
        controllers,
        verifiers=["verify_bearer", "verify_desk_key"],
    )
    return compose_app(
        name="talk-show",
        settings=settings,
        routers=[create_rooms_router(provided["rooms"]), create_votes_router(provided["votes"])],
        openapi=Path(__file__).parents[1] / "openapi" / "talk_show.json",
        access=Access(
            database=True,
            auth={
                "bearer": bearer(controllers["verify_bearer"]),
                "desk-key": api_key("X-Desk-Key", controllers["verify_desk_key"]),
            },
        ),
    )
