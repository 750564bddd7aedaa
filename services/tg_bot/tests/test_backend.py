"""What the bot makes of a backend that does not do what it is asked."""

from collections.abc import Callable
from http import HTTPStatus

import httpx
import pytest

from framework.runtime.clients import open_client
from services.tg_bot.backend import Backend, RefusedError
from shared.generated.clients.tg_bot import BackendClient
from shared.generated.errors import EmailTaken

pytestmark = pytest.mark.anyio

AWAY = "The service cannot be reached right now. Please try again later."


def away(request: httpx.Request) -> httpx.Response:
    """Be a backend that is not there."""
    raise httpx.ConnectError(f"no connection to {request.url}")


def taken(_: httpx.Request) -> httpx.Response:
    """Be a backend that knows the address already."""
    return httpx.Response(
        HTTPStatus.CONFLICT,
        json=EmailTaken().to_document(),
        headers={"content-type": "application/problem+json"},
    )


def broken(_: httpx.Request) -> httpx.Response:
    """Be a backend with a fault."""
    return httpx.Response(HTTPStatus.INTERNAL_SERVER_ERROR)


def strange(_: httpx.Request) -> httpx.Response:
    """Be something else."""
    return httpx.Response(599)


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (taken, "This e-mail address is already registered."),
        (away, AWAY),
        (broken, AWAY),
        (strange, AWAY),
    ],
)
async def test_each_refusal_is_a_sentence(
    answer: Callable[[httpx.Request], httpx.Response], sentence: str
) -> None:
    """Nobody who talks to the bot reads a status code, a traceback or the name of a host."""
    transport = httpx.MockTransport(answer)
    async with open_client(BackendClient, "http://backend", transport) as client:
        with pytest.raises(RefusedError, match=sentence):
            await Backend(client).create_user(email="ada@example.com", name="Ada", telegram_id=7)
        if answer is not taken:
            with pytest.raises(RefusedError, match=sentence):
                await Backend(client).list_users(limit=1)
