"""SPEC332 `error-field`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.names import is_identifier, shown
from framework.check.rule import CheckRule, Finding
from framework.check.uses import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View

_DOCUMENT = frozenset({"type", "title", "status", "detail", "instance", "errors"})
_PYTHON = frozenset(name for name in dir(Exception) if not name.startswith("_")) | {
    *("self", "super", "members", "aliases", "headers", "retryable", "to_document"),
}


def error_field(view: View) -> Iterator[Finding]:
    """Find fields of errors that a problem document or an exception has already.

    ## Why is this bad?
    RFC 9457 gives `type`, `title`, `status`, `detail` and `instance` a meaning, be it as an
    `alias`; `args` and `members` are attributes of the exception that the error compiles to.

    ## Example
    ```yaml
    user_not_found: {status: 404, title: User not found, fields: {detail: string}}
    ```

    ## Use instead
    ```yaml
    user_not_found: {status: 404, title: User not found, fields: {user_id: User.id}}
    ```
    """
    for field in view.fields:
        if field.role is not Role.ERROR or field.element:
            continue
        name = field.name
        wire = field.keys.alias or name
        taken = name in _DOCUMENT or name in _PYTHON or wire in _DOCUMENT or wire == "self"
        if taken or not is_identifier(name) or name.startswith("_"):
            reason = "is a member of every problem" if taken else "cannot be an attribute in Python"
            yield Finding(
                f"field `{shown(name)}` of error `{field.owner}` {reason}",
                field.place,
                key=True,
                help="choose another name",
            )


RULE = CheckRule("SPEC332", "error-field", error_field)
