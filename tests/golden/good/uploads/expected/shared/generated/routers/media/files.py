# Generated from specs/routers/media/files.yaml. Do not edit: change the spec, then run `make generate`.
"""HTTP operations of `files` in the service `media`."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query
from pydantic import Field

from framework.runtime.http import ContractRoute, file_body, form_body, operation
from framework.runtime.types import Bool, Int, Pattern, String
from framework.runtime.uploads import Upload
from shared.generated.controllers.media import FilesController
from shared.generated.errors import StoredNotFound
from shared.generated.models.models import Kind, Stored, StoredId


@dataclass(frozen=True, kw_only=True)
class _StoreDocumentForm:
    """What `store_document` takes."""

    file: Upload
    note: Annotated[String, Field(min_length=1, max_length=200), Pattern("^[^<>]*$")]
    kind: Kind = Kind.DRAFT
    copy: Annotated[Annotated[Int, Field(ge=1, le=9)] | None, Field(alias="number-of-copies")] = (
        None
    )
    of: StoredId | None = None


@dataclass(frozen=True, kw_only=True)
class _StoreAloneForm:
    """What `store_alone` takes."""

    file: Upload


def create_files_router(provide: Callable[..., FilesController]) -> APIRouter:
    """Route each operation to the controller that `provide` gives for a request."""
    router = APIRouter(prefix="/files", tags=["files"], route_class=ContractRoute)

    @router.post("", status_code=200, operation_id="media.store_document")
    @operation()
    async def store_document(
        controller: Annotated[FilesController, Depends(provide)],
        payload: Annotated[
            _StoreDocumentForm,
            form_body(
                _StoreDocumentForm,
                max_size=100_000,
                content_types=["text/plain", "application/pdf"],
            ),
        ],
        dry_run: Annotated[Bool, Query()] = False,
    ) -> Stored:
        """Store document."""
        return await controller.store_document(
            file=payload.file,
            note=payload.note,
            kind=payload.kind,
            copy=payload.copy,
            of=payload.of,
            dry_run=dry_run,
        )

    @router.post("/raw", status_code=200, operation_id="media.store_bytes")
    @operation()
    async def store_bytes(
        controller: Annotated[FilesController, Depends(provide)],
        file: Annotated[
            Upload, file_body(max_size=60_000_000, content_types=["application/octet-stream"])
        ],
    ) -> Stored:
        """Store bytes."""
        return await controller.store_bytes(file=file)

    @router.post("/alone", status_code=204, operation_id="media.store_alone")
    @operation()
    async def store_alone(
        controller: Annotated[FilesController, Depends(provide)],
        payload: Annotated[
            _StoreAloneForm,
            form_body(
                _StoreAloneForm, max_size=1_000_000_000, content_types=["application/octet-stream"]
            ),
        ],
    ) -> None:
        """Store alone."""
        await controller.store_alone(file=payload.file)

    @router.put("/{stored_id}/avatar", status_code=204, operation_id="media.replace_avatar")
    @operation(errors=[StoredNotFound])
    async def replace_avatar(
        controller: Annotated[FilesController, Depends(provide)],
        stored_id: Annotated[StoredId, Path()],
        file: Annotated[
            Upload,
            file_body(
                max_size=5_000_000, content_types=["image/png", "image/jpeg", "application/pdf"]
            ),
        ],
    ) -> None:
        """Replace the picture of a file.

        May raise `StoredNotFound`.
        """
        await controller.replace_avatar(stored_id=stored_id, file=file)

    return router
