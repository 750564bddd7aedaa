"""SPEC226 `too-many-mixins`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.rule import CheckRule, Finding
from framework.check.view import MOST_PARTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


def too_many_mixins(view: View) -> Iterator[Finding]:
    """Find models that take fields from more than 64 mixins.

    ## Why is this bad?
    Nobody can say what is in such a model. The bound is far above what people write; it stops a
    hostile file before it costs time.

    ## Example
    ```yaml
    M64: {mixin: true, mixins: [M63], fields: {f64: int}}       # and so on, down to M0
    ```

    ## Use instead
    ```yaml
    Dated: {mixin: true, mixins: [Owned], fields: {at: datetime}}
    ```
    """
    for model in view.specs.models.values():
        if model.spec.mixins and len(view.parts_of(model.name)) > MOST_PARTS:
            yield Finding(
                f"`{model.name}` takes fields from more than {MOST_PARTS} mixins",
                model.place.at("mixins"),
                key=True,
                help="write the fields where they are used",
            )


RULE = CheckRule("SPEC226", "too-many-mixins", too_many_mixins)
