# Generated from specs/events/e.yaml. Do not edit: change the spec, then run `make generate`.
"""The events of the project and what their messages look like."""

from pydantic import TypeAdapter

from framework.runtime.events import Event
from shared.generated.models.channels import AnyChannelRead, ContactRead

__all__ = [
    "CHANNEL_ADDED",
    "SWITCHED",
]

CHANNEL_ADDED: Event[AnyChannelRead] = Event("channel_added", TypeAdapter(AnyChannelRead))
"""The event `channel_added`."""

SWITCHED = Event("switched", ContactRead)
"""The event `switched`."""
