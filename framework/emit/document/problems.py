"""Which problems an operation can answer with, and their schemas."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from framework import wire
from framework.contract import Paging, Presence
from framework.emit.document.auth import auth_headers, auth_problems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.contract import Contract, Operation, Problem
    from framework.emit.document import Document
    from framework.emit.document.schemas import Schemas

PROBLEM, VALIDATION = "Problem", "ValidationProblem"
_OWN = {  # those of which clients tell the type, by the component that says it
    "validation_failed": VALIDATION,
    "invalid_cursor": "InvalidCursorProblem",
    "idempotency_key_reused": "IdempotencyKeyReusedProblem",
}
_REF = "#/components/schemas/"
_KINDS = {kind.name: kind for kind in wire.FRAMEWORK_PROBLEMS}
_TITLES = {kind.status: kind.title for kind in reversed(wire.FRAMEWORK_PROBLEMS)}


def problem_responses(operation: Operation) -> dict[int, Document]:
    """Return the response of each status that is not a success, derived from the operation."""
    own = [_KINDS[name] for name in _own(operation)]
    kinds: dict[int, list[str]] = {}
    for kind in own:
        kinds.setdefault(kind.status, []).append(_OWN.get(kind.name, PROBLEM))
    for problem in operation.problems:
        kinds.setdefault(problem.status, []).append(component(problem))
    listed = {problem.status: problem.title for problem in operation.problems}
    titles = listed | _TITLES | {kind.status: kind.title for kind in reversed(own)}
    found = {status: _response(titles[status], tuple(names)) for status, names in kinds.items()}
    sent = auth_headers(operation)
    return {s: {**each, "headers": sent[s]} if s in sent else each for s, each in found.items()}


def _own(operation: Operation) -> Iterator[str]:
    """Yield what the framework refuses by itself; all other problems are those that are listed.

    Who calls may be unknown, not allowed, or known by a service that does not answer. A body or a
    form may be malformed, whatever is sent too large or of another type; a body, a
    form or a parameter may violate the contract. Of a file alone any bytes will do. A cursor may
    be none of ours, an idempotency key may have come with another request.
    """
    yield from (kind.name for kind in auth_problems(operation))
    upload, body = operation.upload, operation.body is not None
    form = upload is not None and upload.fields is not None
    if body:
        yield "malformed_body"
    if form:
        yield "malformed_form"
    if body or upload is not None:
        yield "payload_too_large"
        yield "unsupported_media_type"
    if body or form or operation.parameters:
        yield "validation_failed"
    if operation.page is not None and operation.page.by is Paging.CURSOR:
        yield "invalid_cursor"
    if operation.idempotency is not None:
        yield "idempotency_key_reused"


def problem_schemas(contract: Contract, operations: list[Operation], schemas: Schemas) -> Document:
    """Return the components that the problem responses of `operations` name."""
    used = {problem.name for operation in operations for problem in operation.problems}
    found: Document = {PROBLEM: wire.PROBLEM_SCHEMA, VALIDATION: wire.VALIDATION_PROBLEM_SCHEMA}
    for problem in contract.problems:
        if problem.name in used:
            found[component(problem)] = _schema(problem, schemas)
    own = {name for operation in operations for name in _own(operation)} & _OWN.keys()
    for name in own - {"validation_failed"}:
        found[_OWN[name]] = wire.problem_schema(_KINDS[name])
    return found


def component(problem: Problem) -> str:
    """Return a problem's name in documents; models never end in `Problem`."""
    return f"{problem.class_name}Problem"


@lru_cache(maxsize=64)  # most operations answer with the same few, which nobody changes
def _response(title: str, names: tuple[str, ...]) -> Document:
    references = [{"$ref": _REF + name} for name in names]
    schema = references[0] if len(references) == 1 else {"anyOf": references}
    return {"description": title, "content": {wire.PROBLEM_MEDIA_TYPE: {"schema": schema}}}


def _schema(problem: Problem, schemas: Schemas) -> Document:
    fields = {field.wire: schemas.field(field, closed=False) for field in problem.fields}
    required = [f.wire for f in problem.fields if f.presence is Presence.REQUIRED]
    return {
        "type": "object",
        "description": problem.description or problem.title,
        "properties": {
            "type": {"type": "string", "const": problem.urn},
            "title": {"type": "string", "const": problem.title},
            "status": {"type": "integer", "const": problem.status},
            "detail": {"type": "string"},
            "instance": {"type": "string", "format": "uri-reference"},
            **fields,
        },
        "required": ["type", "title", "status", *required],
        **dict(problem.extensions),
    }
