# Generated from specs/events.yaml. Do not edit: change the spec, then run `make generate`.
"""The events of the project and what their messages look like."""

from framework.runtime.events import Event, Retention
from shared.generated.models.models import User

__all__ = [
    "KEPT",
    "TOLD",
]

KEPT = Event("kept", User, retention=Retention(max_len=5))
"""The event `kept`."""

TOLD = Event("told", User)
"""The event `told`."""
