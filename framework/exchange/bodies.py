"""Read what operations take and what they answer when they succeed."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from framework.exchange.calls import Answer
from framework.exchange.keywords import extensions_in, mapping, text
from framework.exchange.media import json_schema
from framework.exchange.nodes import ModelNode, UnionNode
from framework.exchange.rules import BODY, MALFORMED, NOT_SAID, RESPONSE

if TYPE_CHECKING:
    from framework.exchange.nodes import Shape
    from framework.exchange.schemas import Schemas
    from framework.syntax import Json, Path

_EMPTY = 204
_WITHOUT_BODY = {"GET", "DELETE"}
_SUCCESS = range(200, 300)


def body_of(
    operation: dict[str, Json], at: Path, method: str, schemas: Schemas, wanted: str
) -> Shape | None:
    """Return what an operation takes; None if it takes nothing, or nothing that can be said."""
    if "requestBody" not in operation:
        return None
    where, losses = (*at, "requestBody"), schemas.losses
    if method in _WITHOUT_BODY:
        losses.say(BODY, where, f"the body of a {method}", "the operation takes none")
        return None
    found = schemas.references.follow(operation["requestBody"], where)
    if found is None:
        return None
    body, place = found
    chosen = json_schema(body.get("content"), (*place, "content"), losses)
    if chosen is None:
        losses.say(BODY, where, "a body that is no JSON", "the operation takes none")
        return None
    if body.get("required") is not True:
        losses.say(BODY, where, "the body may be absent", "it is required")
    if text(body.get("description")):
        losses.say(NOT_SAID, (*place, "description"), "`description` of a body")
    return schemas.of(*chosen, f"{wanted} request")


def answer_of(responses: dict[str, Json], at: Path, schemas: Schemas, wanted: str) -> Answer:
    """Return how an operation succeeds: with the first success of which JSON can be said."""
    found: list[tuple[Answer, bool]] = []
    for code in sorted(responses):
        status = _status(code)
        if status in _SUCCESS:
            answer, whole = _answer(responses[code], (*at, code), status, schemas, wanted)
            found.append((answer, whole))
    if not found:
        schemas.losses.say(RESPONSE, at, "no response is a success", "it answers 204")
        return Answer(at, _EMPTY)
    chosen = next((answer for answer, _ in found if answer.shape), found[0][0])
    for answer, _ in found:
        if answer is not chosen:
            said = f"a second success, {answer.status}"
            schemas.losses.say(RESPONSE, answer.at, said, f"it answers {chosen.status} only")
    return chosen


def _answer(
    response: Json, at: Path, status: int, schemas: Schemas, wanted: str
) -> tuple[Answer, bool]:
    losses = schemas.losses
    found = schemas.references.follow(response, at)
    if found is None:
        return Answer(at, _EMPTY), False
    said, place = found
    for key in ("headers", "links"):
        if mapping(said.get(key)):
            instead = "those that the specs imply are compiled"
            losses.say(NOT_SAID, (*place, key), f"`{key}` of a response", instead)
    chosen = json_schema(said.get("content"), (*place, "content"), losses)
    shape = schemas.of(*chosen, f"{wanted} response") if chosen else None
    description = text(said.get("description"))
    links = mapping(said.get("links"))
    answer = Answer(at, status, shape, description, extensions_in(said), links)
    if shape is None and status != _EMPTY:
        reason = "a body that is no JSON" if mapping(said.get("content")) else "no body"
        losses.say(RESPONSE, at, f"{status} with {reason}", "it answers 204")
        answer.status = _EMPTY
    elif shape is not None and status in {_EMPTY, HTTPStatus.RESET_CONTENT}:
        losses.say(MALFORMED, at, f"{status} with a body", "it answers without")
        answer.shape, answer.status = None, _EMPTY
    return answer, shape is not None


def settle_payload(shape: Shape | None, schemas: Schemas, what: str) -> Shape | None:
    """Return what can be sent or answered of a shape: a model, a union, or a list of one."""
    if shape is None:
        return None
    inner = shape.item if shape.word == "list" and shape.item else shape
    if isinstance(inner.target, (ModelNode, UnionNode)):
        if shape.nullable or inner.nullable:
            schemas.losses.say(BODY, shape.at, f"a {what} that may be null", "it never is")
            shape.nullable = inner.nullable = False
        for key in sorted(shape.keys):
            schemas.losses.say(NOT_SAID, shape.at, f"`{key}` of a {what} that is a list")
        return shape
    said = f"a {what} that is no object, nor a list of objects"
    schemas.losses.say(BODY, shape.at, said, "it has no body")
    return None


def _status(code: str) -> int:
    if code.isdecimal() and len(code) == 3:  # noqa: PLR2004  # as statuses are
        return int(code)
    return HTTPStatus.OK if code.upper() == "2XX" else 0
