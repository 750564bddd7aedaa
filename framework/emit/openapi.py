"""Emit the OpenAPI 3.1 document of each service that exposes operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.contract import Location, Presence
from framework.emit.artefact import Artefact
from framework.emit.document import canonical
from framework.emit.document.auth import security, security_schemes
from framework.emit.document.deprecation import deprecation_headers, deprecation_keys
from framework.emit.document.idempotency import replay_header
from framework.emit.document.parameters import parameter_schema
from framework.emit.document.problems import problem_responses, problem_schemas
from framework.emit.document.schemas import Schemas
from framework.emit.document.streams import stream_content
from framework.emit.document.uploads import upload_content, upload_types
from framework.emit.document.uses import Uses
from framework.project import GENERATED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.contract import Contract, Operation, Parameter, Service
    from framework.emit.document import Document

_JSON = "application/json"


def emit(contract: Contract) -> Iterator[Artefact]:
    """Yield `shared/generated/openapi/<service>.json`."""
    for service in contract.services:
        if service.serves_http:
            text = canonical(document(contract, service))
            path = GENERATED / "openapi" / f"{service.package}.json"
            yield Artefact(path, text, "services.yml")


def document(contract: Contract, service: Service) -> Document:
    """Return the document of one service."""
    operations = [o for router in service.routers for o in router.operations]
    schemas = _schemas(contract, operations)
    paths: dict[str, Document] = {}
    for router in service.routers:
        for operation in router.operations:
            item = paths.setdefault(operation.path, {})
            written = _operation(operation, router.tags, schemas)
            item[operation.method.lower()] = {**written, **security(contract, operation)}
    components = {**schemas.components(), **problem_schemas(contract, operations, schemas)}
    return {
        "openapi": "3.1.0",
        "info": _info(service),
        "tags": _tags(service),
        "paths": dict(sorted(paths.items())),
        "components": {
            "schemas": dict(sorted(components.items())),
            **security_schemes(o.auth for o in operations if o.auth),
        },
    }


def _schemas(contract: Contract, operations: list[Operation]) -> Schemas:
    written = [operation.body for operation in operations if operation.body is not None]
    written += [p.field.type for operation in operations for p in operation.parameters]
    written += [type_ for operation in operations for type_ in upload_types(operation.upload)]
    read = [operation.result for operation in operations if operation.result is not None]
    read += [operation.stream for operation in operations if operation.stream is not None]
    read += [f.type for o in operations for problem in o.problems for f in problem.fields]
    uses = Uses.of(contract, written, read)
    return Schemas(uses, contract.enums(), contract.references())


def _info(service: Service) -> Document:
    info: Document = {"title": service.name, "version": "1"}
    if service.description:
        info["description"] = service.description
    return {**info, **dict(service.extensions)}


def _tags(service: Service) -> list[Document]:
    tags: dict[str, Document] = {}
    for router in service.routers:
        for name in router.tags:
            tag = tags.setdefault(name, {"name": name})
            if router.description:
                tag.setdefault("description", router.description)
            tag.update(router.extensions)
    return list(tags.values())


def _operation(operation: Operation, tags: tuple[str, ...], schemas: Schemas) -> Document:
    document: Document = {
        "operationId": operation.id,
        "tags": list(tags),
        "summary": operation.summary,
    }
    if operation.description:
        document["description"] = operation.description
    if operation.deprecated is not None:
        document |= deprecation_keys(operation.deprecated, operation.description)
    if operation.internal:
        document["x-internal"] = True
    if operation.parameters:
        document["parameters"] = [_parameter(p, schemas) for p in operation.parameters]
    content = _content(operation, schemas)
    if content:
        extensions = dict(operation.body_extensions)
        document["requestBody"] = {"required": True, "content": content, **extensions}
    responses = {operation.status: _success(operation, schemas), **problem_responses(operation)}
    document["responses"] = {str(status): responses[status] for status in sorted(responses)}
    return {**document, **dict(operation.extensions)}


def _content(operation: Operation, schemas: Schemas) -> Document | None:
    if operation.upload is not None:
        return upload_content(operation.upload, schemas)
    if operation.body is not None:
        return {_JSON: {"schema": schemas.of(operation.body, closed=True)}}
    return None


def _parameter(parameter: Parameter, schemas: Schemas) -> Document:
    field = parameter.field
    schema = parameter_schema(parameter, schemas)
    document: Document = {
        "name": field.wire,
        "in": parameter.location.value,
        "required": parameter.location is Location.PATH or field.presence is Presence.REQUIRED,
    }
    if field.description:
        document["description"] = schema.pop("description")
    return {**document, "schema": schema}


def _success(operation: Operation, schemas: Schemas) -> Document:
    document: Document = {"description": operation.response_description or operation.summary}
    headers = {**_location(operation), **deprecation_headers(operation.deprecated)}
    headers |= replay_header(operation)
    if headers:
        document["headers"] = headers
    if operation.result is not None:
        schema = schemas.of(operation.result, closed=False)
        document["content"] = {_JSON: {"schema": schema}}
    if operation.stream is not None:
        document["content"] = stream_content(operation.stream, schemas)
    if operation.links:
        document["links"] = {
            link.name: {
                "operationId": link.id,
                "parameters": {link.parameter: link.source, **dict(link.also)},
            }
            for link in operation.links
        }
    return {**document, **dict(operation.response_extensions)}


def _location(operation: Operation) -> Document:
    if not operation.location:
        return {}
    return {
        "Location": {
            "description": "Where to read what was created.",
            "required": True,
            "schema": {"type": "string", "format": "uri-reference"},
        }
    }
