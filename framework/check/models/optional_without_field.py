"""SPEC217 `optional-without-field`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.rule import CheckRule, Finding
from framework.spec import CREATE, UPDATE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.variants import Variant
    from framework.check.view import View


def optional_without_field(view: View) -> Iterator[Finding]:
    """Find `optional` entries for fields that the variant does not have.

    ## Why is this bad?
    It promises a field that clients cannot send. (An `immutable` one in `Update` is void.)

    ## Example
    ```yaml
    fields: {id: {type: int, readonly: true}, nick: string}
    variants: {Update: {optional: [id]}}
    ```

    ## Use instead
    ```yaml
    variants: {Update: {optional: [nick]}}
    ```
    """
    for variant in view.variants:
        optional = variant.chain[0].optional if variant.chain else "all"
        for index, name in enumerate(optional if variant.is_sound and optional != "all" else ()):
            reason = _reason(variant, name) if name in variant.fields else None
            if reason:
                yield Finding(
                    f"variant `{variant.name}` has no field `{name}` to make optional",
                    variant.place.at("optional", index),
                    help="remove it from `optional`",
                    void=True,
                    notes=(reason,),
                    related=((variant.fields[name].place, f"`{name}` is declared here"),),
                )


def _reason(variant: Variant, name: str) -> str | None:
    keys = variant.fields[name].keys
    if name not in variant.chosen:
        return f"`{name}` is left out by `only` or `exclude`"
    if name in variant.kept or (keys.immutable and variant.row == UPDATE and not keys.readonly):
        return None
    why = "readonly" if variant.row in {CREATE, UPDATE} else "writeonly"
    return f"`{name}` is {why}, which leaves it out of {variant.row}"


RULE = CheckRule("SPEC217", "optional-without-field", optional_without_field)
