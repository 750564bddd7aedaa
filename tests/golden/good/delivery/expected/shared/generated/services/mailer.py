# Generated from services.yml. Do not edit: change the spec, then run `make generate`.
"""The composition of `mailer`."""

from collections.abc import Callable
from typing import TypedDict, Unpack

from starlette.applications import Starlette

from framework.runtime.access import Access
from framework.runtime.app import compose_worker
from framework.runtime.clients import address_of
from framework.runtime.controllers import check_controllers
from framework.runtime.settings import ServiceSettings
from shared.generated.clients.mailer import ShopClient
from shared.generated.controllers.mailer import EventsController
from shared.generated.events.consumers.mailer import create_consumers


class MailerControllers(TypedDict):
    """What gives each controller of `mailer`: a class, or a function to inject."""

    events: Callable[..., EventsController]


def create_worker(settings: ServiceSettings, **controllers: Unpack[MailerControllers]) -> Starlette:
    """Compose the worker; raises `ControllerError` for a missing or incomplete controller."""
    provided = check_controllers("mailer", {"events": EventsController}, controllers)
    return compose_worker(
        name="mailer",
        settings=settings,
        consumers=create_consumers(provided["events"]),
        access=Access(broker=True, clients={ShopClient: address_of(settings, "shop")}),
    )
