"""SPEC502 `service-name-taken`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.names import package
from framework.check.places import service_place
from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View
    from framework.spec import Place


def service_name_taken(view: View) -> Iterator[Finding]:
    """Find services that share a name with a resource, or a Python package with each other.

    ## Why is this bad?
    `access` and `depends_on` name services and resources alike, and `auth-service` and
    `auth_service` are the same package.

    ## Example
    ```yaml
    services:
      - {name: auth-service, type: python-fastapi}
      - {name: auth_service, type: python-faststream}
    ```

    ## Use instead
    ```yaml
    services:
      - {name: auth-service, type: python-fastapi}
      - {name: auth-worker, type: python-faststream}
    ```
    """
    taken: dict[str, tuple[str, Place]] = {
        package(resource.name): (f"resource `{resource.name}`", resource.place)
        for resource in view.specs.resources.values()
    }
    for service in view.specs.services.values():
        said, place = f"service `{service.name}`", service.place
        first, other = taken.setdefault(package(service.name), (said, place))
        if other is not place:
            yield Finding(
                f"{said} has the name of {first}",
                service_place(service).at("name"),
                help="rename one of the two",
                related=((other, f"{first} stands here"),),
            )


RULE = CheckRule("SPEC502", "service-name-taken", service_name_taken)
