"""Resolve what is said of operations that are going away."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from framework.contract.deprecation import Deprecation

if TYPE_CHECKING:
    from framework.spec import DeprecationKeys


def resolve_deprecation(keys: DeprecationKeys | None) -> Deprecation | None:
    """Return what `keys` say, or None for an operation that stays."""
    if keys is None:
        return None
    since, sunset = (date.fromisoformat(day) if day else None for day in (keys.since, keys.sunset))
    return Deprecation(keys.text or "", since, sunset, keys.use)
