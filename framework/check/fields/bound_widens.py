"""SPEC249 `bound-widens`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.basis import basis, settle
from framework.check.bounds import bounds_of
from framework.check.ranges import wider
from framework.check.rule import CheckRule, Finding
from framework.spec.words import COMPARISONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


def bound_widens(view: View) -> Iterator[Finding]:
    """Find bounds of a reference that allow what the field it refers to does not have.

    ## Why is this bad?
    A reference names one of the values of that field. It may narrow them, never widen.

    ## Example
    ```yaml
    User: {fields: {id: {type: int, ge: 1}}}
    Post: {fields: {author_id: {type: User.id, ge: 0}}}
    ```

    ## Use instead
    ```yaml
    User: {fields: {id: {type: int, ge: 1}}}
    Post: {fields: {author_id: User.id}}
    ```
    """
    for field in view.having(*COMPARISONS, "min_length", "max_length"):
        base = settle(view, field.keys)
        if base is not None and base is not field.keys:
            for key in wider(bounds_of(field.keys), bounds_of(base), basis(view, field.keys)):
                yield Finding(
                    f"`{key}` of `{field.name}` is wider than that of `{field.keys.type}`",
                    field.place.at(key),
                    help="narrow it, or remove it",
                )


RULE = CheckRule("SPEC249", "bound-widens", bound_widens)
