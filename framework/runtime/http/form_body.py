"""A form: one file, and texts that are held to the contract as parameters are."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any, cast

from fastapi import Depends, Request
from pydantic import TypeAdapter, ValidationError

from framework.runtime.http.faults import MOST, body_faults
from framework.runtime.http.file_body import media_type
from framework.runtime.http.multipart import Part, Parts, boundary_of
from framework.runtime.http.spool import Spool
from framework.runtime.http.stream import draining, within
from framework.runtime.problems import (
    MalformedForm,
    PayloadTooLarge,
    UnsupportedMediaType,
    ValidationFailed,
)
from framework.runtime.resources import resources_of

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Sequence

FILE = "file"
_FORM = "multipart/form-data"
_CHARSETS = frozenset({"utf-8", "us-ascii"})


def form_body(kind: Any, *, max_size: int, content_types: Sequence[str]) -> Any:  # noqa: ANN401 - any form in, FastAPI's marker out
    """Give the dependency that is the request's form as `kind`, a dataclass with a `file`.

    The request is answered with 415, 413, 400 or 422 when it is no form, too large, malformed, or
    not what `kind` says.
    """
    adapter: TypeAdapter[Any] = TypeAdapter(kind)
    most = len(fields(kind)) + MOST

    async def read(request: Request) -> AsyncGenerator[object]:
        spool = Spool()
        try:
            form = _Form(spool, max_size, resources_of(request).max_body_size, content_types)
            yield _validate(adapter, await _received(request, form, most))
        finally:
            spool.close()

    return Depends(read)


class _Form:
    """Collects the parts of one form within its bounds."""

    def __init__(
        self, spool: Spool, max_size: int, max_texts: int, content_types: Sequence[str]
    ) -> None:
        self.limit = max_size + max_texts
        self._spool = spool
        self._max_size = max_size
        self._max_texts = max_texts
        self._content_types = content_types
        self._raw: dict[str, bytearray] = {}
        self._texts = 0
        self._values: dict[str, object] = {}

    async def take(self, part: Part, content: bytes, *, done: bool) -> None:
        """Add what came of a part."""
        if part.name in self._values:
            raise MalformedForm("a part is repeated")
        if part.name == FILE:
            await self._take_file(part, content)
        else:
            self._take_text(part, content)
        if done:
            self._values[part.name] = await self._value(part)

    def values(self) -> dict[str, object]:
        """Return each part by name: the file as an upload, all others as texts."""
        return self._values

    async def _take_file(self, part: Part, content: bytes) -> None:
        if part.content_type not in self._content_types or part.encoded:
            listed = ", ".join(self._content_types)
            raise UnsupportedMediaType(_FORM, f"send the part `{FILE}` as {listed}")
        if self._spool.size + len(content) > self._max_size:
            raise PayloadTooLarge(self._max_size)
        await self._spool.write(content)

    def _take_text(self, part: Part, content: bytes) -> None:
        unfit = part.content_type != "text/plain" or part.charset not in _CHARSETS
        if unfit or part.encoded:
            raise UnsupportedMediaType(_FORM, "send all parts but the file as text/plain in UTF-8")
        self._texts += len(content)
        if self._texts > self._max_texts:
            raise PayloadTooLarge(self._max_texts)
        self._raw.setdefault(part.name, bytearray()).extend(content)

    async def _value(self, part: Part) -> object:
        if part.name == FILE:
            return await self._spool.upload(part.content_type, part.filename)
        try:
            return self._raw.pop(part.name).decode()
        except UnicodeDecodeError:
            raise MalformedForm("a part is not UTF-8") from None


async def _received(request: Request, form: _Form, most: int) -> dict[str, object]:
    async with draining(request, form.limit) as chunks:
        content_type, with_parameters = media_type(request)
        if content_type != _FORM:
            raise UnsupportedMediaType(_FORM)
        parts = Parts(boundary_of(with_parameters), most)
        async for chunk in within(request, chunks, form.limit):
            for piece in parts.feed(chunk):
                await form.take(piece.part, piece.content, done=piece.done)
        parts.finish()
    return form.values()


def _validate(adapter: TypeAdapter[Any], values: dict[str, object]) -> object:
    try:
        return adapter.validate_python(values, extra="forbid", by_name=False)
    except ValidationError as error:
        errors = error.errors(include_url=False, include_context=False, include_input=False)
        alike = [_as_in_json(fault) for fault in cast("list[dict[str, object]]", errors)]
        faults = body_faults(alike, values)
        raise ValidationFailed(faults) from None


def _as_in_json(fault: dict[str, object]) -> dict[str, object]:
    """Return a fault with the code that it has in a JSON body."""
    if fault["type"] != "unexpected_keyword_argument":
        return fault
    return {**fault, "type": "extra_forbidden", "msg": "Extra inputs are not permitted"}
