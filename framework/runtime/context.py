"""What travels with a piece of work: the correlation id, from request to message to request."""

from __future__ import annotations

import re
from contextvars import ContextVar
from uuid import uuid4

from framework import wire

correlation_id: ContextVar[str] = ContextVar("correlation_id", default="")
request_id: ContextVar[str] = ContextVar("request_id", default="")
subject: ContextVar[str] = ContextVar("subject", default="")

_SAFE = re.compile(wire.REQUEST_ID[1:-1])


def safe_id(given: str) -> str | None:
    """Return `given` if it can stand in logs, headers and URNs as it is."""
    return given if _SAFE.fullmatch(given) else None


def new_id() -> str:
    """Make an id that nothing else has."""
    return str(uuid4())
