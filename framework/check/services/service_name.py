"""SPEC501 `service-name`."""

from __future__ import annotations

from keyword import iskeyword
from typing import TYPE_CHECKING

from framework.check.names import is_service, package, shown
from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View

_RESERVED = frozenset({"shared", "framework", "none", "internet"})
_IMPORTED = frozenset(
    {"collections", "contextlib", "datetime", "decimal", "enum", "fastapi", "faststream"}
    | {"pathlib", "pydantic", "services", "specs", "starlette", "typing", "uuid"}
    | {"broker", "database"}  # what `access` means by these is a resource
)


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
        taken = service.name in _IMPORTED or iskeyword(package(service.name))
        fault = _fault(service.name) or ("is reserved" if taken else None)
        if fault:
            said = f"service `{shown(service.name)}` {fault}"
            yield Finding(said, service.place, help="choose another name")
    for resource in view.specs.resources.values():
        fault = _fault(resource.name)
        if fault:
            said = f"resource `{shown(resource.name)}` {fault}"
            yield Finding(said, resource.place, key=True, help="choose another name")


def _fault(name: str) -> str | None:
    if not is_service(name):
        return "is not made of up to 128 small letters, digits, `-` and `_`, with a letter first"
    return "is reserved" if name in _RESERVED else None


RULE = CheckRule("SPEC501", "service-name", service_name)
