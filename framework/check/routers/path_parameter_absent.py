"""SPEC312 `path-parameter-absent`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.mending import required
from framework.check.rule import CheckRule, Finding
from framework.check.uses import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.uses import FieldUse
    from framework.check.view import View


def path_parameter_absent(view: View) -> Iterator[Finding]:
    """Find path parameters that may be absent or null.

    ## Why is this bad?
    A path without the segment is another path; there is no request in which it is missing.

    ## Example
    ```yaml
    params: {user_id: {type: User.id, optional: true}}
    ```

    ## Use instead
    ```yaml
    params: {user_id: User.id}
    ```
    """
    for field in view.parameters:
        if field.role is Role.PATH and not field.element:
            for key in _faults(field):
                yield Finding(
                    f"path parameter `{field.name}` is always there",
                    field.place.at(key),
                    key=key != "type",
                    fix=required(field.place, str(field.keys.type)) if key == "type" else None,
                    void=key != "type",
                    help="remove the `?`" if key == "type" else f"remove `{key}`",
                )


def _faults(field: FieldUse) -> Iterator[str]:
    keys = field.keys
    for key in ("optional", "nullable"):
        if getattr(keys, key):
            yield key
    if keys.has("default"):
        yield "default"
    if keys.type is not None and keys.type.nullable:
        yield "type"


RULE = CheckRule("SPEC312", "path-parameter-absent", path_parameter_absent)
