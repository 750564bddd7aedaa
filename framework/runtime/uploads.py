"""A file that a client sent, as a controller gets it."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from threading import Lock
from typing import IO, TYPE_CHECKING
from uuid import uuid4

from pydantic_core import core_schema

if TYPE_CHECKING:
    import os
    from collections.abc import AsyncIterator

    from pydantic import GetCoreSchemaHandler

CHUNK = 256 * 1024


@dataclass(frozen=True, slots=True, eq=False)
class Upload:
    """A file within the bounds of its operation: complete, and gone when the request ends.

    `content_type` is one that the operation lists. `filename` is what the client calls the file,
    without a folder or anything that cannot be seen: show it, do not build paths of it.
    """

    content_type: str
    size: int
    filename: str | None
    _bytes: IO[bytes] = field(repr=False)
    _turn: Lock = field(default_factory=Lock, repr=False)

    @classmethod
    def of(
        cls,
        content: bytes,
        *,
        content_type: str = "application/octet-stream",
        filename: str | None = None,
    ) -> Upload:
        """Return an upload of `content`, for tests of controllers."""
        return cls(content_type, len(content), filename, BytesIO(content))

    async def read(self) -> bytes:
        """Return all of it; for what may be large, `chunks` and `save` need less memory."""
        return await asyncio.to_thread(self._at, 0, self.size)

    async def chunks(self, size: int = CHUNK) -> AsyncIterator[bytes]:
        """Yield it from the beginning, at most `size` bytes at a time."""
        for offset in range(0, self.size, size):
            yield await asyncio.to_thread(self._at, offset, size)

    async def save(self, path: str | os.PathLike[str]) -> None:
        """Write it to `path`: all of it or nothing, whatever was there before is replaced."""
        await asyncio.to_thread(self._save, Path(path))

    def _at(self, offset: int, size: int) -> bytes:
        with self._turn:
            self._bytes.seek(offset)
            return self._bytes.read(size)

    def _save(self, path: Path) -> None:
        beside = path.with_name(f".{uuid4().hex}.part")
        try:
            with beside.open("xb") as target:
                for offset in range(0, self.size, CHUNK):
                    target.write(self._at(offset, CHUNK))
            beside.replace(path)
        finally:
            with suppress(FileNotFoundError):
                beside.unlink()

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: object, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        """Take what was read of a form as it is."""
        return core_schema.is_instance_schema(cls)
