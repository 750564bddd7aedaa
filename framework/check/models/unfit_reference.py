"""SPEC221 `unfit-reference`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.basis import MODEL, UNION, basis, is_nullable, refers, settle, target_of
from framework.check.rule import CheckRule, Finding
from framework.spec import CONTAINERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View
    from framework.spec import FieldEntry

_UNFIT = {*CONTAINERS, MODEL, UNION, "json"}


def unfit_reference(view: View) -> Iterator[Finding]:
    """Find references to fields that cannot identify anything.

    ## Why is this bad?
    A reference becomes a parameter, a link and a foreign key: it points at a scalar that is
    always there. It must also end: a field that refers to itself has no type.

    ## Example
    ```yaml
    User: {fields: {tags: "list[string]"}}
    Post: {fields: {tag: User.tags}}
    ```

    ## Use instead
    ```yaml
    User: {fields: {id: int}}
    Post: {fields: {author_id: User.id}}
    ```
    """
    for use in view.types:
        if use.apart or not (use.type.member or use.type.arguments):
            continue
        for named in use.type.walk():
            if named.name not in view.specs.models or not refers(named):
                continue
            target = target_of(view, named)
            reason = _reason(view, target) if target else None
            if target and reason:
                place, part = use.name(named)
                yield Finding(
                    f"`{named.name}.{named.member}` cannot be referred to: {reason}",
                    place,
                    part=part and (part[0], named.end),
                    help="refer to a scalar field that is always there, or write the type out",
                    related=((target.place, f"`{named.member}` is declared here"),),
                )


def _reason(view: View, target: FieldEntry) -> str | None:
    if settle(view, target.keys) is None:
        return "it refers to itself, or to what does not exist"
    found = basis(view, target.keys)
    if found in _UNFIT:
        return f"it is a {found}, not a scalar"
    if target.keys.optional:
        return "it may be absent"
    return "it may be null" if is_nullable(target.keys) else None


RULE = CheckRule("SPEC221", "unfit-reference", unfit_reference)
