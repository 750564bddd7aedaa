# Generated from specs/errors/e.yaml. Do not edit: change the spec, then run `make generate`.
"""The problems that operations answer with (RFC 9457)."""

from typing import ClassVar

from framework.runtime.problems import Problem
from framework.runtime.types import String

__all__ = [
    "Bad",
]


class Bad(Problem):
    """\\\"\"\""""

    type: ClassVar[str] = "urn:problem:bad"
    title: ClassVar[str] = '""" \\ \' {{ }}\nsecond line'
    status: ClassVar[int] = 418

    def __init__(self, *, x: String, detail: str | None = None) -> None:
        """Say what the problem is about; `detail` is for the person who reads it."""
        super().__init__(detail, x=x)
        self.x = x
