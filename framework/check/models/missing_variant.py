"""SPEC218 `missing-variant`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.rule import CheckRule, Finding
from framework.check.uses import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.uses import TypeUse
    from framework.check.view import View
    from framework.spec import Declared, ModelSpec
    from framework.syntax import TypeExpr


def missing_variant(view: View) -> Iterator[Finding]:
    """Find bare model names in a place that asks for a variant which the model lacks.

    ## Why is this bad?
    `User` alone means `User.Create` inside a request, `User.Update` inside an `Update`, and
    `User.Read` elsewhere. No variant is implied: what is not declared does not exist.

    ## Example
    ```yaml
    Address: {fields: {city: string}, variants: {Read: {}}}
    User: {fields: {home: Address}, variants: {Create: {}, Read: {}}}
    ```

    ## Use instead
    ```yaml
    Address: {fields: {city: string}, variants: {Create: {}, Read: {}}}
    User: {fields: {home: Address}, variants: {Create: {}, Read: {}}}
    ```
    """
    for use in view.asking:
        if use.role is Role.MEMBER:
            continue
        for named in use.type.walk():
            for model in view.bare_models(named):
                variants = model.spec.variants
                if variants and use.variant not in variants:
                    yield _finding(use, named, model)


def _finding(use: TypeUse, named: TypeExpr, model: Declared[ModelSpec]) -> Finding:
    place, part = use.name(named)
    said = f"`{model.name}`" if named.name == model.name else f"`{model.name}` of `{named.name}`"
    return Finding(
        f"{said} means `{model.name}.{use.variant}` here, which is not declared",
        place,
        part=part,
        help=f"declare the variant `{use.variant}`, or name another one",
        notes=(f"`{model.name}` declares {', '.join(model.spec.variants)} ({model.place})",),
    )


RULE = CheckRule("SPEC218", "missing-variant", missing_variant)
