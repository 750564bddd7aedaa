"""What may go wrong while services are started, in sentences for the person who starts them."""

from __future__ import annotations


class DevError(Exception):
    """The system cannot run; the text says why and what to do."""


class CrashedError(DevError):
    """A process ended that should be running; the text ends with its last lines."""
