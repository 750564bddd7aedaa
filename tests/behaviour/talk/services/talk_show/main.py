"""The composition root of `talk-show`."""

from fastapi import FastAPI

from framework.runtime.auth import Identity, Unauthorized
from services.talk_show.controllers.rooms import RoomsController
from services.talk_show.controllers.votes import VotesController
from services.talk_show.settings import Settings
from shared.generated.services.talk_show import create_app


def create(settings: Settings | None = None) -> FastAPI:
    """Compose what the settings describe, or the environment."""
    return create_app(
        settings or Settings.load(),
        rooms=RoomsController,
        votes=VotesController,
        verify_bearer=verify,
        verify_desk_key=verify,
    )


async def verify(credential: str) -> Identity:
    """Know one ticket."""
    if credential != "ticket":
        raise Unauthorized
    return Identity(subject="ada")
