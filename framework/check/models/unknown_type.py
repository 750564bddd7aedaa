"""SPEC201 `unknown-type`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.names import shown
from framework.check.nearest import nearest
from framework.check.rule import CheckRule, Finding
from framework.spec import CONTAINERS, SCALARS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View

_WORDS = SCALARS | CONTAINERS


def unknown_type(view: View) -> Iterator[Finding]:
    """Find types that no spec declares.

    ## Why is this bad?
    A dangling name would surface as an `ImportError` in generated code, far from the line that
    caused it.

    ## Example
    ```yaml
    friends: "list[Usr.Read]"
    ```

    ## Use instead
    ```yaml
    friends: "list[User.Read]"
    ```
    """
    specs = view.specs
    for use in view.types:
        if use.type.name in _WORDS and not use.type.arguments:
            continue
        for named in use.type.walk():
            if named.name in _WORDS or specs.knows_type(named.name):
                continue
            declared = [*specs.models, *specs.enums, *specs.unions, *sorted(_WORDS)]
            meant = nearest(named.name, declared)
            place, part = use.name(named)
            yield Finding(
                f"unknown type `{shown(named.name)}`",
                place,
                part=part,
                help=f"did you mean `{meant}`?"
                if meant
                else "declare it in `specs/models/`, or use a type of the language",
            )


RULE = CheckRule("SPEC201", "unknown-type", unknown_type)
