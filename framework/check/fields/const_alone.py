"""SPEC244 `const-alone`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.rule import CheckRule, Finding
from framework.spec.words import BOUNDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View

_REPEATING = sorted({"type", "values", "default", "items", "unique", *BOUNDS})


def const_alone(view: View) -> Iterator[Finding]:
    """Find `const` beside keys that say which values a field may have.

    ## Why is this bad?
    A field with `const` has one value; its type is that of the value, and there is nothing left
    to bound or to default.

    ## Example
    ```yaml
    kind: {type: string, const: email}
    ```

    ## Use instead
    ```yaml
    kind: {const: email}
    ```
    """
    for field in view.having("const"):
        for key in _REPEATING:
            if field.keys.has(key):
                yield Finding(
                    f"`{key}` of `{field.name}` stands beside `const`",
                    field.place.at(key),
                    key=True,
                    help=f"remove `{key}`",
                    void=True,
                )


RULE = CheckRule("SPEC244", "const-alone", const_alone)
