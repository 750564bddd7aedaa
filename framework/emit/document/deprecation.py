"""How documents say that an operation is going away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.contract import Deprecation

if TYPE_CHECKING:
    from framework.emit.document import Document

_PURPOSES = {
    "Deprecation": "Since when the operation is deprecated (RFC 9745).",
    "Sunset": "When the operation is expected to be gone (RFC 8594).",
}


def deprecation_keys(deprecation: Deprecation, description: str) -> Document:
    """Return the keys of an operation that is going away, its description included.

    Tools know `deprecated` and `x-sunset`; the rest is there for those who ask.
    """
    document: Document = {"deprecated": True}
    if deprecation != Deprecation():
        said = (description, deprecation.sentence)
        document["description"] = "\n\n".join(text for text in said if text)
    if deprecation.since:
        document["x-deprecated-since"] = deprecation.since.isoformat()
    if deprecation.sunset:
        document["x-sunset"] = deprecation.sunset.isoformat()
    if deprecation.use:
        document["x-superseded-by"] = deprecation.use
    return document


def deprecation_headers(deprecation: Deprecation | None) -> Document:
    """Return the headers that its answers carry; optional, for they end when it is gone."""
    headers = deprecation.headers if deprecation else {}
    return {
        name: {"description": _PURPOSES[name], "schema": {"type": "string", "const": text}}
        for name, text in headers.items()
    }
