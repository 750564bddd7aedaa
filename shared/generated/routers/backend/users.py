# Generated from specs/routers/backend/users.yaml. Do not edit: change the spec, then run `make generate`.
"""The people that the system knows."""

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query
from pydantic import Field

from framework.runtime.http import ContractRoute, json_body, operation
from framework.runtime.types import Int32
from shared.generated.controllers.backend import UsersController
from shared.generated.errors import EmailTaken, UserNotFound
from shared.generated.models.users import Role, UserCreate, UserId, UserRead, UserUpdate


def create_users_router(provide: Callable[..., UsersController]) -> APIRouter:
    """Route each operation to the controller that `provide` gives for a request."""
    router = APIRouter(prefix="/v1/users", tags=["users"], route_class=ContractRoute)

    @router.get("", status_code=200, operation_id="backend.v1.list_users")
    @operation()
    async def list_users(
        controller: Annotated[UsersController, Depends(provide)],
        role: Annotated[Role | None, Query()] = None,
        after: Annotated[UserId | None, Query()] = None,
        limit: Annotated[Int32, Field(ge=1, le=100), Query()] = 50,
    ) -> list[UserRead]:
        """List people, the oldest first."""
        return await controller.list_users(role=role, after=after, limit=limit)

    @router.post("", status_code=201, operation_id="backend.v1.create_user")
    @operation(errors=[EmailTaken], emits=["user_registered"], location="/v1/users/{id}")
    async def create_user(
        controller: Annotated[UsersController, Depends(provide)],
        payload: Annotated[UserCreate, json_body(UserCreate)],
    ) -> UserRead:
        """Register a person.

        May raise `EmailTaken`. May publish `user_registered`.
        """
        return await controller.create_user(payload=payload)

    @router.get("/{user_id}", status_code=200, operation_id="backend.v1.get_user")
    @operation(errors=[UserNotFound])
    async def get_user(
        controller: Annotated[UsersController, Depends(provide)], user_id: Annotated[UserId, Path()]
    ) -> UserRead:
        """Read a person.

        May raise `UserNotFound`.
        """
        return await controller.get_user(user_id=user_id)

    @router.patch("/{user_id}", status_code=200, operation_id="backend.v1.update_user")
    @operation(errors=[UserNotFound, EmailTaken])
    async def update_user(
        controller: Annotated[UsersController, Depends(provide)],
        user_id: Annotated[UserId, Path()],
        payload: Annotated[UserUpdate, json_body(UserUpdate)],
    ) -> UserRead:
        """Change what is given, leave the rest.

        May raise `UserNotFound`, `EmailTaken`.
        """
        return await controller.update_user(user_id=user_id, payload=payload)

    @router.delete("/{user_id}", status_code=204, operation_id="backend.v1.delete_user")
    @operation(errors=[UserNotFound])
    async def delete_user(
        controller: Annotated[UsersController, Depends(provide)], user_id: Annotated[UserId, Path()]
    ) -> None:
        """Forget a person.

        May raise `UserNotFound`.
        """
        await controller.delete_user(user_id=user_id)

    return router
