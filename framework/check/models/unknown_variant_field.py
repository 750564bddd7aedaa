"""SPEC216 `unknown-variant-field`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.names import shown
from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View
    from framework.spec import VariantSpec


def unknown_variant_field(view: View) -> Iterator[Finding]:
    """Find names in `only`, `exclude` and `optional` that are no field of the model.

    ## Why is this bad?
    `exclude: [pasword]` would publish the password.

    ## Example
    ```yaml
    User: {fields: {id: int, password: string}, variants: {Read: {exclude: [pasword]}}}
    ```

    ## Use instead
    ```yaml
    User: {fields: {id: int, password: string}, variants: {Read: {exclude: [password]}}}
    ```
    """
    for variant in view.variants:
        if not variant.chain or not view.is_whole(variant.model):
            continue
        for key, index, name in _listed(variant.chain[0]):
            if name not in variant.fields:
                yield Finding(
                    f"unknown field `{shown(name)}` of model `{variant.model}`",
                    variant.place.at(key, index),
                    near=(name, variant.fields),
                )


def _listed(spec: VariantSpec) -> Iterator[tuple[str, int, str]]:
    optional = spec.optional if isinstance(spec.optional, list) else []
    for key, names in (("only", spec.only), ("exclude", spec.exclude), ("optional", optional)):
        for index, name in enumerate(names or ()):
            yield key, index, name


RULE = CheckRule("SPEC216", "unknown-variant-field", unknown_variant_field)
