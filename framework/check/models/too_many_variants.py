"""SPEC227 `too-many-variants`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.rule import CheckRule, Finding
from framework.check.variants import MOST_VARIANTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


def too_many_variants(view: View) -> Iterator[Finding]:
    """Find models with more than 64 variants.

    ## Why is this bad?
    Nobody can tell so many classes apart. The bound is far above what people write; it stops a
    hostile file before it costs time.

    ## Example
    ```yaml
    User: {fields: {id: int}, variants: {V1: {}, V2: {}}}       # and so on, up to V65
    ```

    ## Use instead
    ```yaml
    User: {fields: {id: int}, variants: {Create: {}, Read: {}}}
    ```
    """
    for model in view.specs.models.values():
        count = len(model.spec.variants)
        if count > MOST_VARIANTS:
            yield Finding(
                f"`{model.name}` has {count:,} variants, more than {MOST_VARIANTS}",
                model.place.at("variants"),
                key=True,
                help="make several models of it",
            )


RULE = CheckRule("SPEC227", "too-many-variants", too_many_variants)
