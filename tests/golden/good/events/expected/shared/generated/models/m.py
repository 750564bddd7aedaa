# Generated from specs/models/m.yaml. Do not edit: change the spec, then run `make generate`.
"""Models of `specs/models/m.yaml`."""

from __future__ import annotations

from framework.runtime.models import Model
from framework.runtime.types import DateTime, Int

__all__ = [
    "ThingRead",
    "Told",
]


class Told(Model):
    """The model `Told`."""

    at: DateTime
    what: ThingRead


class ThingRead(Model):
    """The model `ThingRead`."""

    id: Int
