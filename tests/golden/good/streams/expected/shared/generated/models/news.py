# Generated from specs/models/news.yaml. Do not edit: change the spec, then run `make generate`.
"""Models of `specs/models/news.yaml`."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from framework.runtime.models import Model
from framework.runtime.types import DateTime, DecimalText, Int, String

__all__ = [
    "Moment",
    "Question",
    "ReportCreate",
    "ReportRead",
    "Scored",
    "Section",
    "Started",
]


class Section(StrEnum):
    """The values of `Section`."""

    HOME = "home"
    WORLD = "world"


class ReportCreate(Model):
    """What happened."""

    section: Section = Section.HOME
    text: Annotated[String, Field(max_length=200), Field(alias="body")]


class ReportRead(Model):
    """What happened."""

    id: Annotated[Int, Field(ge=1)]
    section: Section
    text: Annotated[String, Field(max_length=200), Field(alias="body")]


class Question(Model):
    """The model `Question`."""

    words: Annotated[
        list[Annotated[String, Field(min_length=1, max_length=10)]],
        Field(min_length=1, max_length=3),
    ]


class Started(Model):
    """The model `Started`."""

    kind: Literal["started"]
    at: DateTime


class Scored(Model):
    """The model `Scored`."""

    kind: Literal["scored"]
    points: Annotated[
        Decimal, DecimalText(max_digits=5, decimal_places=1, signed=False), Field(ge=Decimal(0))
    ]


Moment = Annotated[Started | Scored, Field(discriminator="kind")]
"""One of several models, told apart by `kind`."""
