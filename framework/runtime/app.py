"""Compose a service of its generated parts: an HTTP application or a worker, both ASGI."""

from __future__ import annotations

from contextlib import AsyncExitStack, asynccontextmanager
from typing import TYPE_CHECKING, TypeVar

import structlog
from fastapi import APIRouter, FastAPI
from fastapi.openapi.docs import get_swagger_ui_html
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route

from framework.runtime.access import Access, CompositionError, resources_for
from framework.runtime.database import ping
from framework.runtime.health import health_routes
from framework.runtime.http.methods import MethodGate
from framework.runtime.http.needs import equipped
from framework.runtime.http.paths import specificity
from framework.runtime.http.request_context import RequestContext
from framework.runtime.http.responses import answer_with_problems
from framework.runtime.http.sockets import SocketRoute
from framework.runtime.logs import configure_logging

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Sequence
    from contextlib import AbstractAsyncContextManager
    from pathlib import Path

    from starlette.requests import Request

    from framework.runtime.events import Consumers
    from framework.runtime.health import Probe
    from framework.runtime.resources import Resources
    from framework.runtime.settings import ServiceSettings

A = TypeVar("A", bound=Starlette)
_NOTHING, _BROKER = Access(), Access(broker=True)
log = structlog.stdlib.get_logger(__name__)


def compose_app(
    *,
    name: str,
    settings: ServiceSettings,
    routers: Sequence[APIRouter],
    consumers: Consumers | None = None,
    openapi: Path,
    access: Access = _NOTHING,
) -> FastAPI:
    """Return the HTTP application of a service.

    `openapi` is the compiled document, served byte for byte at `/openapi.json`. Raises
    CompositionError when the parts do not fit, and SettingsExit, like `ServiceSettings.load`, when
    an address in the settings is none.
    """
    configure_logging(settings.log_level, name)
    resources = equipped(resources_for(name, settings, access), settings, routers)
    app = FastAPI(
        title=name,
        openapi_url=None,
        redirect_slashes=False,
        lifespan=_lifespan(name, resources, [consumers] if consumers else []),
    )
    app.include_router(_ordered(routers))
    app.router.routes.extend(_sockets(routers))
    app.router.routes.extend([*health_routes(_probes(resources)), *_documents(name, openapi)])
    return _finish(app, resources)


def compose_worker(
    *,
    name: str,
    settings: ServiceSettings,
    consumers: Consumers | None = None,
    access: Access = _BROKER,
) -> Starlette:
    """Return a service without operations: its lifespan runs the consumers, HTTP tells its health.

    Raises what `compose_app` raises.
    """
    configure_logging(settings.log_level, name)
    resources = resources_for(name, settings, access)
    app = Starlette(
        routes=health_routes(_probes(resources)),
        lifespan=_lifespan(name, resources, [consumers] if consumers else []),
    )
    app.router.redirect_slashes = False
    return _finish(app, resources)


def _lifespan(
    name: str, resources: Resources, consumers: Sequence[Consumers]
) -> Callable[[Starlette], AbstractAsyncContextManager[None]]:
    """Start what the service needs; when it ends, stop in the reverse order."""

    @asynccontextmanager
    async def run(_: Starlette) -> AsyncGenerator[None]:
        async with AsyncExitStack() as stack:
            if resources.engine is not None:
                stack.push_async_callback(resources.engine.dispose)
            if resources.keys is not None:
                await resources.keys.prepare()
            stack.push_async_callback(resources.clients.close)
            for scheme in resources.auth.values():
                stack.push_async_callback(scheme.aclose)
            if resources.broker is not None:
                stack.push_async_callback(resources.broker.stop)
                await resources.broker.start(
                    *consumers, engine=resources.engine, clients=resources.clients
                )
            log.info("started", service=name)
            stack.enter_context(resources.stopping.listening())
            yield
            log.info("stopping", service=name)

    return run


def _probes(resources: Resources) -> dict[str, Probe]:
    probes: dict[str, Probe] = {}
    if (engine := resources.engine) is not None:
        probes["database"] = lambda: ping(engine)
    if (broker := resources.broker) is not None:
        probes["broker"] = broker.ping
    return probes


def _ordered(routers: Sequence[APIRouter]) -> APIRouter:
    """Return all routes as one router, literal paths first: the first that fits answers."""
    ordered = APIRouter(redirect_slashes=False)
    routes = [route for router in routers for route in router.routes]
    routes = [route for route in routes if not isinstance(route, SocketRoute)]
    ordered.routes.extend(sorted(routes, key=lambda route: specificity(getattr(route, "path", ""))))
    return ordered


def _sockets(routers: Sequence[APIRouter]) -> list[SocketRoute]:
    """Return the routes of WebSockets as they are: including a router would make them anew."""
    routes = [route for router in routers for route in router.routes]
    sockets = [route for route in routes if isinstance(route, SocketRoute)]
    return sorted(sockets, key=lambda route: specificity(route.path))


def _documents(name: str, openapi: Path) -> list[Route]:
    if not openapi.is_file():
        message = (
            f"`{openapi.name}` is missing in `{openapi.parent.name}`: run `framework generate`"
        )
        raise CompositionError(message)
    content = openapi.read_bytes()

    async def document(_: Request) -> Response:
        return Response(content, media_type="application/json")

    async def docs(_: Request) -> Response:
        return get_swagger_ui_html(openapi_url="/openapi.json", title=name)

    return [Route("/openapi.json", document), Route("/docs", docs)]


def _finish(app: A, resources: Resources) -> A:
    resources.attach(app)
    answer_with_problems(app)
    app.add_middleware(MethodGate, routes_of=app)
    app.add_middleware(RequestContext)  # the last one added is the outermost
    return app
