"""How documents say who may call an operation."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from framework import wire

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from framework.contract import Contract, Operation, Scheme
    from framework.emit.document import Document

CHALLENGE, RETRY = "WWW-Authenticate", "Retry-After"
_TEXTS: dict[str, Document] = {
    CHALLENGE: {
        "description": "How to say who calls (RFC 9110; for tokens, RFC 6750).",
        "schema": {"type": "string"},
    },
    RETRY: {
        "description": "After how many seconds to try again.",
        "schema": {"type": "integer", "minimum": 0},
    },
}
_KINDS = {kind.name: kind for kind in wire.FRAMEWORK_PROBLEMS}


def security_schemes(schemes: Iterable[Scheme]) -> Document:
    """Return the `securitySchemes` of a document's components; nothing if there are none."""
    written = {scheme.name: scheme_document(scheme) for scheme in schemes}
    return {"securitySchemes": dict(sorted(written.items()))} if written else {}


def security(contract: Contract, operation: Operation) -> Document:
    """Return the `security` of an operation, which is said as soon as there are schemes."""
    if not contract.schemes:
        return {}
    return {"security": [{operation.auth.name: []}] if operation.auth else []}


def auth_problems(operation: Operation) -> Iterator[wire.ProblemKind]:
    """Yield what a protected operation answers to whom it does not let in.

    What calls another service to find out fails when that one does.
    """
    if operation.auth is not None:
        yield _KINDS["unauthorized"]
        yield _KINDS["forbidden"]
        if operation.auth.verification is not None:
            yield _KINDS["service_unavailable"]


def auth_headers(operation: Operation) -> dict[int, Document]:
    """Return the headers of those answers; required, unless listed problems share the status."""
    listed = {problem.status for problem in operation.problems}
    found: dict[int, Document] = {}
    for kind in auth_problems(operation):
        name = RETRY if kind.status == HTTPStatus.SERVICE_UNAVAILABLE else CHALLENGE
        found[kind.status] = {name: {**_TEXTS[name], "required": kind.status not in listed}}
    return found


def scheme_document(scheme: Scheme) -> Document:
    """Return what a credential of `scheme` is."""
    if scheme.bearer:
        document: Document = {"type": "http", "scheme": "bearer"}
    else:
        document = {"type": "apiKey", "in": "header", "name": scheme.header}
    if scheme.description:
        document["description"] = scheme.description
    return {**document, **dict(scheme.extensions)}
