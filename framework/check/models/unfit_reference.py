"""SPEC221 `unfit-reference`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.basis import MODEL, UNION, basis, is_endless, is_nullable, refers, target_of
from framework.check.rule import CheckRule, Finding
from framework.spec import CONTAINERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.uses import FieldUse
    from framework.check.view import View

_UNFIT = {*CONTAINERS, MODEL, UNION, "json"}


def unfit_reference(view: View) -> Iterator[Finding]:
    """Find references to fields that cannot identify anything.

    ## Why is this bad?
    A reference becomes a parameter, a link and a foreign key: it points at a scalar that is
    never null. A field that refers to itself has no type at all.

    ## Example
    ```yaml
    Post: {fields: {tag: User.tags}}        # a list
    ```

    ## Use instead
    ```yaml
    Post: {fields: {author_id: User.id}}
    ```
    """
    for use, named in view.members:
        target = target_of(view, named) if refers(named) and not use.apart else None
        reason = _reason(view, target) if target else None
        if target and reason:
            place, part = use.name(named)
            yield Finding(
                f"`{named.name}.{named.member}` cannot be referred to: {reason}",
                place,
                part=part and (part[0], named.end),
                help="refer to a scalar field that is never null, or write the type out",
                related=((target.place, f"`{named.member}` is declared here"),),
            )


def _reason(view: View, target: FieldUse) -> str | None:
    found = basis(view, target.keys)
    if found in _UNFIT:
        return f"it is of type `{found}`, which is no scalar"
    if found is None and is_endless(view, target.keys):
        return "it refers to itself, or through too many others"
    return "it may be null" if is_nullable(target.keys) else None


RULE = CheckRule("SPEC221", "unfit-reference", unfit_reference)
