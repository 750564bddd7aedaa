"""What every operation that answers with a stream takes: where its client left off."""

from __future__ import annotations

from framework.contract.http import Location, Parameter
from framework.contract.models import Field, Presence
from framework.contract.types import Scalar

LAST_EVENT_ID = Parameter(
    Location.HEADER,
    Field(
        name="last_event_id",
        wire="Last-Event-ID",
        type=Scalar("last event id"),
        presence=Presence.OPTIONAL,
        default=None,
        description="The id of the last message that was received: the stream goes on behind it.",
        example=None,
        has_example=False,
        deprecated=None,
        sensitive=False,
        extensions=(),
    ),
)
