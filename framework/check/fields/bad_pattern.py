"""SPEC250 `bad-pattern`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.patterns import fault_of
from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


def bad_pattern(view: View) -> Iterator[Finding]:
    """Find patterns that are no regular expression, or mean different things to different engines.

    ## Why is this bad?
    A pattern is read by Rust's engine in the service, by ECMA 262 in browsers and by Python in
    tests. Look-around and back-references run in exponential time, and not everywhere.

    ## Example
    ```yaml
    slug: {type: string, pattern: "^(?!admin)[a-z]+$"}
    ```

    ## Use instead
    ```yaml
    slug: {type: string, pattern: "^[a-z]+$"}
    ```
    """
    for field in view.having("pattern"):
        reason = fault_of(field.keys.pattern) if field.keys.pattern is not None else None
        if reason:
            yield Finding(
                f"`pattern` of `{field.name}` cannot be used: {reason}",
                field.place.at("pattern"),
                help="write it as RE2 has it: no look-around, no back-references",
            )


RULE = CheckRule("SPEC250", "bad-pattern", bad_pattern)
