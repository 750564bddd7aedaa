"""SPEC301 `router-of-nobody`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.names import shown
from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


def router_of_nobody(view: View) -> Iterator[Finding]:
    """Find router files in a folder that is named like no service.

    ## Why is this bad?
    `specs/routers/<service>/<tag>.yaml` belongs to the service that the folder names; this one
    would belong to nobody, and answer nothing.

    ## Example
    ```text
    specs/routers/backnd/users.yaml
    ```

    ## Use instead
    ```text
    specs/routers/backend/users.yaml
    ```
    """
    specs = view.specs
    for router in specs.routers:
        name = router.service
        if name not in specs.services and not specs.may_be_broken("service", name, "services"):
            yield Finding(
                f"no service is named `{shown(name)}`, as the folder of this router is",
                router.place,
                key=True,
                near=(name, specs.services),
                help="declare the service in `services.yml`",
            )


RULE = CheckRule("SPEC301", "router-of-nobody", router_of_nobody)
