"""SPEC211 `mixin-cycle`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.cycles import MOST_SHOWN, around, cycles
from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


def mixin_cycle(view: View) -> Iterator[Finding]:
    """Find mixins that take fields from themselves, directly or through others.

    ## Why is this bad?
    The fields of such a mixin have no beginning.

    ## Example
    ```yaml
    Dated: {mixin: true, mixins: [Owned], fields: {at: datetime}}
    Owned: {mixin: true, mixins: [Dated], fields: {by: string}}
    ```

    ## Use instead
    ```yaml
    Dated: {mixin: true, fields: {at: datetime}}
    Owned: {mixin: true, mixins: [Dated], fields: {by: string}}
    ```
    """
    models = view.specs.models
    graph = {model.name: model.spec.mixins for model in models.values() if model.spec.mixins}
    for circle in cycles(graph):
        first, then, others = circle[0], circle[1 % len(circle)], circle[1:MOST_SHOWN]
        index = graph[first].index(then)
        yield Finding(
            f"mixin `{first}` takes fields from itself: {around(circle)}",
            models[first].place.at("mixins", index),
            help="remove one of these `mixins`",
            related=tuple((models[name].place, f"`{name}` takes part") for name in others),
        )


RULE = CheckRule("SPEC211", "mixin-cycle", mixin_cycle)
