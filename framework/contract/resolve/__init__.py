"""Turn checked specs into the contract. Total: what passed the checks resolves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.contract.resolve.auth import protected, resolve_schemes
from framework.contract.resolve.events import resolve_events
from framework.contract.resolve.links import linked
from framework.contract.resolve.models import resolve_modules
from framework.contract.resolve.pages import with_pages
from framework.contract.resolve.problems import resolve_problems
from framework.contract.resolve.routers import resolve_routers
from framework.contract.resolve.services import resolve_services
from framework.contract.resolve.types import Types
from framework.contract.services import Contract

if TYPE_CHECKING:
    from framework.spec import SpecSet


def resolve(specs: SpecSet) -> Contract:
    """Return the contract of specs that have no error."""
    types = Types(specs)
    problems = resolve_problems(specs, types)
    events = resolve_events(specs, types)
    plain = resolve_routers(specs, types, problems, events)
    modules = with_pages(resolve_modules(specs, types), plain)
    routers = linked(plain, modules)
    models = {model.name: model for module in modules for model in module.models}
    schemes = resolve_schemes(specs, routers, models)
    routers = protected(specs, routers, schemes)
    return Contract(
        modules=modules,
        problems=tuple(problems.values()),
        events=tuple(events.values()),
        services=resolve_services(specs, routers, events),
        schemes=schemes,
    )
