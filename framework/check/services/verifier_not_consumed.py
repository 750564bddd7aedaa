"""SPEC528 `verifier-not-consumed`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.auth import protected, verifiers
from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


def verifier_not_consumed(view: View) -> Iterator[Finding]:
    """Find services that send credentials to an operation which they do not consume.

    ## Why is this bad?
    `consumes` is the map of who talks to whom. A call that it does not show is a call that no
    network lets through.

    ## Example
    ```yaml
    # auth: {bearer: {type: http, scheme: bearer, verify: auth-service.v1.verify_token}}
    services: [{name: backend, type: python-fastapi, exposes: [rest]}]
    ```

    ## Use instead
    ```yaml
    services:
      - name: backend
        type: python-fastapi
        exposes: [rest]
        consumes: [auth-service.v1.verify_token]
    ```
    """
    needed = {
        (operation.router.service, scheme.name, scheme.spec.verify or "")
        for operation, scheme in protected(view)
    }
    known = {(scheme.name, verifier.router.service) for scheme, verifier in verifiers(view)}
    for user, scheme, id_ in sorted(needed):
        service, owner = view.specs.services.get(user), id_.split(".", maxsplit=1)[0]
        if service is None or user == owner or (scheme, owner) not in known:
            continue
        if id_ not in {consumed.operation for consumed in service.spec.consumes}:
            yield Finding(
                f"`{user}` sends credentials to `{id_}`, which it does not consume",
                service.place,
                help=f"add `{id_}` to its `consumes`",
            )


RULE = CheckRule("SPEC528", "verifier-not-consumed", verifier_not_consumed)
