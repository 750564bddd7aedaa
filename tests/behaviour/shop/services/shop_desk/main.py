"""The composition root of `shop-desk`."""

from fastapi import FastAPI

from services.shop_desk.controllers.events import EventsController
from services.shop_desk.controllers.items import ItemsController
from services.shop_desk.controllers.root import RootController
from services.shop_desk.settings import Settings
from shared.generated.services.shop_desk import create_app


def create(settings: Settings) -> FastAPI:
    """Compose the application."""
    return create_app(settings, items=ItemsController, root=RootController, events=EventsController)
