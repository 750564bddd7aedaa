# Generated from specs/errors/talk.yaml. Do not edit: change the spec, then run `make generate`.
"""The problems that operations answer with (RFC 9457)."""

from typing import ClassVar

from framework.runtime.problems import Problem
from framework.runtime.types import String

__all__ = [
    "NoSuchRoom",
    "ThrownOut",
]


class NoSuchRoom(Problem):
    """No such room"""

    type: ClassVar[str] = "urn:problem:no_such_room"
    title: ClassVar[str] = "No such room"
    status: ClassVar[int] = 404

    def __init__(self, *, room: String, detail: str | None = None) -> None:
        """Say what the problem is about; `detail` is for the person who reads it."""
        super().__init__(detail, room=room)
        self.room = room


class ThrownOut(Problem):
    """You were thrown out"""

    type: ClassVar[str] = "urn:problem:thrown_out"
    title: ClassVar[str] = "You were thrown out"
    status: ClassVar[int] = 403
