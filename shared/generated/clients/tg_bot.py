# Generated from services.yml. Do not edit: change the spec, then run `make generate`.
"""What `tg_bot` asks of other services."""

from typing import Annotated

from pydantic import Field

from framework.runtime import clients
from framework.runtime.types import Int32
from shared.generated.errors import EmailTaken
from shared.generated.models.users import Role, UserCreate, UserId, UserRead

_BACKEND_V1_CREATE_USER = clients.Call[UserRead](
    "backend.v1.create_user",
    "POST",
    "/v1/users",
    201,
    body=UserCreate,
    result=UserRead,
    errors=[EmailTaken],
)

_BACKEND_V1_LIST_USERS = clients.Call[list[UserRead]](
    "backend.v1.list_users",
    "GET",
    "/v1/users",
    200,
    parameters=[
        clients.query("role", Role),
        clients.query("after", UserId),
        clients.query("limit", Annotated[Int32, Field(ge=1, le=100)]),
    ],
    result=list[UserRead],
)


class BackendClient(clients.Client):
    """The operations of `backend` that `tg_bot` consumes."""

    async def create_user(self, *, payload: UserCreate) -> UserRead:
        """Register a person.

        May raise `EmailTaken`. May publish `user_registered`.
        """
        return await self._call(_BACKEND_V1_CREATE_USER, payload)

    async def list_users(
        self, *, role: Role | None = None, after: UserId | None = None, limit: int = 50
    ) -> list[UserRead]:
        """List people, the oldest first."""
        return await self._call(_BACKEND_V1_LIST_USERS, role=role, after=after, limit=limit)
