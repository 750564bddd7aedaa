"""The golden case `uploads` with a controller, served in this process or in one of its own."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import uvicorn

from framework.runtime.settings import ServiceSettings
from tests.behaviour.projects import importing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from starlette.applications import Starlette

    from framework.runtime.uploads import Upload


class Files:
    """Reads what it is sent, and tells how much that was."""

    def __init__(self) -> None:
        """Answer as the module of the compiled project says."""
        self._stored = import_module("shared.generated.models.models").Stored
        self._missing = import_module("shared.generated.errors").StoredNotFound

    async def store_document(self, *, file: Upload, note: str, **fields: object) -> object:
        """Answer with the note, and the fields if they are asked for."""
        said = note if note != "fields" else repr(sorted(fields.items()))
        return await self._answer(file, note=said[:200])

    async def store_bytes(self, *, file: Upload) -> object:
        """Answer with the size that was read."""
        return await self._answer(file)

    async def store_alone(self, *, file: Upload) -> None:
        """Take it."""
        await self._answer(file)

    async def replace_avatar(self, *, stored_id: int, file: Upload) -> None:
        """Take it, unless nothing is stored there."""
        await self._answer(file)
        if stored_id > 1000:
            raise self._missing

    async def _answer(self, file: Upload, **fields: object) -> object:
        size = 0
        async for chunk in file.chunks():
            size += len(chunk)
        named = {"filename": file.filename} if file.filename else {}
        return self._stored(id=1, size=size, content_type=file.content_type, **named, **fields)


def create(**settings: Any) -> Starlette:  # noqa: ANN401 - whatever the settings take
    """Compose the service of the project that is being imported."""
    app: Starlette = import_module("shared.generated.services.media").create_app(
        ServiceSettings(log_level="error", **settings), files=Files
    )
    return app


def serve(root: str, port: str) -> None:
    """Serve the project at `root` on a port of loopback, until the process is stopped."""
    with importing(Path(root)):
        uvicorn.run(create(), port=int(port), log_config=None)


def files_in(folder: Path) -> Iterator[Path]:
    """Yield what a process left behind in its folder of temporary files."""
    return (path for path in folder.rglob("*") if path.is_file())


if __name__ == "__main__":
    serve(*sys.argv[1:])
