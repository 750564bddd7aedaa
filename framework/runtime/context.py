"""What travels with a piece of work: the correlation id, from request to message to request."""

from __future__ import annotations

from contextvars import ContextVar

correlation_id: ContextVar[str] = ContextVar("correlation_id", default="")
