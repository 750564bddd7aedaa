"""SPEC212 `field-twice`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View
    from framework.spec import Declared, ModelSpec, Place


def field_twice(view: View) -> Iterator[Finding]:
    """Find fields that a model gets twice: from two mixins, or from a mixin and itself.

    ## Why is this bad?
    Which of the two declarations holds would depend on an order that a reader does not see.

    ## Example
    ```yaml
    Visit: {mixins: [Dated], fields: {at: date}}    # Dated: {fields: {at: datetime}}
    ```

    ## Use instead
    ```yaml
    Visit: {mixins: [Dated], fields: {day: date}}
    ```
    """
    for model in view.specs.models.values():
        yield from _twice(view, model) if model.spec.mixins else ()


def _twice(view: View, model: Declared[ModelSpec]) -> Iterator[Finding]:
    taken: dict[str, Place] = {}
    for name in dict.fromkeys(model.spec.mixins):
        if model.name in view.parts_of(name):
            continue
        brought = view.fields_of(name)
        double = next((field for field in brought if field in taken), None)
        if double:
            place = model.place.at("mixins", model.spec.mixins.index(name))
            yield _finding(f"mixin `{name}` brings", double, place, taken, key=False)
        taken = {field: entry.place for field, entry in brought.items()} | taken
    for field in model.spec.fields:
        if field in taken:
            place = model.place.at("fields", field)
            yield _finding(f"`{model.name}` declares", field, place, taken, key=True)


def _finding(who: str, field: str, place: Place, taken: dict[str, Place], *, key: bool) -> Finding:
    said = f"{who} field `{field}`, which a mixin has brought already"
    help_ = "rename one of the two, or leave one of the mixins out"
    related = ((taken[field], f"`{field}` comes from here"),)
    return Finding(said, place, key, help=help_, related=related)


RULE = CheckRule("SPEC212", "field-twice", field_twice)
