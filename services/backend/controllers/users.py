"""What the backend does with people."""

from typing import Annotated

from fastapi import Depends
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from framework.runtime.http import Session, publisher
from services.backend.storage import User
from shared.generated.errors import EmailTaken, UserNotFound
from shared.generated.events.publishers.backend import BackendPublisher
from shared.generated.models.users import (
    Role,
    UserCreate,
    UserId,
    UserRead,
    UserRegistered,
    UserUpdate,
)

Events = Annotated[BackendPublisher, Depends(publisher(BackendPublisher))]


class UsersController:
    """Keeps people in the database, and tells others who has registered."""

    def __init__(self, session: Session, events: Events) -> None:
        """Work within the transaction of one request."""
        self._session = session
        self._events = events

    async def list_users(
        self, *, role: Role | None, after: UserId | None, limit: int
    ) -> list[UserRead]:
        """List people, the oldest first."""
        query = select(User).order_by(User.id).limit(limit)
        if role is not None:
            query = query.where(User.role == role)
        if after is not None:
            query = query.where(User.id > after)
        return [UserRead.model_validate(user) for user in await self._session.scalars(query)]

    async def create_user(self, *, payload: UserCreate) -> UserRead:
        """Register a person. Raises `EmailTaken`."""
        user = User(**payload.model_dump())
        self._session.add(user)
        created = await self._store(user)
        await self._events.user_registered(UserRegistered(user=created))
        return created

    async def get_user(self, *, user_id: UserId) -> UserRead:
        """Read a person. Raises `UserNotFound`."""
        return UserRead.model_validate(await self._find(user_id))

    async def update_user(self, *, user_id: UserId, payload: UserUpdate) -> UserRead:
        """Change what is given, leave the rest. Raises `UserNotFound`, `EmailTaken`."""
        user = await self._find(user_id)
        # What is absent is `MISSING`, which is not dumped; `None` is a value like any other.
        for name, value in payload.model_dump().items():
            setattr(user, name, value)
        return await self._store(user)

    async def delete_user(self, *, user_id: UserId) -> None:
        """Forget a person. Raises `UserNotFound`."""
        await self._session.delete(await self._find(user_id))

    async def _find(self, user_id: UserId) -> User:
        user = await self._session.get(User, user_id)
        if user is None:
            raise UserNotFound(user_id=user_id)
        return user

    async def _store(self, user: User) -> UserRead:
        try:
            await self._session.flush()
        except IntegrityError as error:
            # The address is the only thing that the database wants to be unique.
            raise EmailTaken from error
        return UserRead.model_validate(user)
