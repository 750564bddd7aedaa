"""What callers are answered who are not let in."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from framework.runtime.problems import FrameworkProblem

if TYPE_CHECKING:
    from collections.abc import Mapping

_SECONDS = 5


class Refusal(FrameworkProblem, named="unauthorized"):
    """The base of both; `code` is RFC 6750's word for it, `challenge` is filled in by the check."""

    code: ClassVar[str] = "invalid_token"
    challenge: str | None = None

    @property
    def headers(self) -> Mapping[str, str]:
        """Tell how to call."""
        return {"WWW-Authenticate": self.challenge} if self.challenge else {}


class Unauthorized(Refusal, named="unauthorized"):
    """Nobody knows who calls: a credential is missing, malformed, expired or wrong."""


class Forbidden(Refusal, named="forbidden"):
    """Whoever calls is known, and may not do this."""

    code: ClassVar[str] = "insufficient_scope"


class ServiceUnavailable(FrameworkProblem, named="service_unavailable"):
    """A service that is needed for the answer does not answer as its contract says."""

    @property
    def headers(self) -> Mapping[str, str]:
        """Tell when to try again."""
        return {"Retry-After": str(_SECONDS)}
