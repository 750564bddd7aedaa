# Generated from specs/errors/news.yaml. Do not edit: change the spec, then run `make generate`.
"""The problems that operations answer with (RFC 9457)."""

from typing import ClassVar

from framework.runtime.problems import Problem
from framework.runtime.types import String

__all__ = [
    "DeskClosed",
    "NoSuchDesk",
]


class DeskClosed(Problem):
    """The desk has closed"""

    type: ClassVar[str] = "urn:problem:desk_closed"
    title: ClassVar[str] = "The desk has closed"
    status: ClassVar[int] = 503
    retryable: ClassVar[bool] = True


class NoSuchDesk(Problem):
    """No such desk"""

    type: ClassVar[str] = "urn:problem:no_such_desk"
    title: ClassVar[str] = "No such desk"
    status: ClassVar[int] = 404

    def __init__(self, *, desk: String, detail: str | None = None) -> None:
        """Say what the problem is about; `detail` is for the person who reads it."""
        super().__init__(detail, desk=desk)
        self.desk = desk
