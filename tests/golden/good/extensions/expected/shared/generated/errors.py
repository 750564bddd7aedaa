# Generated from specs/errors/e.yaml. Do not edit: change the spec, then run `make generate`.
"""The problems that operations answer with (RFC 9457)."""

from typing import ClassVar

from framework.runtime.problems import Problem
from framework.runtime.types import Int

__all__ = [
    "Gone",
]


class Gone(Problem):
    """Gone"""

    type: ClassVar[str] = "urn:problem:gone"
    title: ClassVar[str] = "Gone"
    status: ClassVar[int] = 404

    def __init__(self, *, id: Int, detail: str | None = None) -> None:
        """Say what the problem is about; `detail` is for the person who reads it."""
        super().__init__(detail, id=id)
        self.id = id
