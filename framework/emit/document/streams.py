"""What a stream looks like in OpenAPI: `text/event-stream`, with the schema of one event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework import wire
from framework.emit.document.problems import PROBLEM

if TYPE_CHECKING:
    from framework.contract import Type
    from framework.emit.document import Document
    from framework.emit.document.schemas import Schemas


def stream_content(message: Type, schemas: Schemas) -> Document:
    """Return the content of the response whose events carry `message` as JSON.

    OpenAPI 3.1 has one schema for a response; for an event stream it describes each event. One
    without a line `event` is a `message`, as the HTML standard has it.
    """
    events = [
        _event("message", schemas.of(message, closed=False)),
        _event("problem", {"$ref": f"#/components/schemas/{PROBLEM}"}),
    ]
    return {wire.EVENT_STREAM: {"schema": {"anyOf": events}}}


def _event(kind: str, content: Document) -> Document:
    return {
        "type": "object",
        "properties": {
            "event": {"type": "string", "const": kind},
            "id": {"type": "string", "pattern": wire.EVENT_ID},
            "data": {
                "type": "string",
                "contentMediaType": "application/json",
                "contentSchema": content,
            },
        },
        "required": ["event", "data"],
    }
