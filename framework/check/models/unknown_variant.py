"""SPEC202 `unknown-variant`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.basis import refers
from framework.check.names import shown
from framework.check.nearest import did_you_mean
from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.uses import TypeUse
    from framework.check.view import View
    from framework.spec import Declared, ModelSpec
    from framework.syntax import TypeExpr


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
    for use in view.types:
        if use.type.member is None and not use.type.arguments:
            continue
        for named in use.type.walk():
            model = view.specs.models.get(named.name)
            if model and named.member and (use.apart or not refers(named)):
                yield from _variant(model, named, named.member, use)


def _variant(
    model: Declared[ModelSpec], named: TypeExpr, member: str, use: TypeUse
) -> Iterator[Finding]:
    variants = list(model.spec.variants)
    if member in variants:
        return
    place, part = use.member(named)
    yield Finding(
        f"unknown variant `{shown(member)}` for model `{model.name}`",
        place,
        part=part,
        help=did_you_mean(member, variants),
        notes=(f"`{model.name}` declares {', '.join(variants) or 'none'} ({model.place})",),
    )


RULE = CheckRule("SPEC202", "unknown-variant", unknown_variant)
