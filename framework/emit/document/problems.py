"""Which problems an operation can answer with, and their schemas."""

from __future__ import annotations

from functools import lru_cache
from http import HTTPStatus
from typing import TYPE_CHECKING

from framework import wire
from framework.contract import Presence

if TYPE_CHECKING:
    from framework.contract import Contract, Operation, Problem
    from framework.emit.document import Document
    from framework.emit.document.schemas import Schemas

PROBLEM, VALIDATION = "Problem", "ValidationProblem"
_REF = "#/components/schemas/"
_BODY = (HTTPStatus.BAD_REQUEST, HTTPStatus.REQUEST_ENTITY_TOO_LARGE, 415)
_TITLES = {kind.status: kind.title for kind in wire.FRAMEWORK_PROBLEMS}


def problem_responses(operation: Operation) -> dict[int, Document]:
    """Return the response of each status that is not a success, derived from the operation.

    A body may be malformed (400), too large (413) or of another type (415); a body or a
    parameter may violate the contract (422); all others are the errors that the spec lists.
    """
    kinds: dict[int, list[str]] = {}
    if operation.body is not None:
        kinds = {int(status): [PROBLEM] for status in _BODY}
    if operation.body is not None or operation.parameters:
        kinds[422] = [VALIDATION]
    for problem in operation.problems:
        kinds.setdefault(problem.status, []).append(component(problem))
    titles = {problem.status: problem.title for problem in operation.problems}
    return {
        status: _response(_TITLES.get(status) or titles[status], tuple(names))
        for status, names in kinds.items()
    }


def problem_schemas(contract: Contract, operations: list[Operation], schemas: Schemas) -> Document:
    """Return the components that the problem responses of `operations` name."""
    used = {problem.name for operation in operations for problem in operation.problems}
    found: Document = {PROBLEM: wire.PROBLEM_SCHEMA, VALIDATION: wire.VALIDATION_PROBLEM_SCHEMA}
    for problem in contract.problems:
        if problem.name in used:
            found[component(problem)] = _schema(problem, schemas)
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
