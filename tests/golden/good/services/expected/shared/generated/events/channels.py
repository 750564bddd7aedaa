# Generated from specs/events.yml. Do not edit: change the spec, then run `make generate`.
"""The events of the project and what their messages look like."""

from framework.runtime.events import Event
from shared.generated.models.models import SignedIn

__all__ = [
    "PINGED",
    "SIGNED_IN",
]

PINGED = Event("pinged", SignedIn)
"""Says that somebody is there.
Nothing more.
"""

SIGNED_IN = Event("signed_in", SignedIn, key="email")
"""The event `signed_in`."""
