"""Ask a generated service through the generated client of another one."""

from __future__ import annotations

from contextlib import asynccontextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Any

import httpx

from framework.runtime.clients import open_client

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from starlette.applications import Starlette


@asynccontextmanager
async def asking(app: Starlette, kind: str, caller: str = "caller") -> AsyncIterator[Any]:
    """Give the generated client `kind` of the service `caller`, which asks `app`."""
    client = getattr(import_module(f"shared.generated.clients.{caller}"), kind)
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with open_client(client, "http://test", transport) as opened:
        yield opened
