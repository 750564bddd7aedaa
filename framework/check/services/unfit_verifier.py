"""SPEC526 `unfit-verifier`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.auth import verifiers
from framework.check.rule import CheckRule, Finding
from framework.check.verifying import shape_faults

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


def unfit_verifier(view: View) -> Iterator[Finding]:
    """Find operations that cannot tell whose a credential is.

    ## Why is this bad?
    The framework calls them before it lets anybody in: a POST that takes the credential as the one
    required string of its request, and answers with the `subject`, perhaps `roles` and `scopes`.

    ## Example
    ```yaml
    verify_token: {method: GET, path: /tokens, query: {token: string}, response: Account}
    ```

    ## Use instead
    ```yaml
    verify_token: {method: POST, path: /tokens, request: Token, response: Account}
    # Token: {fields: {token: {type: string, sensitive: true}}}
    # Account: {fields: {subject: string, roles: "list[string]"}}
    ```
    """
    for scheme, operation in verifiers(view):
        for fault, help_ in shape_faults(view, operation):
            yield Finding(
                f"`{operation.id}` cannot verify credentials: it {fault}",
                scheme.place.at("verify"),
                help=help_,
                related=((operation.place, "it stands here"),),
            )


RULE = CheckRule("SPEC526", "unfit-verifier", unfit_verifier)
