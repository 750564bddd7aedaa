# Generated from specs/errors/users.yaml. Do not edit: change the spec, then run `make generate`.
"""The problems that operations answer with (RFC 9457)."""

from typing import ClassVar

from framework.runtime.problems import Problem
from shared.generated.models.users import UserId

__all__ = [
    "EmailTaken",
    "UserNotFound",
]


class EmailTaken(Problem):
    """E-mail address is already registered"""

    type: ClassVar[str] = "urn:problem:email_taken"
    title: ClassVar[str] = "E-mail address is already registered"
    status: ClassVar[int] = 409


class UserNotFound(Problem):
    """User not found"""

    type: ClassVar[str] = "urn:problem:user_not_found"
    title: ClassVar[str] = "User not found"
    status: ClassVar[int] = 404

    def __init__(self, *, user_id: UserId, detail: str | None = None) -> None:
        """Say what the problem is about; `detail` is for the person who reads it."""
        super().__init__(detail, user_id=user_id)
        self.user_id = user_id
