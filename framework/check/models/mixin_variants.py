"""SPEC210 `mixin-variants`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


def mixin_variants(view: View) -> Iterator[Finding]:
    """Find mixins that declare variants.

    ## Why is this bad?
    A variant is a projection of a model for one use; a mixin is no model and has no use of its
    own. Its fields follow the variants of each model that lists it.

    ## Example
    ```yaml
    Timestamps: {mixin: true, fields: {created_at: datetime}, variants: {Read: {}}}
    ```

    ## Use instead
    ```yaml
    Timestamps: {mixin: true, fields: {created_at: datetime}}
    ```
    """
    for model in view.specs.models.values():
        if model.spec.mixin and model.spec.variants:
            yield Finding(
                f"mixin `{model.name}` declares variants",
                model.place.at("variants"),
                key=True,
                help="declare them in the models that list this mixin",
            )


RULE = CheckRule("SPEC210", "mixin-variants", mixin_variants)
