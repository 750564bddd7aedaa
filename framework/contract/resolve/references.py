"""Find which fields other specs refer to: each becomes a named type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.uses import type_uses

if TYPE_CHECKING:
    from framework.spec import SpecSet


def referenced(specs: SpecSet) -> set[tuple[str, str]]:
    """Return each (model, field) that some spec names as `Model.field`."""
    found: set[tuple[str, str]] = set()
    for use in type_uses(specs):
        for named in use.type.walk():
            model = specs.models.get(named.name)
            if model and named.member and named.member not in model.spec.variants:
                found.add((named.name, named.member))
    return found
