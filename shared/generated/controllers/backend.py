# Generated from the routers and events of backend. Do not edit: change the spec, then run `make generate`.
"""The controllers of `backend`: what is written by hand fulfils these Protocols."""

from typing import Protocol

from shared.generated.models.users import Role, UserCreate, UserId, UserRead, UserUpdate


class UsersController(Protocol):
    """Answers the operations of `specs/routers/backend/users.yaml`."""

    async def list_users(
        self, *, role: Role | None, after: UserId | None, limit: int
    ) -> list[UserRead]:
        """List people, the oldest first."""
        ...

    async def create_user(self, *, payload: UserCreate) -> UserRead:
        """Register a person.

        May raise `EmailTaken`. May publish `user_registered`.
        """
        ...

    async def get_user(self, *, user_id: UserId) -> UserRead:
        """Read a person.

        May raise `UserNotFound`.
        """
        ...

    async def update_user(self, *, user_id: UserId, payload: UserUpdate) -> UserRead:
        """Change what is given, leave the rest.

        May raise `UserNotFound`, `EmailTaken`.
        """
        ...

    async def delete_user(self, *, user_id: UserId) -> None:
        """Forget a person.

        May raise `UserNotFound`.
        """
        ...
