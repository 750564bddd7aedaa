# Generated from specs/models/authors.yaml, specs/models/books.yaml. Do not edit: change the spec, then run `make generate`.
"""Models of `specs/models/authors.yaml`, `specs/models/books.yaml`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from framework.runtime.models import Model
from framework.runtime.types import String

__all__ = [
    "Author",
    "Book",
    "BookIsbn",
    "Genre",
]


class Genre(StrEnum):
    """The values of `Genre`."""

    POEM = "poem"
    NOVEL = "novel"


BookIsbn = Annotated[String, Field(max_length=13)]
"""The type of `Book.isbn`."""


class Author(Model):
    """The model `Author`."""

    name: String
    books: list[Book]


class Book(Model):
    """The model `Book`."""

    isbn: BookIsbn
    author: Author | None
    genre: Genre
