# Generated from services.yml. Do not edit: change the spec, then run `make generate`.
"""The composition of `mail_sender`."""

from collections.abc import Callable
from typing import TypedDict, Unpack

from starlette.applications import Starlette

from framework.runtime.access import Access
from framework.runtime.app import compose_worker
from framework.runtime.controllers import check_controllers
from framework.runtime.settings import ServiceSettings
from shared.generated.controllers.mail_sender import EventsController
from shared.generated.events.consumers.mail_sender import create_consumers


class MailSenderControllers(TypedDict):
    """What gives each controller of `mail_sender`: a class, or a function to inject."""

    events: Callable[..., EventsController]


def create_worker(
    settings: ServiceSettings, **controllers: Unpack[MailSenderControllers]
) -> Starlette:
    """Compose the worker; raises `ControllerError` for a missing or incomplete controller."""
    provided = check_controllers("mail_sender", {"events": EventsController}, controllers)
    return compose_worker(
        name="mail_sender",
        settings=settings,
        consumers=create_consumers(provided["events"]),
        access=Access(database=True, broker=True),
    )
