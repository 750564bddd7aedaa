# Generated from services.yml. Do not edit: change the spec, then run `make generate`.
"""The composition of `backend`."""

from pathlib import Path

from fastapi import FastAPI

from framework.runtime.access import Access
from framework.runtime.app import compose_app
from framework.runtime.settings import ServiceSettings


def create_app(settings: ServiceSettings) -> FastAPI:
    """Compose the application; raises `ControllerError` for a missing or incomplete controller."""
    return compose_app(
        name="backend",
        settings=settings,
        routers=[],
        openapi=Path(__file__).parents[1] / "openapi" / "backend.json",
        access=Access(),
    )
