"""SPEC215 `unknown-base`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.cycles import around, cycles
from framework.check.names import shown
from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View
    from framework.spec import Declared, ModelSpec


def unknown_base(view: View) -> Iterator[Finding]:
    """Find variants that extend what is no other variant of their model.

    ## Why is this bad?
    A variant begins with the fields of the one that it extends; a chain that ends nowhere, or in
    itself, begins with nothing.

    ## Example
    ```yaml
    variants: {Read: {}, Brief: {extends: Raed, only: [id]}}
    ```

    ## Use instead
    ```yaml
    variants: {Read: {}, Brief: {extends: Read, only: [id]}}
    ```
    """
    for model in view.specs.models.values():
        graph = {n: [v.extends] for n, v in model.spec.variants.items() if v.extends is not None}
        for name, (base,) in graph.items():
            if base not in model.spec.variants:
                yield Finding(
                    f"unknown variant `{shown(base)}` for model `{model.name}`",
                    model.place.at("variants", name, "extends"),
                    near=(base, [v for v in model.spec.variants if v != name]),
                )
        yield from _circles(model, graph)


def _circles(model: Declared[ModelSpec], graph: dict[str, list[str]]) -> Iterator[Finding]:
    for circle in cycles(graph):
        yield Finding(
            f"variant `{circle[0]}` extends itself: {around(circle)}",
            model.place.at("variants", circle[0], "extends"),
            help="remove one of these `extends`",
        )


RULE = CheckRule("SPEC215", "unknown-base", unknown_base)
