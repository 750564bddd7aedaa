"""SPEC202 `unknown-variant`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.basis import refers
from framework.check.names import shown
from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


def unknown_variant(view: View) -> Iterator[Finding]:
    """Find `Model.Name` where the model has no variant of that name.

    ## Why is this bad?
    `Model.Name` is a variant and `Model.field` is a reference; anything else names nothing.

    ## Example
    ```yaml
    request: {model: User, variant: Patch}
    ```

    ## Use instead
    ```yaml
    request: {model: User, variant: Update}
    ```
    """
    for use, named in view.members:
        model, member = view.specs.models[named.name], named.member or ""
        variants = list(model.spec.variants)
        if member in variants or (refers(named) and not use.apart):
            continue
        place, part = use.member(named)
        yield Finding(
            f"unknown variant `{shown(member)}` for model `{model.name}`",
            place,
            part=part,
            near=(member, variants),
            notes=(f"`{model.name}` declares {', '.join(variants) or 'none'} ({model.place})",),
        )


RULE = CheckRule("SPEC202", "unknown-variant", unknown_variant)
