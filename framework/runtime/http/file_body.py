"""A body that is a file: of a listed media type, within a bound, kept outside of memory."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fastapi import Depends, Request

from framework.runtime.http.spool import Spool
from framework.runtime.http.stream import draining, within
from framework.runtime.problems import UnsupportedMediaType

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Sequence

    from framework.runtime.uploads import Upload


def file_body(*, max_size: int, content_types: Sequence[str]) -> Any:  # noqa: ANN401 - FastAPI's marker
    """Give the dependency that is the request's body as an `Upload`.

    The request is answered with 415 or 413 when it is of another type or longer than `max_size`.
    """

    async def read(request: Request) -> AsyncGenerator[Upload]:
        spool = Spool()
        try:
            yield await _received(request, spool, max_size, content_types)
        finally:
            spool.close()

    return Depends(read)


def media_type(request: Request) -> tuple[str, str]:
    """Return the media type of a body without and with its parameters; empty if it is encoded."""
    said = ", ".join(request.headers.getlist("content-type"))
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        return "", ""
    return said.partition(";")[0].strip().lower(), said


async def _received(
    request: Request, spool: Spool, max_size: int, content_types: Sequence[str]
) -> Upload:
    async with draining(request, max_size) as chunks:
        content_type, _ = media_type(request)
        if content_type not in content_types:
            raise UnsupportedMediaType(", ".join(content_types))
        async for chunk in within(request, chunks, max_size):
            await spool.write(chunk)
    return await spool.upload(content_type)
