"""Documents as data: JSON Schemas, OpenAPI and AsyncAPI, serialised canonically."""

from __future__ import annotations

import json

Document = dict[str, object]


def canonical(document: Document) -> str:
    """Return the one text of a document: two spaces, UTF-8, keys in the order they were built."""
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"
