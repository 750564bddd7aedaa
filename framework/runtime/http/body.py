"""The body of a request: read within a limit, parsed once, held to the contract."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from fastapi import Depends, Request
from pydantic import TypeAdapter, ValidationError

from framework.runtime.http.faults import body_faults
from framework.runtime.http.json_text import parse
from framework.runtime.http.stream import drain
from framework.runtime.problems import (
    MalformedBody,
    PayloadTooLarge,
    UnsupportedMediaType,
    ValidationFailed,
)
from framework.runtime.resources import resources_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

JSON = "application/json"


def json_body(kind: Any) -> Any:  # noqa: ANN401 - any type expression in, FastAPI's marker out
    """Give the dependency that is the request's body as `kind`.

    The request is answered with 415, 413, 400 or 422 when it is no JSON, too large, malformed, or
    not what `kind` says.
    """
    adapter: TypeAdapter[Any] = TypeAdapter(kind)

    async def read(request: Request) -> object:
        _require_json(request)
        raw = await read_body(request, resources_of(request).max_body_size)
        return validate(adapter, raw)

    return Depends(read)


async def read_body(request: Request, limit: int) -> bytes:
    """Return the body; raise PayloadTooLarge when it is longer than `limit` bytes."""
    chunks = request.stream()
    body = bytearray()
    declared = request.headers.get("content-length", "0")
    if declared.isdecimal() and int(declared[:18]) > limit:
        await _refuse(chunks, limit)
    async for chunk in chunks:
        body += chunk
        if len(body) > limit:
            await _refuse(chunks, limit)
    return bytes(body)


def validate(adapter: TypeAdapter[Any], raw: bytes) -> object:
    """Return what `raw` says; raise MalformedBody or ValidationFailed."""
    try:
        document = parse(raw)
    except ValueError as error:
        raise MalformedBody(str(error)) from None
    try:
        return adapter.validate_json(raw, strict=True, extra="forbid", by_name=False)
    except ValidationError as error:
        errors = error.errors(include_url=False, include_context=False, include_input=False)
        if errors[0]["type"] == "json_invalid":  # what Python's parser lets pass: lone surrogates
            sentence = "a string holds half of a surrogate pair"
            raise MalformedBody(sentence) from None
        faults = body_faults(cast("list[dict[str, object]]", errors), document)
        raise ValidationFailed(faults) from None


def _require_json(request: Request) -> None:
    """Refuse what is not exactly JSON: another type, charset or coding."""
    media, _, parameter = ", ".join(request.headers.getlist("content-type")).partition(";")
    charset = parameter.replace('"', "").strip().lower()
    coding = request.headers.get("content-encoding", "identity")
    plain = charset in {"", "charset=utf-8"} and coding.lower() == "identity"
    if media.strip().lower() != JSON or not plain:
        raise UnsupportedMediaType(JSON)


async def _refuse(chunks: AsyncIterator[bytes], limit: int) -> None:
    """Read a bounded part of what the client still sends, then raise PayloadTooLarge."""
    problem = PayloadTooLarge(limit)
    problem.closes = not await drain(chunks, limit)
    raise problem
