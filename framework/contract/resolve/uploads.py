"""Resolve the files that operations take."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from framework.contract.resolve.extensions import extensions_of
from framework.contract.resolve.fields import resolve_argument
from framework.contract.uploads import Upload
from framework.spec import parse_size

if TYPE_CHECKING:
    from framework.contract.resolve.types import Types
    from framework.spec import HandlerSpec


def resolve_upload(types: Types, handler: HandlerSpec) -> Upload | None:
    """Return the file that an operation takes, or None if it takes none."""
    request = handler.request
    if request is None or request.file is None:
        return None
    fields = (resolve_argument(types, name, keys) for name, keys in request.fields.items())
    return Upload(
        max_size=cast("int", parse_size(request.file.max_size)),
        content_types=tuple(request.file.content_types),
        description=request.file.description or "",
        fields=tuple(fields) if request.has("fields") else None,
        extensions=extensions_of(request.file),
    )
