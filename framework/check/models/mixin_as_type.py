"""SPEC209 `mixin-as-type`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


def mixin_as_type(view: View) -> Iterator[Finding]:
    """Find types that name a mixin.

    ## Why is this bad?
    A mixin only lends its fields; it compiles to no class, so no value can be one.

    ## Example
    ```yaml
    models:
      Timestamps: {mixin: true, fields: {created_at: datetime}}
      User: {fields: {times: Timestamps}}
    ```

    ## Use instead
    ```yaml
    models:
      Timestamps: {mixin: true, fields: {created_at: datetime}}
      User: {mixins: [Timestamps], fields: {id: int}}
    ```
    """
    mixins = {model.name: model for model in view.specs.models.values() if model.spec.mixin}
    for use, named in view.naming(lambda named: named.name in mixins) if mixins else ():
        place, part = use.name(named)
        yield Finding(
            f"mixin `{named.name}` is used as a type",
            place,
            part=part,
            help=f"list it under `mixins`, or remove `mixin: true` from `{named.name}`",
            related=((mixins[named.name].place, f"`{named.name}` is declared here"),),
        )


RULE = CheckRule("SPEC209", "mixin-as-type", mixin_as_type)
