"""The shop, put together."""

from fastapi import FastAPI

from services.shop.controllers.items import ItemsController
from services.shop.settings import Settings
from shared.generated.services.shop import create_app


def create(settings: Settings) -> FastAPI:
    """Compose the application."""
    return create_app(settings, items=ItemsController)
