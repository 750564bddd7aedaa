"""Keep the pages of others from conversing in the name of whoever looks at them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from framework import wire
from framework.runtime.problems import Problem
from framework.runtime.resources import resources_of

if TYPE_CHECKING:
    from starlette.requests import HTTPConnection

_PORTS = {"http": ":80", "https": ":443"}


class ForeignOrigin(Problem):
    """A browser asks for a page of another site, and says so in `Origin`."""

    type = f"{wire.PROBLEM_PREFIX}foreign_origin"
    title = "Pages of this origin may not open a connection"
    status = 403


def is_foreign(connection: HTTPConnection) -> bool:
    """Tell whether a page opens the connection that is neither ours nor listed in the settings.

    Browsers send cookies along whatever page asks, and hold no WebSocket to the same-origin policy.
    Who is no browser sends no origin.
    """
    origins = connection.headers.getlist("origin")
    if not origins:
        return False
    if len(origins) > 1:
        return True
    origin = origins[0].lower()
    return not _is_own(origin, connection.headers.get("host", "").lower()) and (
        origin not in resources_of(connection).socket_origins
    )


def _is_own(origin: str, host: str) -> bool:
    """Compare host and port only: before TLS ends at a proxy, the scheme is another."""
    try:
        parts = urlsplit(origin)
    except ValueError:
        return False
    port = _PORTS.get(parts.scheme)
    return port is not None and parts.netloc.removesuffix(port) == host.removesuffix(port) != ""
