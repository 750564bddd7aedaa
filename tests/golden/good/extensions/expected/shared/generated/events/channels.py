# Generated from specs/events/e.yaml. Do not edit: change the spec, then run `make generate`.
"""The events of the project and what their messages look like."""

from framework.runtime.events import Event
from shared.generated.models.m import ThingRead

__all__ = [
    "MADE",
]

MADE = Event("made", ThingRead)
"""The event `made`."""
