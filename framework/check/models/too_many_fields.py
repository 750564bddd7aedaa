"""SPEC228 `too-many-fields`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.rule import CheckRule, Finding
from framework.check.variants import MOST_FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


def too_many_fields(view: View) -> Iterator[Finding]:
    """Find models with more than 1,000 fields.

    ## Why is this bad?
    Such a model takes seconds to build wherever it is imported. The bound is far above what people
    write; it stops a hostile file before it costs time.

    ## Example
    ```yaml
    Wide: {fields: {f1: int, f2: int}}       # and so on, up to f1001
    ```

    ## Use instead
    ```yaml
    Wide: {fields: {values: "list[int]"}}
    ```
    """
    for model in view.specs.models.values():
        count = len(view.fields_of(model.name))
        if count > MOST_FIELDS:
            yield Finding(
                f"`{model.name}` has {count:,} fields, more than {MOST_FIELDS:,}",
                model.place.at("fields"),
                key=True,
                help="make several models of it, or a list of one",
            )


RULE = CheckRule("SPEC228", "too-many-fields", too_many_fields)
