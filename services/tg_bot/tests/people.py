"""A backend that keeps people in memory, behind the contract of the real one."""

from datetime import UTC, datetime

from framework.runtime.context import correlation_id
from shared.generated.errors import EmailTaken, UserNotFound
from shared.generated.models.users import Role, UserCreate, UserId, UserRead, UserUpdate


class People:
    """The backend's controller of users; what the bot never asks for finds nobody."""

    def __init__(self) -> None:
        """Begin without anybody."""
        self.known: list[UserRead] = []
        self.correlation_ids: list[str] = []

    async def create_user(self, *, payload: UserCreate) -> UserRead:
        """Keep a person under the next number."""
        self.correlation_ids.append(correlation_id.get())
        if any(person.email == payload.email for person in self.known):
            raise EmailTaken
        now = datetime.now(UTC)
        number = len(self.known) + 1
        person = UserRead(id=number, created_at=now, updated_at=now, **payload.model_dump())
        self.known.append(person)
        return person

    async def list_users(
        self, *, role: Role | None, after: UserId | None, limit: int
    ) -> list[UserRead]:
        """List everybody, in the order in which they came."""
        assert role is None
        assert after is None
        return self.known[:limit]

    async def get_user(self, *, user_id: UserId) -> UserRead:
        """Find nobody."""
        raise UserNotFound(user_id=user_id)

    async def update_user(self, *, user_id: UserId, payload: UserUpdate) -> UserRead:
        """Find nobody to change."""
        del payload
        raise UserNotFound(user_id=user_id)

    async def delete_user(self, *, user_id: UserId) -> None:
        """Find nobody to forget."""
        raise UserNotFound(user_id=user_id)
