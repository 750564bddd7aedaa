# Generated from specs/events/commands.yaml, specs/events/users.yaml. Do not edit: change the spec, then run `make generate`.
"""The events of the project and what their messages look like."""

from framework.runtime.events import Event
from shared.generated.models.commands import CommandReceived
from shared.generated.models.users import UserRegistered

__all__ = [
    "COMMAND_RECEIVED",
    "USER_REGISTERED",
]

COMMAND_RECEIVED = Event("command_received", CommandReceived)
"""A person has sent a command to the Telegram bot."""

USER_REGISTERED = Event("user_registered", UserRegistered)
"""A person has registered."""
