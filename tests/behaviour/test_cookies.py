"""What generated operations take from cookies: as the document says, or 422."""

from __future__ import annotations

import datetime as dt
from importlib import import_module
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from framework.runtime.settings import ServiceSettings
from tests.behaviour.conftest import client_of
from tests.behaviour.projects import GOOD, compiled, importing
from tests.behaviour.recorder import Call, recorder

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    import httpx

pytestmark = pytest.mark.anyio
CALLS: list[Call] = []
VISIT = "00000000-0000-4000-8000-00000000000a"
PERSON = {"id": 1, "name": "ann"}


@pytest.fixture(scope="module")
async def client(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[httpx.AsyncClient]:
    """Run the golden case `cookies` with a controller that only remembers."""
    root = compiled(GOOD / "cookies", tmp_path_factory.mktemp("cookies"))
    with importing(root):
        protocol = import_module("shared.generated.controllers.desk").VisitsController
        create_app = import_module("shared.generated.services.desk").create_app
        answers = {"enter": PERSON}
        app = create_app(ServiceSettings(), visits=recorder(protocol, CALLS, answers))
        async with client_of(app) as client:
            yield client


async def enter(client: httpx.AsyncClient, *cookies: str) -> httpx.Response:
    """Enter with these `Cookie` headers."""
    return await client.get("/visits/1", headers=[("Cookie", cookie) for cookie in cookies])


async def test_cookies_arrive_as_their_types(client: httpx.AsyncClient) -> None:
    """Beside parameters of other groups, under their aliases; unknown ones are not looked at."""
    answer = await enter(
        client,
        f"visit={VISIT}; theme=dark; name=bob; count=3; known=true; _ga=GA1.2; broken",
        "__Host-seen=2026-01-02T05:04:05+02:00",
    )

    assert answer.status_code == 200, answer.text
    assert CALLS[-1][1] == {
        "person_id": 1,
        "since": None,
        "visit": UUID(VISIT),
        "theme": "dark",
        "name": "bob",
        "count": 3,
        "known": True,
        "seen_at": dt.datetime(2026, 1, 2, 3, 4, 5, tzinfo=dt.UTC),
    }


async def test_what_is_absent_has_its_default(client: httpx.AsyncClient) -> None:
    """What is optional is None."""
    answer = await enter(client, f"visit={VISIT}")

    assert answer.status_code == 200, answer.text
    given = CALLS[-1][1]
    assert {key: given[key] for key in ("theme", "name", "count", "known", "seen_at")} == {
        "theme": "light",
        "name": None,
        "count": None,
        "known": False,
        "seen_at": None,
    }


@pytest.mark.parametrize(
    ("cookie", "pointer"),
    [
        ("theme=dark", "/cookie/visit"),
        ("visit=", "/cookie/visit"),
        ("visit", "/cookie/visit"),
        (f"Visit={VISIT}", "/cookie/visit"),
        (f"visit={VISIT}; theme=DARK", "/cookie/theme"),
        (f"visit={VISIT}; name=", "/cookie/name"),
        (f"visit={VISIT}; name=b\u00f6b", "/cookie/name"),
        (f"visit={VISIT}; name=a%62", "/cookie/name"),
        (f"visit={VISIT}; name={'a' * 100_000}", "/cookie/name"),
        (f"visit={VISIT}; count=", "/cookie/count"),
        (f"visit={VISIT}; count=10", "/cookie/count"),
        (f"visit={VISIT}; count=1,2", "/cookie/count"),
        (f"visit={VISIT}; known=1", "/cookie/known"),
        (f"visit={VISIT}; __Host-seen=today", "/cookie/__Host-seen"),
    ],
)
async def test_a_cookie_beyond_the_contract_is_refused(
    client: httpx.AsyncClient, cookie: str, pointer: str
) -> None:
    """The fault names the cookie; an empty one is an empty text, names have a case."""
    answer = await client.get("/visits/1", headers={b"cookie": cookie.encode()})

    assert answer.status_code == 422, answer.text
    assert [error["pointer"] for error in answer.json()["errors"]] == [pointer]


@pytest.mark.parametrize(
    ("cookies", "status"),
    [
        ([f"visit={VISIT}; visit={VISIT}"], 200),
        ([f"visit={VISIT}", f"visit={VISIT}"], 200),
        ([f"visit={VISIT}; other=1; other=2"], 200),
        ([f"visit={VISIT}; count=1; count=2"], 422),
        ([f"visit={VISIT}; count=1", "count=2"], 422),
        ([f"visit={VISIT}; count=1; count="], 422),
    ],
)
async def test_a_cookie_has_one_value(
    client: httpx.AsyncClient, cookies: list[str], status: int
) -> None:
    """Twice the same is one; values that contradict each other are refused, not chosen from."""
    answer = await enter(client, *cookies)

    assert answer.status_code == status, answer.text
    if status == 422:
        assert answer.json()["errors"] == [
            {
                "pointer": "/cookie/count",
                "code": "repeated",
                "detail": "The cookie comes with different values",
            }
        ]
