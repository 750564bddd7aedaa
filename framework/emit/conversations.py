"""Emit the AsyncAPI 3 document of each service that converses over WebSockets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework import wire
from framework.contract import Location, Presence
from framework.emit.artefact import Artefact
from framework.emit.document import canonical
from framework.emit.document.auth import scheme_document
from framework.emit.document.parameters import parameter_schema
from framework.emit.document.problems import PROBLEM
from framework.emit.document.schemas import Schemas
from framework.emit.document.uses import Uses
from framework.project import GENERATED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.contract import Contract, Service, Socket, Type
    from framework.emit.document import Document

_BINDING = "0.1.0"


def emit(contract: Contract) -> Iterator[Artefact]:
    """Yield `shared/generated/asyncapi/<service>.json`."""
    for service in contract.services:
        sockets = [socket for router in service.routers for socket in router.sockets]
        if sockets:
            text = canonical(_document(contract, service, sockets))
            path = GENERATED / "asyncapi" / f"{service.package}.json"
            yield Artefact(path, text, "services.yml")


def _document(contract: Contract, service: Service, sockets: list[Socket]) -> Document:
    received = [socket.receives for socket in sockets if socket.receives is not None]
    received += [parameter.field.type for socket in sockets for parameter in socket.parameters]
    uses = Uses.of(contract, received, (s.sends for s in sockets if s.sends is not None))
    schemas = Schemas(uses, contract.enums(), contract.references(), mapped=False)
    operations: Document = {}
    for socket in sockets:
        operations |= _operations(socket)
    info: Document = {"title": service.name, "version": "1"}
    return {
        "asyncapi": "3.0.0",
        "info": {**info, "description": service.description} if service.description else info,
        "defaultContentType": "application/json",
        "channels": {socket.id: _channel(socket, schemas) for socket in sockets},
        "operations": operations,
        "components": {
            "schemas": {**schemas.components(), PROBLEM: wire.PROBLEM_SCHEMA},
            **_schemes(sockets),
        },
    }


def _schemes(sockets: list[Socket]) -> Document:
    """Return the security schemes, as AsyncAPI names their types."""
    used = {socket.auth.name: socket.auth for socket in sockets if socket.auth}
    written = {name: scheme_document(scheme) for name, scheme in sorted(used.items())}
    for document in written.values():
        if document["type"] == "apiKey":
            document["type"] = "httpApiKey"
    return {"securitySchemes": written} if written else {}


def _channel(socket: Socket, schemas: Schemas) -> Document:
    path = [p.field for p in socket.parameters if p.location is Location.PATH]
    channel: Document = {"address": socket.path, "summary": socket.summary}
    if socket.description:
        channel["description"] = socket.description
    if path:
        channel["parameters"] = {
            field.wire: {"description": field.description} if field.description else {}
            for field in path
        }
    return {
        **channel,
        "messages": _messages(socket, schemas),
        "bindings": {"ws": _binding(socket, schemas)},
        **dict(socket.extensions),
    }


def _messages(socket: Socket, schemas: Schemas) -> Document:
    problem: Document = {"$ref": f"#/components/schemas/{PROBLEM}"}
    said = "The last message before a close with 1008, 1009, 1011, or 4000 and the status."
    messages: Document = {}
    if socket.receives is not None:
        messages["receive"] = _message(schemas.of(socket.receives, closed=True))
    if socket.sends is not None:
        messages["send"] = _message(schemas.of(socket.sends, closed=False))
    return {**messages, "problem": {**_message(problem), "description": said}}


def _message(payload: Document) -> Document:
    return {"contentType": "application/json", "payload": payload}


def _binding(socket: Socket, schemas: Schemas) -> Document:
    """Return what the handshake takes beside its path."""
    binding: Document = {"method": "GET"}
    for location, key in ((Location.QUERY, "query"), (Location.HEADER, "headers")):
        found = [p for p in socket.parameters if p.location is location]
        required = [p.field.wire for p in found if p.field.presence is Presence.REQUIRED]
        if found:
            binding[key] = {
                "type": "object",
                "properties": {p.field.wire: parameter_schema(p, schemas) for p in found},
                **({"required": required} if required else {}),
            }
    return {**binding, "bindingVersion": _BINDING}


def _operations(socket: Socket) -> Document:
    channel = f"#/channels/{socket.id}"
    operations: Document = {}
    security: Document = {}
    if socket.auth:
        security = {"security": [{"$ref": f"#/components/securitySchemes/{socket.auth.name}"}]}
    kinds: tuple[tuple[str, Type | None], ...] = (
        ("receive", socket.receives),
        ("send", socket.sends),
    )
    for action, type_ in kinds:
        names = [action] if type_ is not None else []
        names += ["problem"] if action == "send" else []
        if names:
            operations[f"{socket.id}.{action}"] = {
                "action": action,
                "channel": {"$ref": channel},
                "messages": [{"$ref": f"{channel}/messages/{name}"} for name in names],
                **security,
            }
    return operations
