"""What a service may reach, from the resources that it lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.spec import BROKERS, DATABASES

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from framework.spec import ServiceSpec, SpecSet


def has_broker(specs: SpecSet, service: ServiceSpec) -> bool:
    """Tell whether `service` may reach a broker."""
    return _reaches(specs, service, "broker", BROKERS)


def has_database(specs: SpecSet, service: ServiceSpec) -> bool:
    """Tell whether `service` may reach a database."""
    return _reaches(specs, service, "database", DATABASES)


def _reaches(specs: SpecSet, service: ServiceSpec, alias: str, types: AbstractSet[str]) -> bool:
    resources = {name: declared.spec.type for name, declared in specs.resources.items()}
    return any(name == alias or resources.get(name) in types for name in service.access)
