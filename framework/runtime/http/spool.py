"""Keep what arrives: a little in memory, the rest in a file that no one else sees."""

from __future__ import annotations

import asyncio
from io import BytesIO
from tempfile import TemporaryFile
from typing import IO

from framework.runtime.uploads import Upload

_IN_MEMORY = 1024 * 1024


class Spool:
    """Takes the bytes of one file.

    The temporary file has no name (or loses it at once): it is gone when it is closed, and when
    the process is killed.
    """

    def __init__(self) -> None:
        """Begin with nothing, and without a file."""
        self.size = 0
        self._waiting = bytearray()
        self._file: IO[bytes] | None = None

    async def write(self, chunk: bytes) -> None:
        """Add `chunk`."""
        self._waiting += chunk
        self.size += len(chunk)
        if len(self._waiting) > _IN_MEMORY:
            await asyncio.to_thread(self._flush)

    async def upload(self, content_type: str, filename: str | None = None) -> Upload:
        """Return what was written; it is readable until `close`."""
        if self._file is None:
            return Upload(content_type, self.size, filename, BytesIO(self._waiting))
        await asyncio.to_thread(self._flush)
        return Upload(content_type, self.size, filename, self._file)

    def close(self) -> None:
        """Forget all of it."""
        if self._file is not None:
            self._file.close()

    def _flush(self) -> None:
        if self._file is None:
            self._file = TemporaryFile()  # noqa: SIM115 - it lives as long as the request
        self._file.write(self._waiting)
        self._waiting.clear()
