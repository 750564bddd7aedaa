"""SPEC203 `type-name`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.names import is_pascal, pascal, shown
from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View
    from framework.spec import Place


def type_name(view: View) -> Iterator[Finding]:
    """Find models, enums, unions and variants that are not named in PascalCase.

    ## Why is this bad?
    They become classes. One spelling tells a type from a field everywhere, and keeps what is no
    name out of generated code.

    ## Example
    ```yaml
    models: {user_account: {fields: {id: int}}}
    ```

    ## Use instead
    ```yaml
    models: {UserAccount: {fields: {id: int}}}
    ```
    """
    for kind, name, place in _named(view):
        if not is_pascal(name):
            wanted = pascal(name)
            yield Finding(
                f"{kind} `{shown(name)}` is not named in PascalCase",
                place,
                key=True,
                help=f"name it `{wanted}`"
                if name.isascii() and is_pascal(wanted)
                else "begin with a capital, then letters and digits of ASCII",
            )


def _named(view: View) -> Iterator[tuple[str, str, Place]]:
    for enum in view.specs.enums.values():
        yield "enum", enum.name, enum.place
    for union in view.specs.unions.values():
        yield "union", union.name, union.place
    for model in view.specs.models.values():
        yield "model", model.name, model.place
        for variant in model.spec.variants:
            yield "variant", variant, model.place.at("variants", variant)


RULE = CheckRule("SPEC203", "type-name", type_name)
