"""SPEC247 `bound-range`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.basis import basis
from framework.check.ranges import COUNTED, outside
from framework.check.rule import CheckRule, Finding
from framework.spec.words import COMPARISONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


def bound_range(view: View) -> Iterator[Finding]:
    """Find bounds outside of what their field's type can hold.

    ## Why is this bad?
    Such a bound either excludes nothing or excludes everything; mostly a digit slipped in.

    ## Example
    ```yaml
    count: {type: int32, le: 3000000000}
    ```

    ## Use instead
    ```yaml
    count: {type: int64, le: 3000000000}
    ```
    """
    for field in view.having(*COMPARISONS, "multiple_of", *COUNTED):
        for key, reason in outside(field.keys, basis(view, field.keys)):
            yield Finding(
                f"`{key}` of `{field.name}` {reason}",
                field.place.at(key),
                help="write a bound within the type's range, or choose a wider type",
            )


RULE = CheckRule("SPEC247", "bound-range", bound_range)
