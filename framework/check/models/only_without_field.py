"""SPEC229 `only-without-field`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.rule import CheckRule, Finding
from framework.spec import CREATE, UPDATE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.variants import Variant
    from framework.check.view import View


def only_without_field(view: View) -> Iterator[Finding]:
    """Find variants that list a field under `only` and do not get it.

    ## Why is this bad?
    `Create` and `Update` have no readonly fields, the others no writeonly ones, and what extends a
    variant has no more than that one. The list promises a field that is not there.

    ## Example
    ```yaml
    Read: {only: [id, password]}        # password: {type: string, writeonly: true}
    ```

    ## Use instead
    ```yaml
    Read: {only: [id]}
    ```
    """
    for variant in view.variants:
        only = variant.chain[0].only if variant.chain and variant.is_sound else None
        for index, name in enumerate(only or ()):
            if name in variant.fields and name not in variant.kept:
                yield Finding(
                    f"variant `{variant.name}` does not get field `{name}`: {_why(variant, name)}",
                    variant.place.at("only", index),
                    help="remove it from `only`",
                    related=((variant.fields[name].place, f"`{name}` is declared here"),),
                )


def _why(variant: Variant, name: str) -> str:
    if name not in variant.chosen:
        return f"`{variant.chain[0].extends}` does not have it"
    if variant.row not in {CREATE, UPDATE}:
        return "it is writeonly"
    return "it is readonly" if variant.fields[name].keys.readonly else "it is immutable"


RULE = CheckRule("SPEC229", "only-without-field", only_without_field)
