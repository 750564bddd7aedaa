"""The request body of an operation that takes a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.contract import FILE, Presence

if TYPE_CHECKING:
    from framework.contract import Type, Upload
    from framework.emit.document import Document
    from framework.emit.document.schemas import Schemas

_OCTETS = "application/octet-stream"
FORM = "multipart/form-data"


def upload_types(upload: Upload | None) -> list[Type]:
    """Return the types of what stands beside the file."""
    return [field.type for field in upload.fields or ()] if upload else []


def upload_content(upload: Upload, schemas: Schemas) -> Document:
    """Return the media types of the body, each with its schema.

    OpenAPI 3.1 has no type for bytes: a schema says their media type and how many there may be.
    """
    if upload.fields is None:
        return {type_: {"schema": _file(upload, type_)} for type_ in upload.content_types}
    required = [f.wire for f in upload.fields if f.presence is Presence.REQUIRED]
    parts = {field.wire: schemas.field(field, closed=True) for field in upload.fields}
    schema: Document = {
        "type": "object",
        "properties": {FILE: {"type": "string", **_file(upload, _OCTETS)}, **parts},
        "required": [FILE, *required],
        "additionalProperties": False,
    }
    encoding = {FILE: {"contentType": ", ".join(upload.content_types)}}
    return {FORM: {"schema": schema, "encoding": encoding}}


def _file(upload: Upload, media_type: str) -> Document:
    schema: Document = {"contentMediaType": media_type, "maxLength": upload.max_size}
    if upload.description:
        schema["description"] = upload.description
    return {**schema, **dict(upload.extensions)}
