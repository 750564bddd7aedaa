"""Whether a service lives, and whether it can work: for orchestrators, small and fast."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING

import structlog
from starlette.responses import JSONResponse
from starlette.routing import Route

from framework.runtime.http.responses import problem_response
from framework.runtime.problems import NotReady

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

log = structlog.stdlib.get_logger(__name__)

Probe = Callable[[], Awaitable[None]]
PROBE_SECONDS = 2.0


def health_routes(probes: Mapping[str, Probe]) -> list[Route]:
    """Return `/health/live` and `/health/ready`; a probe raises when what it asks is away."""

    async def ready(_: Request) -> Response:
        results = await asyncio.gather(*(_check(name, probe) for name, probe in probes.items()))
        checks = dict(zip(probes, results, strict=True))
        if all(result == "ok" for result in results):
            return JSONResponse({"status": "ok", "checks": checks})
        return problem_response(NotReady(checks=checks))

    return [
        Route("/health/live", _live, methods=["GET"]),
        Route("/health/ready", ready, methods=["GET"]),
    ]


async def _live(_: Request) -> Response:
    return JSONResponse({"status": "ok"})


async def _check(name: str, probe: Probe) -> str:
    try:
        async with asyncio.timeout(PROBE_SECONDS):
            await probe()
    except Exception as error:  # noqa: BLE001 - whatever a driver raises means: not ready
        log.warning("not ready", probe=name, reason=type(error).__name__)
        return "failed"
    return "ok"
