"""SPEC241 `key-without-use`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.fits import KEYED, misfit
from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


def key_without_use(view: View) -> Iterator[Finding]:
    """Find keys that do not apply to the type of their field, or to where the field stands.

    ## Why is this bad?
    A key without effect promises something that does not happen. Keys of a list never mean its
    elements: write those under `items`, or give the elements a type of their own.

    ## Example
    ```yaml
    age: {type: int, max_length: 3}
    ```

    ## Use instead
    ```yaml
    age: {type: int, le: 150}
    ```
    """
    for key in KEYED:
        for field in view.having(key):
            keys = field.keys
            told = keys.const is not None or getattr(keys, key) is None
            reason = None if told else misfit(view, field, key)
            if reason:
                what = "element" if field.element else field.role.value
                yield Finding(
                    f"`{key}` does not apply to {what} `{field.name}`",
                    field.place.at(key),
                    key=True,
                    notes=(reason,),
                    help="remove it",
                    void=True,
                )


RULE = CheckRule("SPEC241", "key-without-use", key_without_use)
