"""How a document tells that an answer was given before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework import wire

if TYPE_CHECKING:
    from framework.contract import Operation
    from framework.emit.document import Document


def replay_header(operation: Operation) -> Document:
    """Return the header of answers that are given again; none where no key is taken."""
    if operation.idempotency is None:
        return {}
    return {
        wire.REPLAYED_HEADER: {
            "description": "Tells that the request was done before: this is the answer of then.",
            "required": False,
            "schema": {"type": "string", "const": "true"},
        }
    }
