"""SPEC501 `service-name`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.names import shown
from framework.check.rule import CheckRule, Finding
from framework.check.service_names import resource_fault, service_fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


def service_name(view: View) -> Iterator[Finding]:
    """Find names of services and resources that cannot be a package, or mean something else.

    ## Why is this bad?
    A service is a Python package (`auth-service` is `auth_service`) and a host. Some names mean
    something already: `shared`, `framework`, `none`, `internet`, packages of generated code.

    ## Example
    ```yaml
    services: [{name: Backend, type: python-fastapi}]
    ```

    ## Use instead
    ```yaml
    services: [{name: backend, type: python-fastapi}]
    ```
    """
    for service in view.specs.services.values():
        fault = service_fault(service.name)
        if fault:
            said = f"service `{shown(service.name)}` {fault}"
            yield Finding(said, service.place, help="choose another name")
    for resource in view.specs.resources.values():
        fault = resource_fault(resource.name)
        if fault:
            said = f"resource `{shown(resource.name)}` {fault}"
            yield Finding(said, resource.place, key=True, help="choose another name")


RULE = CheckRule("SPEC501", "service-name", service_name)
