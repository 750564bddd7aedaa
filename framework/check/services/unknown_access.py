"""SPEC503 `unknown-access`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.names import shown
from framework.check.places import service_place
from framework.check.rule import CheckRule, Finding
from framework.spec import BROKERS, DATABASES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View

_ALIASES = {"broker": BROKERS, "database": DATABASES}


def unknown_access(view: View) -> Iterator[Finding]:
    """Find entries of `access` that are neither a resource nor `internet`.

    ## Why is this bad?
    A service reaches what is listed, and nothing else. `broker` and `database` are also names for
    the only resource of that kind; where there are two, nobody can tell which is meant.

    ## Example
    ```yaml
    services: [{name: backend, type: python-fastapi, access: [databse]}]
    ```

    ## Use instead
    ```yaml
    services: [{name: backend, type: python-fastapi, access: [database]}]
    ```
    """
    specs = view.specs
    known = (*specs.resources, "internet")
    for service in specs.services.values():
        at = service_place(service).at("access")
        for index, name in enumerate(service.spec.access):
            if name == "internet" or name in specs.resources:
                continue
            meant = view.resources_of(_ALIASES[name]) if name in _ALIASES else []
            if len(meant) > 1:
                help_ = f"name one of {', '.join(meant)}"
                yield Finding(f"`{name}` may be {' or '.join(meant)}", at.at(index), help=help_)
            elif not meant and not specs.may_be_broken("resource", name, "services"):
                yield Finding(
                    f"unknown resource `{shown(name)}`",
                    at.at(index),
                    near=(name, known),
                )


RULE = CheckRule("SPEC503", "unknown-access", unknown_access)
