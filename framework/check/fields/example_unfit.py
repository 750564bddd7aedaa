"""SPEC252 `example-unfit`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.fitting import unfit, where
from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


def example_unfit(view: View) -> Iterator[Finding]:
    """Find examples that their own field would refuse.

    ## Why is this bad?
    People copy examples, and tools send them.

    ## Example
    ```yaml
    email: {type: email, example: ada}
    ```

    ## Use instead
    ```yaml
    email: {type: email, example: ada@example.com}
    ```
    """
    for field in view.having("example"):
        reason = unfit(view, field.keys, field.keys.example)
        if reason:
            yield Finding(
                f"the example of `{field.name}` {reason}",
                field.place.at("example", *where(view, field.keys, field.keys.example)),
                help="write a value that the field accepts",
            )


RULE = CheckRule("SPEC252", "example-unfit", example_unfit)
