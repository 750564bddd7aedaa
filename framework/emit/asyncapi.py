"""Emit the AsyncAPI 3 document of the project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.emit.artefact import Artefact
from framework.emit.delivery import documented
from framework.emit.document import canonical
from framework.emit.document.schemas import Schemas
from framework.emit.document.uses import Uses
from framework.project import GENERATED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.contract import Contract, Event
    from framework.emit.document import Document


def emit(contract: Contract) -> Iterator[Artefact]:
    """Yield `shared/generated/asyncapi.json`."""
    if contract.events:
        yield Artefact(GENERATED / "asyncapi.json", canonical(document(contract)), "services.yml")


def document(contract: Contract) -> Document:
    """Return the document of all events."""
    uses = Uses.of(contract, (), (event.message for event in contract.events))
    schemas = Schemas(uses, contract.enums(), contract.references(), mapped=False)
    return {
        "asyncapi": "3.0.0",
        "info": {"title": "Events", "version": "1"},
        "defaultContentType": "application/json",
        "channels": {event.name: _channel(event) for event in contract.events},
        "operations": dict(_operations(contract)),
        "components": {
            "messages": {event.name: _message(event, schemas) for event in contract.events},
            "schemas": schemas.components(),
        },
    }


def _channel(event: Event) -> Document:
    channel: Document = {
        "address": event.name,
        "messages": {event.name: {"$ref": f"#/components/messages/{event.name}"}},
    }
    if event.description:
        channel["description"] = event.description
    return {**channel, **documented(event), **dict(event.extensions)}


def _operations(contract: Contract) -> Iterator[tuple[str, Document]]:
    for event in contract.events:
        for service in event.publishers:
            yield f"{service}.publish.{event.name}", _operation("send", event)
        for service in event.subscribers:
            yield f"{service}.subscribe.{event.name}", _operation("receive", event)


def _operation(action: str, event: Event) -> Document:
    channel = f"#/channels/{event.name}"
    message = {"$ref": f"{channel}/messages/{event.name}"}
    return {"action": action, "channel": {"$ref": channel}, "messages": [message]}


def _message(event: Event, schemas: Schemas) -> Document:
    return {
        "name": event.name,
        "contentType": "application/json",
        "headers": {
            "type": "object",
            "required": ["message_id", "type"],
            "properties": {
                "message_id": {"type": "string", "description": "Unique for each message."},
                "type": {"type": "string", "const": event.name},
                "correlation_id": {
                    "type": "string",
                    "description": "The request or message that caused this one.",
                },
                "service": {"type": "string", "enum": list(event.publishers)},
            },
        },
        "payload": schemas.of(event.message, closed=False),
        **dict(event.message_extensions),
    }
