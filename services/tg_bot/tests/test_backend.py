"""What the bot makes of a backend that does not do what it is asked."""

from http import HTTPStatus

import httpx
import pytest

from services.tg_bot.backend import Backend, RefusedError

pytestmark = pytest.mark.anyio

AWAY = "The service cannot be reached right now. Please try again later."


def away(request: httpx.Request) -> httpx.Response:
    """Be a backend that is not there."""
    raise httpx.ConnectError(f"no connection to {request.url}")


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        (HTTPStatus.CONFLICT, "This e-mail address is already registered."),
        (HTTPStatus.UNPROCESSABLE_ENTITY, "Please check the e-mail address and the name."),
        (HTTPStatus.INTERNAL_SERVER_ERROR, AWAY),
        (599, AWAY),
    ],
)
async def test_each_refusal_is_a_sentence(status: int, sentence: str) -> None:
    """Nobody who talks to the bot reads a status code or a traceback."""
    transport = httpx.MockTransport(lambda _: httpx.Response(status))
    async with httpx.AsyncClient(transport=transport, base_url="http://backend") as http:
        with pytest.raises(RefusedError, match=sentence):
            await Backend(http).create_user(email="ada@example.com", name="Ada", telegram_id=7)


async def test_a_backend_that_is_away_is_a_sentence() -> None:
    """Neither do they read the name of a host."""
    async with httpx.AsyncClient(
        transport=httpx.MockTransport(away), base_url="http://backend"
    ) as http:
        with pytest.raises(RefusedError, match=AWAY):
            await Backend(http).list_users(limit=1)
