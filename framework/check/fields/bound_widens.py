"""SPEC249 `bound-widens`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.basis import basis, settle
from framework.check.bounds import exact, limits, narrowed
from framework.check.rule import CheckRule, Finding
from framework.spec.words import COMPARISONS, NUMERIC, TEMPORAL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.uses import FieldUse
    from framework.check.view import View
    from framework.spec import FieldKeys


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
            for key in _wider(field, base, basis(view, field.keys)):
                yield Finding(
                    f"`{key}` of `{field.name}` is wider than that of `{field.keys.type}`",
                    field.place.at(key),
                    help="narrow it, or remove it",
                )


def _wider(field: FieldUse, base: FieldKeys, word: str | None) -> Iterator[str]:
    own = field.keys
    if own.min_length is not None and own.min_length < (base.min_length or 0):
        yield "min_length"
    if own.max_length is not None and own.max_length > (base.max_length or own.max_length):
        yield "max_length"
    if word not in NUMERIC | TEMPORAL:
        return
    within = narrowed(word, base, limits(word, base))
    for key in COMPARISONS:
        number = exact(word, getattr(own, key))
        if number is None:
            continue
        if number < within.low if key in {"ge", "gt"} else number > within.high:
            yield key


RULE = CheckRule("SPEC249", "bound-widens", bound_widens)
