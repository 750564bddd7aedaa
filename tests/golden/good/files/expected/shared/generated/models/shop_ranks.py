# Generated from specs/models/shop/ranks.yaml. Do not edit: change the spec, then run `make generate`.
"""Models of `specs/models/shop/ranks.yaml`."""

from __future__ import annotations

from shared.generated.models.shop_lists import Lost, Shelved

__all__ = [
    "Lost",
    "Shelved",
]
