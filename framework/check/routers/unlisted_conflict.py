"""SPEC324 `unlisted-conflict`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.rule import CheckRule, Finding
from framework.diagnostics import Severity
from framework.spec import CREATE, UPDATE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import Operation, View
    from framework.spec import FieldEntry
    from framework.syntax import TypeExpr

_CONFLICT = 409


def unlisted_conflict(view: View) -> Iterator[Finding]:
    """Find operations that write a `unique` field and list no error of status 409.

    ## Why is this bad?
    The value may be taken. An operation may answer only with what it lists, so that a conflict
    which is not listed becomes a 500. This is a warning: the operation may write nothing.

    ## Example
    ```yaml
    create_user: {method: POST, path: "", request: User}     # email: {type: email, unique: true}
    ```

    ## Use instead
    ```yaml
    create_user: {method: POST, path: "", request: User, errors: [email_taken]}
    ```
    """
    errors = view.specs.errors
    for operation in view.operations:
        request = operation.spec.request
        known = [errors[name].spec.status for name in operation.spec.errors if name in errors]
        if not request or _CONFLICT in known or len(known) < len(operation.spec.errors):
            continue
        asked = UPDATE if operation.spec.method == "PATCH" else CREATE
        field = next(_unique(view, request.type, asked), None)
        if field:
            yield _finding(operation, field)


def _unique(view: View, type_: TypeExpr, asked: str) -> Iterator[FieldEntry]:
    for named in type_.walk():
        for variant in view.variants_of(named.name):
            if variant.name in {named.member or asked, ""}:
                for entry in variant.kept.values():
                    if entry.keys.unique and not (
                        entry.keys.type and entry.keys.type.name == "list"
                    ):
                        yield entry


def _finding(operation: Operation, field: FieldEntry) -> Finding:
    return Finding(
        f"`{operation.name}` writes `{field.name}`, which is unique, and lists no error 409",
        operation.place,
        key=True,
        help="list the error that tells of a conflict",
        related=((field.place, f"`{field.name}` is declared here"),),
    )


RULE = CheckRule("SPEC324", "unlisted-conflict", unlisted_conflict, Severity.WARNING)
