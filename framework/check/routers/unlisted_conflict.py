"""SPEC324 `unlisted-conflict`."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from framework.check.basis import basis
from framework.check.rule import CheckRule, Finding
from framework.diagnostics import Severity
from framework.spec import CREATE, UPDATE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.uses import FieldUse
    from framework.check.view import View
    from framework.syntax import TypeExpr

_CONFLICT = 409
_HELP = "list an error of status 409 under `errors`"


def unlisted_conflict(view: View) -> Iterator[Finding]:
    """Find operations that write a `unique` field and list no error of status 409.

    ## Why is this bad?
    The value may be taken, and what is not listed becomes a 500.

    ## Example
    ```yaml
    create_user: {method: POST, path: "", request: User}
    ```

    ## Use instead
    ```yaml
    create_user: {method: POST, path: "", request: User, errors: [email_taken]}
    ```
    """
    errors = view.specs.errors
    for operation in view.operations if any(view.having("unique")) else ():
        type_ = operation.request.type if operation.request else None
        known = [errors[name].spec.status for name in operation.errors if name in errors]
        if not type_ or _CONFLICT in known or len(known) < len(operation.errors):
            continue
        asked = UPDATE if operation.method == "PATCH" else CREATE
        for field in islice(_unique(view, type_, asked), 1):
            said = f"`{operation.name}` writes the unique `{field.name}`, and lists no error 409"
            at = ((field.place, "the field stands here"),)
            yield Finding(said, operation.place, key=True, help=_HELP, related=at)


def _unique(view: View, type_: TypeExpr, asked: str) -> Iterator[FieldUse]:
    for named in type_.walk():
        for variant in view.variants_of(named.name):
            kept = variant.kept.values() if variant.name in {named.member or asked, ""} else ()
            yield from (e for e in kept if e.keys.unique and basis(view, e.keys) != "list")


RULE = CheckRule("SPEC324", "unlisted-conflict", unlisted_conflict, Severity.WARNING)
