"""Resolve events: who publishes and who subscribes, spelled out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.contract import names
from framework.contract.events import Event
from framework.contract.resolve.access import has_broker
from framework.contract.resolve.delivery import retention_of, retry_of
from framework.contract.resolve.extensions import extensions_of

if TYPE_CHECKING:
    from framework.contract.resolve.types import Types
    from framework.spec import SpecSet


_CONSUMING = {"python-fastapi", "python-faststream"}


def resolve_events(specs: SpecSet, types: Types) -> dict[str, Event]:
    """Return the events by name, sorted."""
    reach = [name for name, each in specs.services.items() if has_broker(specs, each.spec)]
    takers = [name for name in reach if specs.services[name].spec.type in _CONSUMING]
    return {
        name: Event(
            name=name,
            constant=names.constant(name),
            description=declared.spec.description or "",
            message=types.named(declared.spec.message.type),
            key=declared.spec.key,
            publishers=_services(declared.spec.publish, reach),
            subscribers=_services(declared.spec.subscribe, takers),
            origin=declared.place.document.path,
            retry=retry_of(declared.spec),
            dead_letter=declared.spec.dead_letter,
            retention=retention_of(declared.spec),
            extensions=extensions_of(declared.spec),
            message_extensions=extensions_of(declared.spec.message),
        )
        for name, declared in sorted(specs.events.items())
    }


def _services(said: bool | list[str], every: list[str]) -> tuple[str, ...]:  # noqa: FBT001  # both spellings of one key
    """Return the services that are listed; `true` means `every` one that can."""
    named = said if isinstance(said, list) else every if said else []
    return tuple(sorted(named))
