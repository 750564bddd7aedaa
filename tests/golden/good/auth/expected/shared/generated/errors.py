# Generated from specs/errors.yaml. Do not edit: change the spec, then run `make generate`.
"""The problems that operations answer with (RFC 9457)."""

from typing import ClassVar

from framework.runtime.problems import Problem

__all__ = [
    "NoteLocked",
    "StoreBusy",
    "TokenExpired",
    "TokenUnknown",
]


class NoteLocked(Problem):
    """Note is locked"""

    type: ClassVar[str] = "urn:problem:note_locked"
    title: ClassVar[str] = "Note is locked"
    status: ClassVar[int] = 403


class StoreBusy(Problem):
    """Store busy"""

    type: ClassVar[str] = "urn:problem:store_busy"
    title: ClassVar[str] = "Store busy"
    status: ClassVar[int] = 503
    retryable: ClassVar[bool] = True


class TokenExpired(Problem):
    """Token expired"""

    type: ClassVar[str] = "urn:problem:token_expired"
    title: ClassVar[str] = "Token expired"
    status: ClassVar[int] = 401


class TokenUnknown(Problem):
    """Token unknown"""

    type: ClassVar[str] = "urn:problem:token_unknown"
    title: ClassVar[str] = "Token unknown"
    status: ClassVar[int] = 404
