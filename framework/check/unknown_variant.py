"""SPEC202 `unknown-variant`."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from framework.check.rule import CheckRule, Finding
from framework.check.uses import type_uses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.uses import TypeUse
    from framework.spec import ModelSpec, SpecSet
    from framework.spec.place import Declared
    from framework.syntax import TypeExpr


def unknown_variant(specs: SpecSet) -> Iterator[Finding]:
    """Find members of a model that are neither one of its variants nor one of its fields.

    ## Why is this bad?
    `Model.Name` is a variant, `model.field` is a reference; anything else names nothing.

    ## Example
    ```yaml
    request: {model: User, variant: Patch}
    ```

    ## Use instead
    ```yaml
    request: {model: User, variant: Update}
    ```
    """
    for use in type_uses(specs):
        for named in use.type.walk():
            model = specs.models.get(named.name)
            if model and named.member and named.member[0].isupper():
                yield from _variant(model, named, named.member, use)


def _variant(
    model: Declared[ModelSpec], named: TypeExpr, member: str, use: TypeUse
) -> Iterator[Finding]:
    variants = list(model.spec.variants)
    if member in variants:
        return
    nearest = get_close_matches(member, variants, n=1)
    place, part = use.member(named)
    yield Finding(
        f"unknown variant `{member}` for model `{model.name}`",
        place,
        part=part,
        help=f"did you mean `{nearest[0]}`?" if nearest else None,
        notes=(f"`{model.name}` declares {', '.join(variants) or 'none'} ({model.place})",),
    )


RULE = CheckRule("SPEC202", "unknown-variant", unknown_variant)
