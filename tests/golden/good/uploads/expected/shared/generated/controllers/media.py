# Generated from the routers and events of media. Do not edit: change the spec, then run `make generate`.
"""The controllers of `media`: what is written by hand fulfils these Protocols."""

from typing import Protocol

from framework.runtime.uploads import Upload
from shared.generated.models.models import Kind, Stored, StoredId


class FilesController(Protocol):
    """Answers the operations of `specs/routers/media/files.yaml`."""

    async def store_document(
        self,
        *,
        dry_run: bool,
        file: Upload,
        note: str,
        kind: Kind,
        copy: int | None,
        of: StoredId | None,
    ) -> Stored:
        """Store document."""
        ...

    async def store_bytes(self, *, file: Upload) -> Stored:
        """Store bytes."""
        ...

    async def store_alone(self, *, file: Upload) -> None:
        """Store alone."""
        ...

    async def replace_avatar(self, *, stored_id: StoredId, file: Upload) -> None:
        """Replace the picture of a file.

        May raise `StoredNotFound`.
        """
        ...
