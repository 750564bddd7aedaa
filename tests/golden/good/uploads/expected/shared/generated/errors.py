# Generated from specs/errors.yaml. Do not edit: change the spec, then run `make generate`.
"""The problems that operations answer with (RFC 9457)."""

from typing import ClassVar

from framework.runtime.problems import Problem

__all__ = [
    "StoredNotFound",
]


class StoredNotFound(Problem):
    """Nothing is stored there"""

    type: ClassVar[str] = "urn:problem:stored_not_found"
    title: ClassVar[str] = "Nothing is stored there"
    status: ClassVar[int] = 404
