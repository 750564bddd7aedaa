"""SPEC325 `duplicate-entry`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.lists import lists
from framework.check.names import shown
from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


def duplicate_entry(view: View) -> Iterator[Finding]:
    """Find names that are listed twice in one list.

    ## Why is this bad?
    The second one does nothing; most often another name was meant.

    ## Example
    ```yaml
    errors: [user_not_found, user_not_found]
    ```

    ## Use instead
    ```yaml
    errors: [user_not_found, email_taken]
    ```
    """
    for names, place in lists(view):
        if len(names) > 1 and len(set(names)) < len(names):
            seen: dict[str, int] = {}
            for index, name in enumerate(names):
                first = seen.setdefault(name, index)
                if first != index:
                    yield Finding(
                        f"`{shown(name)}` is listed twice",
                        place.at(index),
                        help="remove it",
                        related=((place.at(first), "first listed here"),),
                        void=True,
                    )


RULE = CheckRule("SPEC325", "duplicate-entry", duplicate_entry)
