"""Read answers: a result, a problem that the operation lists, or something unexpected."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import TYPE_CHECKING, TypeVar, cast

from pydantic import ValidationError

from framework import wire
from framework.runtime.clients.errors import CallError, UnexpectedAnswerError, UnreachableError
from framework.runtime.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

    from framework.runtime.clients.call import Call, Sent

T = TypeVar("T")

LATER = frozenset(
    {
        HTTPStatus.TOO_MANY_REQUESTS,
        HTTPStatus.BAD_GATEWAY,
        HTTPStatus.SERVICE_UNAVAILABLE,
        HTTPStatus.GATEWAY_TIMEOUT,
    }
)
"""Statuses that say: later, perhaps."""

_DETAIL = 200  # characters of another service's text in our logs


def result(call: Call[T], answer: httpx.Response, content: bytes) -> T:
    """Return what `answer` says; raise a problem that the operation lists, or CallError."""
    if answer.status_code != call.status:
        raise _failure(call, answer, content)
    try:
        return call.read(content)
    except ValidationError as error:
        faults = error.errors(include_url=False, include_context=False, include_input=False)
        place = ".".join(map(str, faults[0]["loc"])) or "the body"
        sentence = f"`{place}` is not what the contract says: {faults[0]['type']}"
        raise UnexpectedAnswerError(call.operation, answer.status_code, sentence) from None


def may_repeat(call: Call[T], sent: Sent, error: Problem | CallError) -> bool:
    """Tell whether to make a call again that ended with `error`.

    A problem that is `retryable` rolled back all that was done; so that any operation may be asked
    again. Otherwise only what is harmless when it is done twice is, what has a key by which it is
    done once, and what never left.
    """
    harmless = call.repeatable or sent.keyed
    match error:
        case Problem():
            return error.retryable
        case UnexpectedAnswerError():
            return harmless and error.status in LATER
        case UnreachableError():
            return harmless or not error.sent
        case _:
            return False


def _failure(call: Call[T], answer: httpx.Response, content: bytes) -> Problem | CallError:
    document = _problem_document(answer, content)
    kind = document.get("type")
    for error in call.errors:
        if error.type == kind and error.status == answer.status_code:
            try:
                return error.from_document(document)
            except (ValueError, TypeError):
                break  # what it says is no longer what this side knows
    title = str(document.get("title", answer.reason_phrase))[:_DETAIL]
    problem = kind if isinstance(kind, str) else None
    return UnexpectedAnswerError(call.operation, answer.status_code, title, problem, _after(answer))


def _problem_document(answer: httpx.Response, content: bytes) -> Mapping[str, object]:
    if answer.headers.get("content-type", "").partition(";")[0] != wire.PROBLEM_MEDIA_TYPE:
        return {}
    try:
        document: object = json.loads(content)
    except ValueError:
        return {}
    return cast("Mapping[str, object]", document) if isinstance(document, dict) else {}


def _after(answer: httpx.Response) -> float | None:
    """Return `Retry-After` in seconds; its other form, a date, is rare and let be."""
    text = answer.headers.get("retry-after", "")
    return float(text) if text.isdecimal() else None
