"""The composition root of `mailer`."""

from starlette.applications import Starlette

from services.mailer.controllers.events import EventsController
from services.mailer.settings import Settings
from shared.generated.services.mailer import create_worker


def create(settings: Settings) -> Starlette:
    """Compose the worker."""
    return create_worker(settings, events=EventsController)
