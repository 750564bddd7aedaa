"""SPEC220 `unknown-reference`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.basis import refers, target_of
from framework.check.names import shown
from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


def unknown_reference(view: View) -> Iterator[Finding]:
    """Find references to fields that their model does not have.

    ## Why is this bad?
    `User.id` takes its type and bounds from that field; without it there is no type.

    ## Example
    ```yaml
    params: {user_id: User.key}
    ```

    ## Use instead
    ```yaml
    params: {user_id: User.id}
    ```
    """
    for use, named in view.members:
        if use.apart or not refers(named) or not view.is_whole(named.name):
            continue
        if target_of(view, named) is None:
            place, part = use.member(named)
            yield Finding(
                f"unknown field `{shown(named.member or '')}` of model `{named.name}`",
                place,
                part=part,
                near=(named.member or "", view.fields_of(named.name)),
            )


RULE = CheckRule("SPEC220", "unknown-reference", unknown_reference)
