"""SPEC208 `unknown-mixin`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.names import shown
from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


def unknown_mixin(view: View) -> Iterator[Finding]:
    """Find entries of `mixins` that are no mixin.

    ## Why is this bad?
    A mixin gives its fields to models. A name that is declared nowhere gives nothing, and a model
    that is a type of its own says with `mixin: true` if it wants to be one.

    ## Example
    ```yaml
    User: {mixins: [Timestamp], fields: {id: int}}
    ```

    ## Use instead
    ```yaml
    User: {mixins: [Timestamps], fields: {id: int}}
    ```
    """
    models = view.specs.models
    for model in models.values():
        for index, name in enumerate(model.spec.mixins):
            place = model.place.at("mixins", index)
            found = models.get(name)
            if found is not None and not found.spec.mixin:
                yield Finding(
                    f"`{name}` is a model, not a mixin",
                    place,
                    help=f"say `mixin: true` in `{name}`, or make a field of that type",
                    related=((found.place, f"`{name}` is declared here"),),
                )
            elif found is None and not view.specs.may_be_broken("type", name, "models"):
                mixins = [known.name for known in models.values() if known.spec.mixin]
                yield Finding(f"unknown mixin `{shown(name)}`", place, near=(name, mixins))


RULE = CheckRule("SPEC208", "unknown-mixin", unknown_mixin)
