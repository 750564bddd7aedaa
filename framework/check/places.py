"""Places of services, which are named by a value, and of what binding makes uniform."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.spec import Place

if TYPE_CHECKING:
    from framework.spec import Declared, ServiceSpec
    from framework.syntax import Json


def written(place: Place) -> Json:
    """Return the plain values at `place`; None if nothing stands there."""
    found = place.document.content
    for step in place.path:
        if isinstance(found, dict) and isinstance(step, str):
            found = found.get(step)
        elif isinstance(found, list) and isinstance(step, int) and 0 <= step < len(found):
            found = found[step]
        else:
            return None
    return found


def service_place(service: Declared[ServiceSpec]) -> Place:
    """Return the place of a service's mapping; it is declared by its `name`."""
    return Place(service.place.document, service.place.path[:-1])


def dependency_places(service: Declared[ServiceSpec]) -> dict[str, tuple[Place, bool]]:
    """Return the place of each entry of `depends_on` by its name, and whether it is a key there."""
    at = service_place(service).at("depends_on")
    said = written(at)
    if isinstance(said, list):
        return {str(name): (at.at(index), False) for index, name in reversed([*enumerate(said)])}
    return {name: (at.at(name), True) for name in service.spec.depends_on}
