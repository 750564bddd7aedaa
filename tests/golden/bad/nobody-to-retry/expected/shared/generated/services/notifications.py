# Generated from services.yml. Do not edit: change the spec, then run `make generate`.
"""The composition of `notifications`."""

from starlette.applications import Starlette

from framework.runtime.access import Access
from framework.runtime.app import compose_worker
from framework.runtime.settings import ServiceSettings


def create_worker(settings: ServiceSettings) -> Starlette:
    """Compose the worker; raises `ControllerError` for a missing or incomplete controller."""
    return compose_worker(
        name="notifications",
        settings=settings,
        access=Access(broker=True),
    )
