"""What the bot asks of the backend, in the models of the backend's contract."""

from http import HTTPStatus

import httpx
from pydantic import TypeAdapter, ValidationError

from framework.runtime.context import correlation_id
from shared.generated.models.users import UserCreate, UserRead

_PERSON = TypeAdapter(UserRead)
_PEOPLE = TypeAdapter(list[UserRead])

_REFUSALS: dict[int, str] = {
    HTTPStatus.CONFLICT: "This e-mail address is already registered.",
    HTTPStatus.UNPROCESSABLE_ENTITY: "Please check the e-mail address and the name.",
}
_AWAY = "The service cannot be reached right now. Please try again later."


class RefusedError(Exception):
    """The backend did not do what it was asked; the text tells why, to a person."""


class Backend:
    """The operations of the backend that the bot needs."""

    def __init__(self, http: httpx.AsyncClient) -> None:
        """Ask through `http`, whose base URL is the backend's."""
        self._http = http

    async def create_user(self, *, email: str, name: str, telegram_id: int) -> UserRead:
        """Register a person. Raises `RefusedError`."""
        try:
            person = UserCreate(email=email, name=name, telegram_id=telegram_id)
        except ValidationError as error:
            raise RefusedError(_REFUSALS[HTTPStatus.UNPROCESSABLE_ENTITY]) from error
        return _PERSON.validate_json(
            await self._ask("POST", "/v1/users", content=person.model_dump_json(by_alias=True))
        )

    async def list_users(self, *, limit: int) -> list[UserRead]:
        """List up to `limit` people, the oldest first. Raises `RefusedError`."""
        return _PEOPLE.validate_json(await self._ask("GET", f"/v1/users?limit={limit}"))

    async def _ask(self, method: str, path: str, content: str | None = None) -> bytes:
        headers = {"x-correlation-id": correlation_id.get()}
        if content:
            headers["content-type"] = "application/json"
        try:
            answer = await self._http.request(method, path, content=content, headers=headers)
        except httpx.TransportError as error:
            raise RefusedError(_AWAY) from error
        if not answer.is_success:
            raise RefusedError(_REFUSALS.get(answer.status_code, _AWAY))
        return answer.content
