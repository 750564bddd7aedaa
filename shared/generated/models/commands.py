# Generated from specs/models/commands.yaml. Do not edit: change the spec, then run `make generate`.
"""Models of `specs/models/commands.yaml`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from framework.runtime.models import Model
from framework.runtime.types import DateTime, Int64, String

__all__ = [
    "CommandReceived",
]


class CommandReceived(Model):
    """A person has sent a command to the Telegram bot."""

    command: Annotated[String, Field(min_length=1, max_length=64)]
    argument: Annotated[String, Field(max_length=4096)] = ""
    chat_id: Int64
    received_at: DateTime
