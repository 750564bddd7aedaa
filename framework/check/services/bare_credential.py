"""SPEC529 `bare-credential`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.auth import verifiers
from framework.check.rule import CheckRule, Finding
from framework.check.verifying import credentials, operation_model
from framework.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


def bare_credential(view: View) -> Iterator[Finding]:
    """Find operations that take a credential and do not say that it is sensitive.

    ## Why is this bad?
    It would stand in the `repr` of the model, and from there in logs.

    ## Example
    ```yaml
    Token: {fields: {token: string}}
    ```

    ## Use instead
    ```yaml
    Token: {fields: {token: {type: string, sensitive: true}}}
    ```
    """
    for _, operation in verifiers(view):
        for field in credentials(view, operation):
            if not field.keys.sensitive:
                place = view.fields_of(operation_model(operation))[field.name].place
                message = f"`{field.name}` is a credential, and not `sensitive`"
                yield Finding(message, place, key=True, help="add `sensitive: true`")


RULE = CheckRule("SPEC529", "bare-credential", bare_credential, Severity.WARNING)
