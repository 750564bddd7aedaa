# Generated from services.yml. Do not edit: change the spec, then run `make generate`.
"""The composition of `audit`."""

from collections.abc import Callable
from typing import TypedDict, Unpack

from starlette.applications import Starlette

from framework.runtime.access import Access
from framework.runtime.app import compose_worker
from framework.runtime.controllers import check_controllers
from framework.runtime.settings import ServiceSettings
from shared.generated.controllers.audit import EventsController
from shared.generated.events.consumers.audit import create_consumers


class AuditControllers(TypedDict):
    """What gives each controller of `audit`: a class, or a function to inject."""

    events: Callable[..., EventsController]


def create_worker(settings: ServiceSettings, **controllers: Unpack[AuditControllers]) -> Starlette:
    """Compose the worker; raises `ControllerError` for a missing or incomplete controller."""
    provided = check_controllers("audit", {"events": EventsController}, controllers)
    return compose_worker(
        name="audit",
        settings=settings,
        consumers=create_consumers(provided["events"]),
        access=Access(broker=True),
    )
