"""SPEC213 `no-fields`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


def no_fields(view: View) -> Iterator[Finding]:
    """Find models, mixins and variants that have no field.

    ## Why is this bad?
    A value without fields says nothing; most often `only`, `readonly` or a forgotten key left
    nothing over.

    ## Example
    ```yaml
    Visit: {fields: {at: {type: datetime, readonly: true}}, variants: {Create: {}, Read: {}}}
    ```

    ## Use instead
    ```yaml
    Visit: {fields: {at: {type: datetime, readonly: true}}, variants: {Read: {}}}
    ```
    """
    for model in view.specs.models.values():
        if not view.fields_of(model.name) and view.is_whole(model.name):
            kind = "mixin" if model.spec.mixin else "model"
            yield Finding(
                f"{kind} `{model.name}` has no fields", model.place, key=True, help="give it one"
            )
    for variant in view.variants:
        if variant.kept or not variant.fields:
            continue
        if view.is_whole(variant.model) and variant.is_sound:
            yield Finding(
                f"variant `{variant.name}` of `{variant.model}` has no fields",
                variant.place,
                key=True,
                help="remove the variant, or let it keep a field",
            )


RULE = CheckRule("SPEC213", "no-fields", no_fields)
