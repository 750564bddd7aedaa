"""SPEC245 `enum-values`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.names import shown
from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View
    from framework.spec import Place


def enum_values(view: View) -> Iterator[Finding]:
    """Find `values` that are none, empty, repeated, or of another type than text.

    ## Why is this bad?
    Without values nothing is admitted, and an empty text is what forms send for "nothing".

    ## Example
    ```yaml
    Role: {values: [admin, "", admin]}
    ```

    ## Use instead
    ```yaml
    Role: {values: [admin, member]}
    ```
    """
    for enum in view.specs.enums.values():
        yield from _faults(enum.spec.values, enum.place.at("values"))
    for field in view.having("values"):
        values, type_ = field.keys.values, field.keys.type
        if values is not None:
            yield from _faults(values, field.place.at("values"))
        if type_ is not None and type_.name != "string" and not view.is_unknown(type_.name):
            said = f"`values` are texts, and `{field.name}` is of type `{type_}`"
            yield Finding(said, field.place.at("type"), help="remove `type`", void=True)


def _faults(values: list[str] | dict[str, str | None], place: Place) -> Iterator[Finding]:
    if not values:
        yield Finding("`values` is empty", place, key=True, help="write the values")
    seen: dict[str, Place] = {}
    for index, value in enumerate(values):
        at = place.at(value if (named := isinstance(values, dict)) else index)
        if not value:
            yield Finding("a value is empty", at, key=named, help="write a text, or remove it")
        elif value in seen:
            at_first = ((seen[value], "the first one"),)
            said = f"value `{shown(value)}` is repeated"
            yield Finding(said, at, help="remove it", related=at_first, void=True)
        seen.setdefault(value, at)


RULE = CheckRule("SPEC245", "enum-values", enum_values)
