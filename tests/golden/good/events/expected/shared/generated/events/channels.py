# Generated from specs/events/e.yaml. Do not edit: change the spec, then run `make generate`.
"""The events of the project and what their messages look like."""

from framework.runtime.events import Event
from shared.generated.models.m import ThingRead, Told

__all__ = [
    "THING_MADE",
    "TOLD",
]

THING_MADE = Event("thing_made", ThingRead)
"""A thing was made."""

TOLD = Event("told", Told, key="what.id")
"""The event `told`."""
