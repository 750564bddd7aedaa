"""SPEC317 `unknown-error`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.names import shown
from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


def unknown_error(view: View) -> Iterator[Finding]:
    """Find entries of `errors` that no catalogue declares.

    ## Why is this bad?
    An operation may answer only with what it lists, and clients raise it again: each error needs
    its status and its title.

    ## Example
    ```yaml
    errors: [user_not_fund]
    ```

    ## Use instead
    ```yaml
    errors: [user_not_found]
    ```
    """
    specs = view.specs
    for operation in view.operations:
        for index, name in enumerate(operation.errors):
            if name not in specs.errors and not specs.may_be_broken("error", name, "errors"):
                yield Finding(
                    f"unknown error `{shown(name)}`",
                    operation.place.at("errors", index),
                    near=(name, specs.errors),
                    help="declare it in `specs/errors/`",
                )


RULE = CheckRule("SPEC317", "unknown-error", unknown_error)
