# Generated from services.yml. Do not edit: change the spec, then run `make generate`.
"""The composition of `notifications`.

Tells people what happened; for now it records what it would send.
"""

from collections.abc import Callable
from typing import TypedDict, Unpack

from starlette.applications import Starlette

from framework.runtime.access import Access
from framework.runtime.app import compose_worker
from framework.runtime.controllers import check_controllers
from framework.runtime.settings import ServiceSettings
from shared.generated.controllers.notifications import EventsController
from shared.generated.events.consumers.notifications import create_consumers


class NotificationsControllers(TypedDict):
    """What gives each controller of `notifications`: a class, or a function to inject."""

    events: Callable[..., EventsController]


def create_worker(
    settings: ServiceSettings, **controllers: Unpack[NotificationsControllers]
) -> Starlette:
    """Compose the worker; raises `ControllerError` for a missing or incomplete controller."""
    provided = check_controllers("notifications", {"events": EventsController}, controllers)
    return compose_worker(
        name="notifications",
        settings=settings,
        consumers=create_consumers(provided["events"]),
        access=Access(broker=True),
    )
