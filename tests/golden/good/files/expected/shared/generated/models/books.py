# Generated from specs/models/books.yaml. Do not edit: change the spec, then run `make generate`.
"""Models of `specs/models/books.yaml`."""

from __future__ import annotations

from shared.generated.models.authors import Book, BookIsbn, Genre

__all__ = [
    "Book",
    "BookIsbn",
    "Genre",
]
