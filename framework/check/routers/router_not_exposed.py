"""SPEC302 `router-not-exposed`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.places import service_place
from framework.check.rule import CheckRule, Finding
from framework.spec.fixes import added

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


def router_not_exposed(view: View) -> Iterator[Finding]:
    """Find routers of services that do not say `exposes: [rest]`.

    ## Why is this bad?
    `services.yml` tells what a service offers; operations that it does not mention would be open
    without anybody having said so.

    ## Example
    ```yaml
    services: [{name: backend, type: python-fastapi}]
    ```

    ## Use instead
    ```yaml
    services: [{name: backend, type: python-fastapi, exposes: [rest]}]
    ```
    """
    for router in view.specs.routers:
        service = view.specs.services.get(router.service)
        if service is not None and "rest" not in service.spec.exposes:
            yield Finding(
                f"service `{service.name}` has a router and does not expose `rest`",
                router.place,
                key=True,
                help="add `exposes: [rest]` to the service",
                fix=None
                if service.spec.has("exposes")
                else added(service_place(service), "exposes", "[rest]"),
                related=((service.place, f"`{service.name}` is declared here"),),
            )


RULE = CheckRule("SPEC302", "router-not-exposed", router_not_exposed)
