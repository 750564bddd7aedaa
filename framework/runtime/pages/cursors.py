"""Cursors: positions that leave the service, signed, so that only its own come back."""

from __future__ import annotations

import hmac
from base64 import urlsafe_b64decode, urlsafe_b64encode
from secrets import token_bytes
from typing import TYPE_CHECKING

from framework import wire
from framework.runtime.pages import positions
from framework.runtime.problems import InvalidCursor

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framework.runtime.pages.positions import Position

_DIGEST = 16  # of SHA-256's 32 bytes: no shorter than what UUIDs are trusted with
_GROUP = 3  # bytes that become four characters
_LEAST, _MOST = (groups * _GROUP for groups in wire.CURSOR_GROUPS)


class Cursors:
    """Writes and reads the cursors of a service.

    The first key signs; all keys are tried when one is read, so that a new key can be put before
    the old one. A cursor is signed, not secret: it shows the position to who decodes it.
    """

    def __init__(self, keys: Sequence[str] = ()) -> None:
        """Sign with `keys`; without any, with one that ends with the process."""
        self._keys = [key.encode() for key in keys] or [token_bytes(32)]

    def write(self, operation: str, position: Position) -> str:
        """Return the cursor of a position, which only `operation` takes back.

        Raises ValueError where it would be longer than the contract allows.
        """
        raw = positions.write(position)
        size = max(_LEAST - _DIGEST, len(raw))
        padded = raw.ljust(size + -(size + _DIGEST) % _GROUP)
        if len(padded) + _DIGEST > _MOST:
            message = f"the position of `{operation}` is too long for a cursor: order by less text"
            raise ValueError(message)
        signed = _digest(self._keys[0], operation, padded) + padded
        return urlsafe_b64encode(signed).decode("ascii")

    def read(self, operation: str, cursor: str) -> Position:
        """Return the position; raise InvalidCursor for what `write` did not write."""
        signed = urlsafe_b64decode(cursor)
        digest, raw = signed[:_DIGEST], signed[_DIGEST:]
        # Each key is compared, so that the time does not tell which of them it was.
        matches = [hmac.compare_digest(_digest(key, operation, raw), digest) for key in self._keys]
        if not any(matches):
            raise InvalidCursor
        return positions.read(raw)


def _digest(key: bytes, operation: str, raw: bytes) -> bytes:
    message = b"cursor\0" + operation.encode() + b"\0" + raw
    return hmac.digest(key, message, "sha256")[:_DIGEST]
