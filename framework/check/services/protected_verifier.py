"""SPEC527 `protected-verifier`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.auth import said_auth, verifiers
from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


def protected_verifier(view: View) -> Iterator[Finding]:
    """Find operations that verify credentials, and ask for one themselves.

    ## Why is this bad?
    They are called to find out who calls: there is nothing yet to call them with.

    ## Example
    ```yaml
    rest: {prefix: /tokens, auth: bearer, handlers: {verify_token: {method: POST, path: ""}}}
    ```

    ## Use instead
    ```yaml
    verify_token: {method: POST, path: "", auth: none, internal: true}
    ```
    """
    for scheme, operation in verifiers(view):
        said = said_auth(operation)
        if said in view.specs.schemes:
            yield Finding(
                f"`{operation.id}` verifies `{scheme.name}`, and asks for `{said}` itself",
                scheme.place.at("verify"),
                help="say `auth: none` there",
                related=((operation.place, "it stands here"),),
            )


RULE = CheckRule("SPEC527", "protected-verifier", protected_verifier)
