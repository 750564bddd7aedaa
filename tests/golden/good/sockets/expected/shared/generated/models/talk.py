# Generated from specs/models/talk.yaml. Do not edit: change the spec, then run `make generate`.
"""Models of `specs/models/talk.yaml`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from framework.runtime.models import Model
from framework.runtime.types import DateTime, Int, String

__all__ = [
    "Change",
    "Joined",
    "Left",
    "LineCreate",
    "LineRead",
    "Mood",
]


class Mood(StrEnum):
    """The values of `Mood`."""

    CALM = "calm"
    ANGRY = "angry"


class LineCreate(Model):
    """What somebody says."""

    text: Annotated[String, Field(min_length=1, max_length=100), Field(alias="says")]
    mood: Mood = Mood.CALM


class LineRead(Model):
    """What somebody says."""

    id: Annotated[Int, Field(ge=1)]
    text: Annotated[String, Field(min_length=1, max_length=100), Field(alias="says")]
    mood: Mood


class Joined(Model):
    """The model `Joined`."""

    kind: Literal["joined"]
    name: Annotated[String, Field(max_length=20)]


class Left(Model):
    """The model `Left`."""

    kind: Literal["left"]
    at: DateTime


Change = Annotated[Joined | Left, Field(discriminator="kind")]
"""One of several models, told apart by `kind`."""
