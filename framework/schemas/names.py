"""The names that a project declares, as editors offer them where one may stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.spec import BROKERS, CREATE, DATABASES, READ, SCALARS, UPDATE, fields_of
from framework.spec.auth import NONE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.spec import SpecSet

Names = dict[str, list[str]]
"""What is offered, by the name of its definition."""


def names_of(specs: SpecSet) -> Names:
    """Return what `specs` declare; of files with errors, whatever could be read."""
    resources = {name: declared.spec.type for name, declared in specs.resources.items()}
    models = list(_models(specs))
    return {
        "type": [*sorted(SCALARS), *_containers(), *specs.enums, *models, *_references(specs)],
        "payload": [*models, *(f"list[{model}]" for model in models)],
        "mixin": [name for name, declared in specs.models.items() if declared.spec.mixin],
        "variant": sorted({CREATE, UPDATE, READ, *_variants(specs)}),
        "error": list(specs.errors),
        "event": list(specs.events),
        "operation": list(_operations(specs)),
        "service": list(specs.services),
        "scheme": [*specs.schemes, NONE],
        "dependency": [*specs.services, *resources],
        "access": [*resources, *_aliases(set(resources.values())), "internet"],
    }


def _containers() -> Iterator[str]:
    yield from ("list[string]", "set[string]", "dict[string, string]")


def _models(specs: SpecSet) -> Iterator[str]:
    """Yield each model and each of its variants; mixins are no types."""
    for name, declared in specs.models.items():
        if not declared.spec.mixin:
            yield name
            yield from (f"{name}.{variant}" for variant in declared.spec.variants)
    yield from specs.unions


def _references(specs: SpecSet) -> Iterator[str]:
    for name, declared in specs.models.items():
        if not declared.spec.mixin:
            yield from (f"{name}.{field}" for field, _ in fields_of(specs, name))


def _variants(specs: SpecSet) -> Iterator[str]:
    for declared in specs.models.values():
        yield from declared.spec.variants


def _operations(specs: SpecSet) -> Iterator[str]:
    for router in specs.routers:
        scope = ".".join(filter(None, (router.service, router.spec.version)))
        yield from (f"{scope}.{name}" for name in router.spec.handlers)


def _aliases(types: set[str]) -> Iterator[str]:
    if types & BROKERS:
        yield "broker"
    if types & DATABASES:
        yield "database"
