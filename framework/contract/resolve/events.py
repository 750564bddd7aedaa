"""Resolve events: who publishes and who subscribes, spelled out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.contract import names
from framework.contract.events import Event
from framework.contract.resolve.access import has_broker

if TYPE_CHECKING:
    from framework.contract.resolve.types import Types
    from framework.spec import SpecSet


def resolve_events(specs: SpecSet, types: Types) -> dict[str, Event]:
    """Return the events by name, sorted."""
    return {
        name: Event(
            name=name,
            constant=names.constant(name),
            description=declared.spec.description or "",
            message=types.named(declared.spec.message.type),
            key=declared.spec.key,
            publishers=_services(specs, declared.spec.publish),
            subscribers=_services(specs, declared.spec.subscribe),
            origin=declared.place.document.path,
        )
        for name, declared in sorted(specs.events.items())
    }


def _services(specs: SpecSet, said: bool | list[str]) -> tuple[str, ...]:  # noqa: FBT001  # both spellings of one key
    if isinstance(said, list):
        return tuple(sorted(said))
    reach = (name for name, service in specs.services.items() if has_broker(specs, service.spec))
    return tuple(sorted(reach)) if said else ()
