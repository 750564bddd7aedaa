# Generated from specs/routers/talk-show/rooms.yaml. Do not edit: change the spec, then run `make generate`.
"""HTTP operations of `rooms` in the service `talk-show`."""

from collections.abc import Callable
from typing import Annotated, Never

from fastapi import APIRouter, Depends, Header, Path, Query
from pydantic import Field

from framework.runtime.http import ContractRoute, Socket, operation, socket_of, socket_route
from framework.runtime.types import Int, String, Uuid
from shared.generated.controllers.talk_show import RoomsController
from shared.generated.errors import NoSuchRoom, ThrownOut
from shared.generated.models.talk import Change, LineCreate, LineRead, Mood


def create_rooms_router(provide: Callable[..., RoomsController]) -> APIRouter:
    """Route each operation to the controller that `provide` gives for a request."""
    router = APIRouter(prefix="/v1/rooms", tags=["rooms"], route_class=ContractRoute)

    @router.get("/{room}", status_code=200, operation_id="talk-show.v1.list_lines")
    @operation()
    async def list_lines(
        controller: Annotated[RoomsController, Depends(provide)],
        room: Annotated[Int, Field(ge=1, le=9), Path()],
    ) -> list[LineRead]:
        """List lines."""
        return await controller.list_lines(room=room)

    @socket_route(router, "/lobby", sends=Change)
    async def lobby(
        controller: Annotated[RoomsController, Depends(provide)],
        socket: Annotated[Socket[Never, Change], Depends(socket_of)],
    ) -> None:
        """Lobby."""
        await controller.lobby(socket=socket)

    @socket_route(
        router, "/{room}", errors=[NoSuchRoom, ThrownOut], receives=LineCreate, sends=LineRead
    )
    async def talk(
        controller: Annotated[RoomsController, Depends(provide)],
        room: Annotated[Int, Field(ge=1, le=9), Path()],
        name: Annotated[String, Field(min_length=1, max_length=20), Query()],
        socket: Annotated[Socket[LineCreate, LineRead], Depends(socket_of)],
        mood: Annotated[Mood | None, Query()] = None,
        trace: Annotated[Uuid | None, Header(alias="X-Trace")] = None,
    ) -> None:
        """Talk to the people in a room.

        May raise `NoSuchRoom`, `ThrownOut`.
        """
        await controller.talk(room=room, name=name, socket=socket, mood=mood, trace=trace)

    return router
