"""Which names of Python the specs compile to, with the places that they come from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from framework.check.basis import refers
from framework.check.names import IMPORTED, pascal
from framework.spec import CREATE, READ, UPDATE, variants_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View
    from framework.spec import Place


@dataclass(frozen=True, slots=True)
class Name:
    """A Python name, the thing that compiles to it, and where that stands."""

    name: str
    said: str
    place: Place

    @property
    def of_service(self) -> bool:
        """Whether the name is a value (`name: backend`), not a key."""
        return self.place.path[:1] == ("services",)


def called(view: View, name: str, place: Place) -> tuple[Place, str] | None:
    """Return where something has `name` in Python or in documents, and what; else None.

    What generated code imports stands nowhere: `place` is returned for it.
    """
    declared = view.specs.models.get(name) or view.specs.unions.get(name)
    if declared is not None:
        return declared.place, f"`{name}` itself"
    if name in IMPORTED:
        return place, "a class that generated code imports"
    return next(((n.place, n.said) for n in view.names if n.name == name), None)


def shared_names(view: View) -> Iterator[Name]:
    """Yield the names that modules of any service may import."""
    for enum in view.specs.enums.values():
        yield Name(enum.name, f"enum `{enum.name}`", enum.place)
    yield from _models(view)
    for union in view.specs.unions.values():
        bare = (view.specs.models.get(of.name) for of in union.spec.of if of.member is None)
        projected = any(model and model.spec.variants for model in bare)
        for variant in (CREATE, UPDATE, READ) if projected else ("",):
            yield Name(f"{union.name}{variant}", f"union `{union.name}`", union.place)
    yield from _references(view)
    for error in view.specs.errors.values():
        yield Name(pascal(error.name), f"error `{error.name}`", error.place)
    for event in view.specs.events.values():
        yield Name(event.name.upper(), f"event `{event.name}`", event.place)


def service_names(view: View, service: str) -> Iterator[Name]:
    """Yield the names that stand in the modules of one service beside the shared ones."""
    for router in {router.tag: router for router in view.routers_of(service)}.values():
        yield Name(f"{pascal(router.tag)}Controller", f"router `{router.tag}`", router.place)
    declared = view.specs.services[service]
    if service in view.subscribing:
        yield Name("EventsController", f"the consumers of `{service}`", declared.place)
    for suffix in ("Publisher", "Controllers"):
        yield Name(f"{pascal(service)}{suffix}", f"service `{service}`", declared.place)


def _models(view: View) -> Iterator[Name]:
    for model in view.specs.models.values():
        if model.spec.mixin:
            continue
        for variant in variants_of(model.spec):
            place = model.place.at("variants", variant) if variant else model.place
            said = f"`{model.name}.{variant}`" if variant else f"model `{model.name}`"
            yield Name(f"{model.name}{variant}", said, place)


def _references(view: View) -> Iterator[Name]:
    found = {
        (named.name, named.member) for use, named in view.members if refers(named) and not use.apart
    }
    for model, field in sorted(found, key=str):
        entry = view.fields_of(model).get(field or "")
        if entry:
            said = f"references to `{model}.{field}`"
            yield Name(f"{model}{pascal(entry.name)}", said, entry.place)
