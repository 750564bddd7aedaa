"""SPEC214 `only-and-exclude`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


def only_and_exclude(view: View) -> Iterator[Finding]:
    """Find variants that say both `only` and `exclude`.

    ## Why is this bad?
    Either one decides alone which fields a variant has; together they argue.

    ## Example
    ```yaml
    Brief: {only: [id, nick], exclude: [email]}
    ```

    ## Use instead
    ```yaml
    Brief: {only: [id, nick]}
    ```
    """
    for model in view.specs.models.values():
        for name, variant in model.spec.variants.items():
            if variant.only is not None and variant.exclude is not None:
                place = model.place.at("variants", name)
                yield Finding(
                    f"variant `{name}` says both `only` and `exclude`",
                    place.at("exclude"),
                    key=True,
                    help="keep one of the two",
                    related=((place.at("only"), "`only` stands here"),),
                )


RULE = CheckRule("SPEC214", "only-and-exclude", only_and_exclude)
