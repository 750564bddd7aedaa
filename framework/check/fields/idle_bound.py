"""SPEC256 `idle-bound`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


def idle_bound(view: View) -> Iterator[Finding]:
    """Find fields with two lower bounds or two upper ones.

    ## Why is this bad?
    The wider one has no effect. Whoever changes it later sees nothing change.

    ## Example
    ```yaml
    age: {type: int, ge: 0, gt: 17}
    ```

    ## Use instead
    ```yaml
    age: {type: int, gt: 17}
    ```
    """
    for field in view.having("gt", "lt"):
        for closed, opened in (("ge", "gt"), ("le", "lt")):
            both = (getattr(field.keys, closed), getattr(field.keys, opened))
            if None not in both:
                yield Finding(
                    f"`{opened}` of `{field.name}` stands beside `{closed}`: one has no effect",
                    field.place.at(opened),
                    key=True,
                    help="keep the one that is meant",
                    related=((field.place.at(closed), f"`{closed}` stands here"),),
                )


RULE = CheckRule("SPEC256", "idle-bound", idle_bound)
