"""SPEC354 `keys-without-database`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.rule import CheckRule, Finding
from framework.spec import DATABASES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


def keys_without_database(view: View) -> Iterator[Finding]:
    """Find operations that take idempotency keys in services that reach no database.

    ## Why is this bad?
    The answer to a key is kept in the transaction that does the work, so that a crash leaves both
    or neither. Without a database there is nowhere to keep it.

    ## Example
    ```yaml
    - {name: backend, type: python-fastapi, exposes: [rest]}   # and `idempotency: required`
    ```

    ## Use instead
    ```yaml
    - {name: backend, type: python-fastapi, access: [database], exposes: [rest]}
    ```
    """
    databases = {"database", *view.resources_of(DATABASES)}
    for operation in view.operations:
        service = view.specs.services.get(operation.router.service)
        if operation.spec.idempotency == "none" or service is None:
            continue
        if databases.isdisjoint(service.spec.access):
            yield Finding(
                f"`{operation.name}` takes idempotency keys, and `{service.name}` has no database",
                operation.place.at("idempotency"),
                key=True,
                help=f"add `database` to the `access` of `{service.name}`",
                related=((service.place, f"`{service.name}` stands here"),),
            )


RULE = CheckRule("SPEC354", "keys-without-database", keys_without_database)
