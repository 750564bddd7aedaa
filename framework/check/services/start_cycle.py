"""SPEC506 `start-cycle`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.cycles import MOST_SHOWN, around, cycles
from framework.check.places import dependency_places
from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


def start_cycle(view: View) -> Iterator[Finding]:
    """Find services that wait for each other, or for themselves, before they start.

    ## Why is this bad?
    None of them ever starts.

    ## Example
    ```yaml
    services:
      - {name: backend, type: python-fastapi, depends_on: [worker]}
      - {name: worker, type: python-faststream, depends_on: [backend]}
    ```

    ## Use instead
    ```yaml
    services:
      - {name: backend, type: python-fastapi}
      - {name: worker, type: python-faststream, depends_on: [backend]}
    ```
    """
    services = view.specs.services
    graph = {service.name: list(service.spec.depends_on) for service in services.values()}
    for circle in cycles(graph):
        first, then, others = circle[0], circle[1 % len(circle)], circle[1:MOST_SHOWN]
        place, key = dependency_places(services[first])[then]
        yield Finding(
            f"`{first}` waits for itself to start: {around(circle)}",
            place,
            key=key,
            help="remove one of these dependencies",
            related=tuple((services[name].place, f"`{name}` takes part") for name in others),
        )


RULE = CheckRule("SPEC506", "start-cycle", start_cycle)
