"""The check of who calls, apart from routes: on sockets, with sessions, and what it is told by."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

import httpx
import pytest
from sqlalchemy import text
from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Route
from starlette.websockets import WebSocket

from framework.runtime.access import Access, CompositionError, resources_for
from framework.runtime.auth import (
    Identity,
    Unauthorized,
    api_key,
    authenticate,
    bearer,
    identity_of,
    matches,
)
from framework.runtime.database import create_engine
from framework.runtime.http.responses import answer_with_problems
from framework.runtime.resources import Resources
from framework.runtime.settings import ServiceSettings

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession
    from starlette.requests import Request

    from framework.runtime.auth import Scheme

pytestmark = pytest.mark.anyio


async def knows(credential: str) -> Identity:
    """Know one credential."""
    if not matches(credential, "known"):
        raise Unauthorized
    return Identity("ann")


async def remembers(credential: str, session: AsyncSession) -> Identity:
    """Note each credential, then know one."""
    await session.execute(text("INSERT INTO seen VALUES (:it)"), {"it": credential})
    return await knows(credential)


async def answer(request: Request) -> JSONResponse:
    """Tell who calls."""
    await authenticate(request, "it")
    identity = identity_of(request)
    return JSONResponse(identity.subject if identity else None)


def application(scheme: Scheme, engine: AsyncEngine | None = None) -> Starlette:
    """Return an application with that scheme."""
    app = Starlette(routes=[Route("/", answer)])
    Resources(100, engine, auth={"it": scheme}, name="desk").attach(app)
    answer_with_problems(app)
    return app


def socket(scheme: Scheme, *headers: str) -> WebSocket:
    """Return a socket that nobody has accepted, and that must not be used before."""

    async def unused(*_: object) -> NoReturn:
        pytest.fail("the socket was used")

    sent = [(b"authorization", header.encode()) for header in headers]
    scope = {"type": "websocket", "path": "/", "headers": sent, "app": application(scheme)}
    return WebSocket(scope, unused, unused)


@pytest.mark.parametrize(
    ("scheme", "header"),
    [(bearer(knows), "Bearer known"), (api_key("Authorization", knows), "known")],
)
async def test_a_socket_opens_for_who_is_known(scheme: Scheme, header: str) -> None:
    """The same function, before the handshake is accepted."""
    opening = socket(scheme, header)

    await authenticate(opening, "it")

    identity = identity_of(opening)
    assert identity
    assert identity.subject == "ann"


@pytest.mark.parametrize("sent", [(), ("Bearer unknown",), ("Bearer",), ("known",), ("Basic x",)])
async def test_a_socket_stays_closed_for_strangers(sent: tuple[str, ...]) -> None:
    """Nothing is received, sent or accepted; the refusal tells how to call."""
    opening = socket(bearer(knows), *sent)

    with pytest.raises(Unauthorized) as raised:
        await authenticate(opening, "it")

    assert raised.value.headers["WWW-Authenticate"].startswith('Bearer realm="desk"')
    assert identity_of(opening) is None


async def test_where_anybody_may_call_nobody_is_known() -> None:
    """Whatever they send."""
    opening = socket(bearer(knows), "Bearer known")

    await authenticate(opening, None)

    assert identity_of(opening) is None


async def test_a_verifier_has_a_session_of_its_own(tmp_path: Path) -> None:
    """Committed when it knows the caller, rolled back when it does not."""
    engine = create_engine(f"sqlite:///{tmp_path}/it.db", service="test")
    async with engine.begin() as connection:
        await connection.execute(text("CREATE TABLE seen (it TEXT)"))
    transport = httpx.ASGITransport(application(bearer(remembers), engine))
    async with httpx.AsyncClient(transport=transport, base_url="http://desk") as http:
        good = await http.get("/", headers={"Authorization": "Bearer known"})
        bad = await http.get("/", headers={"Authorization": "Bearer unknown"})
    async with engine.begin() as connection:
        seen = list((await connection.execute(text("SELECT it FROM seen"))).scalars())
    await engine.dispose()

    assert (good.status_code, good.json(), bad.status_code) == (200, "ann", 401)
    assert seen == ["known"]


async def test_a_verifier_without_a_database_gets_no_session() -> None:
    """It is told at start-up, with what to add to the spec."""
    access = Access(auth={"it": bearer(remembers)})

    with pytest.raises(CompositionError, match="list `database` under its `access`"):
        resources_for("desk", ServiceSettings(), access)


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("a", "a", True),
        ("a", "b", False),
        ("", "a", False),
        ("\u00f6", "\u00f6", True),
        ("\u00f6", "o", False),
    ],
)
async def test_matching_takes_any_text(
    one: str,
    other: str,
    verdict: bool,  # noqa: FBT001 - a table
) -> None:
    """What is not ASCII is no error of the comparison."""
    assert matches(one, other) is verdict


async def test_claims_stay_out_of_sight() -> None:
    """They may hold what nobody should read in a traceback."""
    assert "x@y.z" not in repr(Identity("ann", claims={"email": "x@y.z"}))
