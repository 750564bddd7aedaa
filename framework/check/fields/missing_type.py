"""SPEC240 `missing-type`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


def missing_type(view: View) -> Iterator[Finding]:
    """Find fields that say neither `type`, nor `values`, nor `const`.

    ## Why is this bad?
    There is no type that would be right for everybody.

    ## Example
    ```yaml
    nick: {max_length: 20}
    ```

    ## Use instead
    ```yaml
    nick: {type: string, max_length: 20}
    ```
    """
    for field in view.fields:
        keys = field.keys
        if keys.type is None and keys.values is None and not keys.model_fields_set & _TYPING:
            yield Finding(
                f"field `{field.name}` has no type",
                field.place,
                key=True,
                help="write `type`, or `values`, or `const`",
            )


_TYPING = {"type", "values", "const"}  # null under one of them is found by `null-key`

RULE = CheckRule("SPEC240", "missing-type", missing_type)
