"""Resolve the catalogue of errors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.contract import names
from framework.contract.http import Problem
from framework.contract.resolve.extensions import extensions_of
from framework.contract.resolve.fields import resolve_argument

if TYPE_CHECKING:
    from framework.contract.resolve.types import Types
    from framework.spec import SpecSet


def resolve_problems(specs: SpecSet, types: Types) -> dict[str, Problem]:
    """Return the declared errors by name, sorted."""
    return {
        name: Problem(
            name=name,
            class_name=names.pascal(name),
            urn=f"urn:problem:{name}",
            status=declared.spec.status,
            title=declared.spec.title,
            description=declared.spec.description or "",
            fields=tuple(
                resolve_argument(types, field, keys) for field, keys in declared.spec.fields.items()
            ),
            retryable=declared.spec.retryable,
            origin=declared.place.document.path,
            extensions=extensions_of(declared.spec),
        )
        for name, declared in sorted(specs.errors.items())
    }
