"""Notifications, put together: `uvicorn --factory services.notifications.main:create`."""

from starlette.applications import Starlette

from services.notifications.controllers.events import EventsController
from services.notifications.outbox import Outbox
from services.notifications.settings import Settings
from shared.generated.services.notifications import create_worker


def create() -> Starlette:
    """Compose the worker that the environment describes."""
    settings = Settings.load()
    outbox = Outbox(settings.notifications_file)

    def events() -> EventsController:
        return EventsController(outbox)

    return create_worker(settings, events=events)
