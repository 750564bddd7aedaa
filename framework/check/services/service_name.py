"""SPEC501 `service-name`."""

from __future__ import annotations

from keyword import iskeyword
from typing import TYPE_CHECKING

from framework.check.names import is_service, package, shown
from framework.check.places import service_place
from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View
    from framework.spec import Place

_RESERVED = frozenset({"shared", "framework", "none", "internet"})
_IMPORTED = frozenset(
    {"collections", "contextlib", "datetime", "decimal", "enum", "fastapi", "faststream"}
    | {"pathlib", "pydantic", "services", "specs", "starlette", "typing", "uuid"}
    | {"broker", "database"}  # what `access` means by these is a resource
)


def service_name(view: View) -> Iterator[Finding]:
    """Find names of services and resources that cannot be a package, or mean something else.

    ## Why is this bad?
    A service is a Python package (`auth-service` is `auth_service`), a host name and a metric's
    label. Some names mean something already: `shared`, `framework`, `none`, `internet`, and the
    packages that generated code imports.

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
        fault = _fault(service.name) or (
            "is reserved" if service.name in _IMPORTED or iskeyword(package(service.name)) else None
        )
        if fault:
            yield _finding("service", service.name, fault, service_place(service).at("name"))
    for resource in view.specs.resources.values():
        fault = _fault(resource.name)
        if fault:
            yield _finding("resource", resource.name, fault, resource.place, key=True)


def _fault(name: str) -> str | None:
    if not is_service(name):
        return "is not made of small letters, digits, `-` and `_`, with a letter first"
    return "is reserved" if name in _RESERVED else None


def _finding(kind: str, name: str, fault: str, place: Place, *, key: bool = False) -> Finding:
    return Finding(f"{kind} `{shown(name)}` {fault}", place, key=key, help="choose another name")


RULE = CheckRule("SPEC501", "service-name", service_name)
