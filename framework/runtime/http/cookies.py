"""Cookies as parameters: each is one value, or the request is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.requests import cookie_parser

from framework.runtime.problems import FieldError, ValidationFailed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.requests import HTTPConnection


def require_single(connection: HTTPConnection, names: Sequence[str]) -> None:
    """Raise ValidationFailed if a cookie of `names` comes with values that contradict each other.

    A neighbouring domain can plant a second cookie of a name; no order tells which of the two is
    meant.
    """
    if not names:
        return
    pairs = {
        pair
        for header in connection.headers.getlist("cookie")
        for chunk in header.split(";")
        for pair in cookie_parser(chunk).items()
    }
    sent = [name for name, _ in pairs]
    faults = [
        FieldError(f"/cookie/{name}", "repeated", "The cookie comes with different values")
        for name in names
        if sent.count(name) > 1
    ]
    if faults:
        raise ValidationFailed(faults)
