"""SPEC504 `misnamed-resource`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.rule import CheckRule, Finding
from framework.spec import BROKERS, DATABASES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


def misnamed_resource(view: View) -> Iterator[Finding]:
    """Find a resource `broker` that is no broker, or a `database` that is no database.

    ## Why is this bad?
    `access: [broker]` means the only broker of the project. A database of that name would be
    reached, and no message would ever arrive.

    ## Example
    ```yaml
    resources: {broker: {type: postgres}}
    ```

    ## Use instead
    ```yaml
    resources: {broker: {type: redis}}
    ```
    """
    for name, types in (("broker", BROKERS), ("database", DATABASES)):
        resource = view.specs.resources.get(name)
        if resource is not None and resource.spec.type not in types:
            yield Finding(
                f"resource `{name}` is of type `{resource.spec.type}`, which is no {name}",
                resource.place,
                key=True,
                help=f"rename it, or use {' or '.join(sorted(types))}",
            )


RULE = CheckRule("SPEC504", "misnamed-resource", misnamed_resource)
