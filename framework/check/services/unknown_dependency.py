"""SPEC505 `unknown-dependency`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.names import shown
from framework.check.places import dependency_places
from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


def unknown_dependency(view: View) -> Iterator[Finding]:
    """Find entries of `depends_on` that are neither a service nor a resource.

    ## Why is this bad?
    A service would wait for something that never starts.

    ## Example
    ```yaml
    services: [{name: backend, type: python-fastapi, depends_on: [databse]}]
    ```

    ## Use instead
    ```yaml
    services: [{name: backend, type: python-fastapi, depends_on: [database]}]
    ```
    """
    specs = view.specs
    known = [*specs.services, *specs.resources]
    for service in specs.services.values():
        places = dependency_places(service)
        for name, (place, key) in places.items():
            broken = specs.may_be_broken("service", name, "services")
            if name not in specs.services and name not in specs.resources and not broken:
                yield Finding(
                    f"unknown service or resource `{shown(name)}`",
                    place,
                    key=key,
                    near=(name, (n for n in known if n != service.name)),
                )


RULE = CheckRule("SPEC505", "unknown-dependency", unknown_dependency)
