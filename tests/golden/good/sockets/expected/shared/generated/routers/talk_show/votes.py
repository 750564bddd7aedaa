# Generated from specs/routers/talk-show/votes.yaml. Do not edit: change the spec, then run `make generate`.
"""HTTP operations of `votes` in the service `talk-show`."""

from collections.abc import Callable
from typing import Annotated, Never

from fastapi import APIRouter, Depends

from framework.runtime.http import ContractRoute, Socket, socket_of, socket_route
from shared.generated.controllers.talk_show import VotesController
from shared.generated.models.talk import Change


def create_votes_router(provide: Callable[..., VotesController]) -> APIRouter:
    """Route each operation to the controller that `provide` gives for a request."""
    router = APIRouter(prefix="", tags=["votes"], route_class=ContractRoute)

    @socket_route(router, "/votes", auth="bearer", receives=Change)
    async def vote(
        controller: Annotated[VotesController, Depends(provide)],
        socket: Annotated[Socket[Change, Never], Depends(socket_of)],
    ) -> None:
        """Vote."""
        await controller.vote(socket=socket)

    @socket_route(router, "/votes/count", auth="desk-key", sends=Change)
    async def count(
        controller: Annotated[VotesController, Depends(provide)],
        socket: Annotated[Socket[Never, Change], Depends(socket_of)],
    ) -> None:
        """Count."""
        await controller.count(socket=socket)

    return router
