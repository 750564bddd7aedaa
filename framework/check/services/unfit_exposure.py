"""SPEC507 `unfit-exposure`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.places import service_place
from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


def unfit_exposure(view: View) -> Iterator[Finding]:
    """Find services that expose `rest` and are not of type `python-fastapi`.

    ## Why is this bad?
    Routers are compiled for FastAPI. A service of another type would have operations in its
    documents that nothing answers.

    ## Example
    ```yaml
    services: [{name: worker, type: python-faststream, exposes: [rest]}]
    ```

    ## Use instead
    ```yaml
    services: [{name: worker, type: python-fastapi, exposes: [rest]}]
    ```
    """
    for service in view.specs.services.values():
        if "rest" in service.spec.exposes and service.spec.type != "python-fastapi":
            index = service.spec.exposes.index("rest")
            yield Finding(
                f"a service of type `{service.spec.type}` cannot expose `rest`",
                service_place(service).at("exposes", index),
                help="use `type: python-fastapi`, or remove it",
            )


RULE = CheckRule("SPEC507", "unfit-exposure", unfit_exposure)
