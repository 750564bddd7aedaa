# Generated from specs/models/m.yaml. Do not edit: change the spec, then run `make generate`.
"""Models of `specs/models/m.yaml`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from framework.runtime.models import Model

__all__ = [
    "Either",
    "Other",
    "Part",
    "Size",
    "ThingCreate",
    "ThingRead",
]


class Size(StrEnum):
    """The values of `Size`."""

    SMALL = "small"
    LARGE = "large"


class ThingRead(Model):
    """The model `ThingRead`."""

    size: Size
    part: Part


class ThingCreate(Model):
    """The model `ThingCreate`."""

    size: Size
    part: Part


class Part(Model):
    """The model `Part`."""

    kind: Literal["part"]


class Other(Model):
    """The model `Other`."""

    kind: Literal["other"]


Either = Annotated[Part | Other, Field(discriminator="kind")]
"""One of several models, told apart by `kind`."""
