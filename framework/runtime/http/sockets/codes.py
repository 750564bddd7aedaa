"""With which code a WebSocket is closed (RFC 6455, section 7.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from framework.runtime.problems import FrameworkProblem, InternalError, PayloadTooLarge

if TYPE_CHECKING:
    from framework.runtime.problems import Problem

NORMAL: Final = 1000
GOING_AWAY: Final = 1001
UNSUPPORTED: Final = 1003
VIOLATION: Final = 1008
TOO_LARGE: Final = 1009
FAILED: Final = 1011
LISTED: Final = 4000
"""What the status of a listed problem is added to: 404 closes with 4404."""

_OWN = range(3000, 5000)
_LONGEST = 123  # bytes of a reason, by the size of a control frame


def close_code(problem: Problem) -> int:
    """Return the code that says of which kind a problem is; its document says the rest."""
    match problem:
        case PayloadTooLarge():
            return TOO_LARGE
        case InternalError():
            return FAILED
        case FrameworkProblem():
            return VIOLATION
        case _:
            return LISTED + problem.status


def reason_of(problem: Problem) -> str:
    """Return the title of a problem, as much as fits."""
    return problem.title.encode()[:_LONGEST].decode(errors="ignore")


def require_own(code: int, reason: str) -> None:
    """Raise ValueError unless a controller may close with this code and this reason."""
    if code != NORMAL and code not in _OWN:
        message = f"a controller closes with {NORMAL}, or with a code of its own: 3000 to 4999"
        raise ValueError(message)
    if len(reason.encode()) > _LONGEST:
        message = f"a reason has {_LONGEST} bytes at most"
        raise ValueError(message)
