"""Documents as data: JSON Schemas, OpenAPI and AsyncAPI, serialised canonically."""

from __future__ import annotations

from pydantic_core import to_json

Document = dict[str, object]


def canonical(document: Document) -> str:
    """Return the one text of a document: two spaces, UTF-8, keys in the order they were built."""
    return to_json(document, indent=2).decode() + "\n"
