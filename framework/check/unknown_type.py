"""SPEC201 `unknown-type`."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from framework.check.rule import CheckRule, Finding
from framework.check.uses import type_uses
from framework.spec import CONTAINERS, SCALARS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.spec import SpecSet


def unknown_type(specs: SpecSet) -> Iterator[Finding]:
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
    declared = [*specs.models, *specs.enums, *specs.unions]
    for use in type_uses(specs):
        for named in use.type.walk():
            if named.name in SCALARS | CONTAINERS or specs.knows_type(named.name):
                continue
            nearest = get_close_matches(named.name, [*declared, *SCALARS, *CONTAINERS], n=1)
            place, part = use.name(named)
            yield Finding(
                f"unknown type `{named.name}`",
                place,
                part=part,
                help=f"did you mean `{nearest[0]}`?" if nearest else None,
            )


RULE = CheckRule("SPEC201", "unknown-type", unknown_type)
