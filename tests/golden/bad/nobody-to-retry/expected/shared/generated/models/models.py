# Generated from specs/models.yaml. Do not edit: change the spec, then run `make generate`.
"""Models of `specs/models.yaml`."""

from __future__ import annotations

from framework.runtime.models import Model
from framework.runtime.types import Int

__all__ = [
    "User",
]


class User(Model):
    """The model `User`."""

    id: Int
