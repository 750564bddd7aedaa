"""SPEC525 `unknown-verifier`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.rule import CheckRule, Finding
from framework.check.targets import target_faults

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


def unknown_verifier(view: View) -> Iterator[Finding]:
    """Find `verify` of schemes that names no operation of a service.

    ## Why is this bad?
    Each credential is sent there. Ids are `service.version.operation`, or `service.operation`.

    ## Example
    ```yaml
    auth: {bearer: {type: http, scheme: bearer, verify: auth-service.verify}}
    ```

    ## Use instead
    ```yaml
    auth: {bearer: {type: http, scheme: bearer, verify: auth-service.v1.verify_token}}
    ```
    """
    for scheme in view.specs.schemes.values():
        if scheme.spec.verify is not None:
            yield from target_faults(view, scheme.spec.verify, scheme.place.at("verify"))


RULE = CheckRule("SPEC525", "unknown-verifier", unknown_verifier)
