"""A composed service as a process: served by uvicorn on a real socket, probed and stopped."""

from __future__ import annotations

import asyncio
import socket
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import httpx
import pytest
import uvicorn
from fastapi import APIRouter

from framework.runtime import health
from framework.runtime.access import Access
from framework.runtime.app import CompositionError, compose_app, compose_worker
from framework.runtime.database import create_engine, ping
from framework.runtime.settings import ServiceSettings
from tests.runtime.shop import DOCUMENT, LIMIT, FakeBroker, Shop

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from starlette.applications import Starlette

pytestmark = pytest.mark.anyio


@asynccontextmanager
async def served(app: Starlette) -> AsyncIterator[int]:
    """Serve `app` on loopback and give the port; its lifespan runs."""
    config = uvicorn.Config(app, log_config=None, timeout_graceful_shutdown=5)
    server = uvicorn.Server(config)
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        serving = asyncio.create_task(server.serve([listener]))
        while not server.started:  # noqa: ASYNC110 - uvicorn has no event for it
            await asyncio.sleep(0.01)
        try:
            yield listener.getsockname()[1]
        finally:
            server.should_exit = True
            await serving


async def exchange(port: int, raw: bytes) -> bytes:
    """Send bytes, and return all that comes back until the server closes."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(raw)
    await writer.drain()
    answer = await asyncio.wait_for(reader.read(), 5)
    writer.close()
    return answer


async def test_on_a_socket(shop: Shop) -> None:
    """What ASGI hides: chunks, HEAD, keep-alive, a body that is longer than what is read."""
    chunk = b"%x\r\n%s\r\n" % (LIMIT, b"x" * LIMIT)
    post = b"POST /v1/items HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
    close = b"Connection: close\r\n"
    async with served(shop.app) as port:
        chunked = await exchange(
            port, post + close + b"Transfer-Encoding: chunked\r\n\r\n" + chunk * 4 + b"0\r\n\r\n"
        )
        declared = await exchange(
            port, post + close + b"Content-Length: %d\r\n\r\n" % (LIMIT * 4) + b"x" * LIMIT * 4
        )
        head = await exchange(port, b"HEAD /openapi.json HTTP/1.1\r\nHost: a\r\n" + close + b"\r\n")
        good = post + b'Content-Length: 13\r\n\r\n{"name": "a"}'
        twice = await exchange(port, good + good.replace(b"Host", close + b"Host"))

    assert chunked.startswith(b"HTTP/1.1 413")
    assert declared.startswith(b"HTTP/1.1 413")
    assert b"urn:problem:payload_too_large" in chunked
    assert b"content-length: %d\r\n" % len(DOCUMENT) in head.lower()
    assert head.endswith(b"\r\n\r\n")
    assert twice.count(b"HTTP/1.1 201") == 2


async def test_a_worker_tells_its_health_and_stops(capsys: pytest.CaptureFixture[str]) -> None:
    """Without operations there is still an address for the orchestrator."""
    app = compose_worker(name="worker", settings=ServiceSettings(broker_url="memory://own"))
    async with served(app) as port, httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as own:
        ready = await own.get("/health/ready")
        missing = await own.get("/openapi.json")

    assert (ready.status_code, ready.json()) == (200, {"status": "ok", "checks": {"broker": "ok"}})
    assert missing.json()["type"] == "urn:problem:not_found"
    said = capsys.readouterr().out
    assert '"event": "started"' in said
    assert '"event": "stopping"' in said


@pytest.mark.parametrize(
    ("broken", "status", "checks"),
    [
        (set[str](), 200, {"database": "ok", "broker": "ok"}),
        ({"broker"}, 503, {"database": "ok", "broker": "failed"}),
        ({"database"}, 503, {"database": "failed", "broker": "ok"}),
    ],
)
async def test_readiness_names_what_is_away(
    monkeypatch: pytest.MonkeyPatch,
    broken: set[str],
    status: int,
    checks: dict[str, str],
) -> None:
    """A probe that fails or hangs makes the service unready within its time; it lives on."""
    monkeypatch.setattr(health, "PROBE_SECONDS", 0.1)
    nowhere = "postgresql://127.0.0.1:1/none"
    engine = create_engine(nowhere if "database" in broken else "sqlite://", service="test")
    broker = FakeBroker(broken="broker" in broken)
    probes = {"database": lambda: ping(engine), "broker": broker.ping}
    app = compose_worker(name="w", settings=ServiceSettings(), access=Access())
    app.router.routes[:] = health.health_routes(probes)
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://w") as client:
        ready, live = await client.get("/health/ready"), await client.get("/health/live")
    await engine.dispose()

    assert (ready.status_code, ready.json()["checks"]) == (status, checks)
    assert (live.status_code, live.json()) == (200, {"status": "ok"})


def test_parts_that_do_not_fit_are_refused_with_a_sentence(tmp_path: Path) -> None:
    """No document, or no address of a database that the service may reach."""
    document = tmp_path / "shop.json"
    settings = ServiceSettings()
    with pytest.raises(CompositionError, match=r"`shop\.json` is missing .* `framework generate`"):
        compose_app(name="shop", settings=settings, routers=[], openapi=document)

    document.write_bytes(DOCUMENT)
    with pytest.raises(CompositionError, match="add `database_url: str` to its settings"):
        compose_app(
            name="shop",
            settings=settings,
            routers=[],
            openapi=document,
            access=Access(database=True),
        )


async def test_a_fault_outside_of_operations_is_a_problem_too(tmp_path: Path) -> None:
    """Whatever raises inside, the client gets a document and no traceback."""
    document = tmp_path / "shop.json"
    document.write_bytes(DOCUMENT)
    router = APIRouter()

    @router.get("/plain")
    async def plain() -> None:
        message = "secret"
        raise ZeroDivisionError(message)

    app = compose_app(name="shop", settings=ServiceSettings(), routers=[router], openapi=document)
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://shop") as client:
        response = await client.get("/plain")

    assert (response.status_code, response.headers["content-type"]) == (
        500,
        "application/problem+json",
    )
    assert "secret" not in response.text
