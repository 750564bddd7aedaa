"""What a client sends, chunk by chunk, and what becomes of the rest when it is refused."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Self

from framework.runtime.problems import FrameworkProblem, PayloadTooLarge

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator

    from fastapi import Request

_DRAIN_FACTOR = 8  # a client that is still sending would see a reset instead of the answer
_DRAIN_SECONDS = 5.0


class Chunks:
    """The body of a request; `begun` tells that the client was asked for it."""

    def __init__(self, request: Request) -> None:
        """Ask for nothing yet."""
        self.begun = False
        self._stream = request.stream()

    def __aiter__(self) -> Self:
        """Go on where the last reader stopped."""
        return self

    async def __anext__(self) -> bytes:
        """Return what comes next."""
        self.begun = True
        return await anext(self._stream)


@asynccontextmanager
async def draining(request: Request, limit: int) -> AsyncGenerator[Chunks]:
    """Give the chunks of a body; when it is refused, read a bounded part of what is still sent.

    A client that asked whether to send (`Expect: 100-continue`) waits for the answer.
    """
    chunks = Chunks(request)
    try:
        yield chunks
    except FrameworkProblem as problem:
        waiting = "expect" in request.headers and not chunks.begun
        problem.closes = waiting or not await drain(chunks, limit)
        raise


async def within(
    request: Request, chunks: AsyncIterator[bytes], limit: int
) -> AsyncIterator[bytes]:
    """Yield the chunks; raise PayloadTooLarge as soon as more than `limit` bytes are known of."""
    declared = request.headers.get("content-length", "0")
    if declared.isdecimal() and int(declared[:18]) > limit:
        raise PayloadTooLarge(limit)
    size = 0
    async for chunk in chunks:
        size += len(chunk)
        if size > limit:
            raise PayloadTooLarge(limit)
        yield chunk


async def drain(chunks: AsyncIterator[bytes], limit: int) -> bool:
    """Read what is left, up to several times `limit` and for a few seconds; tell if it was all."""
    left = _DRAIN_FACTOR * limit
    try:
        async with asyncio.timeout(_DRAIN_SECONDS):
            async for chunk in chunks:
                left -= len(chunk)
                if left < 0:
                    return False
    except TimeoutError:
        return False
    return True
