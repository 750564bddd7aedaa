"""What the bot asks of the backend, and what people are told when it refuses."""

from pydantic import ValidationError

from framework.runtime.clients import CallError
from shared.generated.clients.tg_bot import BackendClient
from shared.generated.errors import EmailTaken
from shared.generated.models.users import UserCreate, UserRead

_TAKEN = "This e-mail address is already registered."
_INVALID = "Please check the e-mail address and the name."
_AWAY = "The service cannot be reached right now. Please try again later."


class RefusedError(Exception):
    """The backend did not do what it was asked; the text tells why, to a person."""


class Backend:
    """The operations of the backend that the bot needs. All may raise `RefusedError`."""

    def __init__(self, client: BackendClient) -> None:
        """Ask through `client`."""
        self._client = client

    async def create_user(self, *, email: str, name: str, telegram_id: int) -> UserRead:
        """Register a person."""
        try:
            person = UserCreate(email=email, name=name, telegram_id=telegram_id)
            return await self._client.create_user(payload=person)
        except ValidationError as error:
            raise RefusedError(_INVALID) from error
        except EmailTaken as error:
            raise RefusedError(_TAKEN) from error
        except CallError as error:
            raise RefusedError(_AWAY) from error

    async def list_users(self, *, limit: int) -> list[UserRead]:
        """List up to `limit` people, the oldest first."""
        try:
            return await self._client.list_users(limit=limit)
        except CallError as error:
            raise RefusedError(_AWAY) from error
