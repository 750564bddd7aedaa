"""What operations need of their service: a key that signs cursors, a place for answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from fastapi.routing import APIRoute

from framework.runtime.http.once import Once
from framework.runtime.http.operation import takes
from framework.runtime.http.pages import CursorRequest
from framework.runtime.idempotency import Keys
from framework.runtime.pages.cursors import Cursors
from framework.runtime.settings import SettingsExit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fastapi import APIRouter

    from framework.runtime.resources import Resources
    from framework.runtime.settings import ServiceSettings

_MISSING = (
    "`CURSOR_KEYS` (secrets that sign the cursors of pages) is missing: in production processes "
    "share them; set it to 32 random characters or more, for example to those that "
    '`python -c "import secrets; print(secrets.token_urlsafe(32))"` prints'
)


def equipped(
    resources: Resources, settings: ServiceSettings, routers: Sequence[APIRouter]
) -> Resources:
    """Return `resources` with what the operations of `routers` need.

    Cursors are signed by the keys of the settings, elsewhere than in production by one that ends
    with the process: raises SettingsExit if they are missing there and an operation pages.
    """
    taken = {kind for kind in (CursorRequest, Once) if _any_takes(routers, kind)}
    production = settings.environment == "production"
    if CursorRequest in taken and production and not settings.cursor_keys:
        raise SettingsExit([_MISSING])
    keys = None
    if Once in taken and resources.engine is not None:
        keys = Keys(resources.engine, timedelta(seconds=settings.idempotency_window))
    return replace(resources, cursors=Cursors(settings.cursor_keys), keys=keys)


def _any_takes(routers: Sequence[APIRouter], kind: type) -> bool:
    routes = (route for router in routers for route in router.routes)
    return any(isinstance(route, APIRoute) and takes(route.endpoint, kind) for route in routes)
