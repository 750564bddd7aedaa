"""SPEC201 `unknown-type`."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from framework.check.basis import WORDS
from framework.check.names import shown
from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


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
    for use, named in view.naming(lambda named: view.is_unknown(named.name)):
        if specs.knows_type(named.name):
            continue  # and broken, as was said
        place, part = use.name(named)
        yield Finding(
            f"unknown type `{shown(named.name)}`",
            place,
            part=part,
            near=(named.name, chain(specs.models, specs.enums, specs.unions, sorted(WORDS))),
            help="declare it in `specs/models/`, or use a type of the language",
        )


RULE = CheckRule("SPEC201", "unknown-type", unknown_type)
