"""SPEC242 `null-key`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View

_MAY_BE_NULL = frozenset({"default", "example"})


def null_key(view: View) -> Iterator[Finding]:
    """Find keys of a field that are written without a value.

    ## Why is this bad?
    `max_length:` with nothing behind it bounds nothing. Only `default` and `example` can be null.

    ## Example
    ```yaml
    nick: {type: string, max_length: }
    ```

    ## Use instead
    ```yaml
    nick: {type: string, max_length: 20}
    ```
    """
    for field, key in view.nulls:
        if key not in _MAY_BE_NULL:
            yield Finding(
                f"`{key}` of `{field.name}` has no value",
                field.place.at(key),
                key=True,
                help="write a value, or remove the key",
                void=True,
            )


RULE = CheckRule("SPEC242", "null-key", null_key)
