"""Server-sent events on the wire: bytes of frames, as the HTML standard has them."""

from __future__ import annotations

from typing import Final

RETRY: Final = b"retry: 3000\n\n"
"""How long a client waits before it comes back, in milliseconds."""

HEARTBEAT: Final = b":\n\n"
"""A comment: proxies see that the connection lives, clients see nothing."""


def message_frame(line: bytes, id_: str | None) -> bytes:
    """Return the frame of a message, which is one line of JSON."""
    return b"%bdata: %b\n\n" % (f"id: {id_}\n".encode() if id_ else b"", line)


def problem_frame(line: bytes) -> bytes:
    """Return the frame that ends a stream with a problem document."""
    return b"event: problem\ndata: %b\n\n" % line
