# Generated from specs/models.yaml. Do not edit: change the spec, then run `make generate`.
"""Models of `specs/models.yaml`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from framework.runtime.models import Model
from framework.runtime.types import Int, Pattern, String

__all__ = [
    "Person",
    "PersonId",
    "PersonName",
    "Theme",
]


class Theme(StrEnum):
    """The values of `Theme`."""

    LIGHT = "light"
    DARK = "dark"


PersonId = Annotated[Int, Field(ge=1)]
"""The type of `Person.id`."""

PersonName = Annotated[String, Field(min_length=1, max_length=20), Pattern("^[a-z]+$")]
"""The type of `Person.name`."""


class Person(Model):
    """The model `Person`."""

    id: PersonId
    name: PersonName
