# Generated from specs/models/shop/lists.yml, specs/models/shop/ranks.yaml. Do not edit: change the spec, then run `make generate`.
"""Models of `specs/models/shop/lists.yml`, `specs/models/shop/ranks.yaml`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import MISSING, Field

from framework.runtime.models import Model
from framework.runtime.types import String
from shared.generated.models.authors import Author, Book

__all__ = [
    "Lost",
    "Ranked",
    "Shelf",
    "Shelved",
]


class Shelf(Model):
    """The model `Shelf`."""

    books: list[Book]
    next: Shelf | None = None
    owner: Author | MISSING = MISSING
    top: dict[String, Ranked]


class Shelved(Model):
    """The model `Shelved`."""

    rank: Literal["shelved"]
    shelf: Shelf | MISSING = MISSING


class Lost(Model):
    """The model `Lost`."""

    rank: Literal["lost"]


Ranked = Annotated[Shelved | Lost, Field(discriminator="rank")]
"""One of several models, told apart by `rank`."""
