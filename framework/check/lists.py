"""Every list of names that specs have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.places import service_place, written

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from framework.check.view import View
    from framework.spec import Place
    from framework.spec.base import SpecNode


def lists(view: View) -> Iterator[tuple[Sequence[str], Place]]:
    """Yield each list of two names or more, with its place."""
    for model in view.specs.models.values():
        yield model.spec.mixins, model.place.at("mixins")
        for name, variant in model.spec.variants.items():
            at = model.place.at("variants", name)
            yield from _keyed(variant, at, "only", "exclude", "optional")
    for union in view.specs.unions.values():
        yield [str(member) for member in union.spec.of], union.place.at("of")
    for router in view.specs.routers:
        yield from _keyed(router.spec, router.place, "tags")
    for operation in view.operations:
        if len(operation.errors) > 1 or len(operation.emits) > 1:
            yield from _keyed(operation.spec, operation.place, "errors", "emits")
    for event in view.specs.events.values():
        yield from _keyed(event.spec, event.place, "publish", "subscribe")
    for service in view.specs.services.values():
        at = service_place(service)
        yield from _keyed(service.spec, at, "access", "exposes")
        yield [consumed.operation for consumed in service.spec.consumes], at.at("consumes")
        listed = written(at.at("depends_on"))  # a mapping has no duplicates
        yield (
            [str(name) for name in listed] if isinstance(listed, list) else (),
            at.at("depends_on"),
        )


def _keyed(spec: SpecNode, place: Place, *keys: str) -> Iterator[tuple[Sequence[str], Place]]:
    for key in keys:
        names: list[str] | bool | str | None = getattr(spec, key)
        if isinstance(names, list) and len(names) > 1:
            yield names, place.at(key)
