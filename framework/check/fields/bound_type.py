"""SPEC246 `bound-type`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.basis import basis
from framework.check.bounds import bounds_of
from framework.check.names import shown
from framework.check.ranges import unreadable
from framework.check.rule import CheckRule, Finding
from framework.spec.fixes import respelt
from framework.spec.words import COMPARISONS, INTEGRAL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View

_WANTED = {
    "float": "a finite number",
    "decimal": 'a whole number, or a decimal in quotes such as "0.01"',
    "datetime": 'text such as "2020-01-01T00:00:00Z"',
    "date": 'text such as "2020-01-01"',
    "time": 'text such as "12:30:00"',
    "duration": 'text such as "PT30S"',
    **dict.fromkeys(INTEGRAL, "a whole number"),
}


def bound_type(view: View) -> Iterator[Finding]:
    """Find bounds that are no value of their field's type.

    ## Why is this bad?
    A number cannot be compared with a text, and a decimal written without quotes is a binary
    fraction before anybody reads it.

    ## Example
    ```yaml
    price: {type: decimal, ge: 0.01}
    ```

    ## Use instead
    ```yaml
    price: {type: decimal, ge: "0.01"}
    ```
    """
    for field in view.having(*COMPARISONS, "multiple_of"):
        word = basis(view, field.keys)
        for key in unreadable(word, *bounds_of(field.keys)):
            value = getattr(field.keys, key)
            yield Finding(
                f"`{key}` of `{field.name}` is no `{word}`: `{shown(str(value))}`",
                field.place.at(key),
                help=f"write {_WANTED[word or '']}",
                fix=respelt(field.place.at(key), word),
            )


RULE = CheckRule("SPEC246", "bound-type", bound_type)
