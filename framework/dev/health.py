"""Ask a service on loopback whether it is ready."""

from __future__ import annotations

import http.client

from framework.dev.ports import LOOPBACK

OK = 200


def fault(port: int) -> str | None:
    """Return None when `/health/ready` says 200, else what it says instead."""
    # Not urllib: a proxy of the environment has no business on loopback.
    connection = http.client.HTTPConnection(LOOPBACK, port, timeout=5)
    try:
        connection.request("GET", "/health/ready")
        response = connection.getresponse()
        body = response.read().decode(errors="replace")
    except (OSError, http.client.HTTPException) as error:
        return f"no answer: {error}"
    finally:
        connection.close()
    return None if response.status == OK else f"{response.status} {body}"
