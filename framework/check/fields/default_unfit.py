"""SPEC251 `default-unfit`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.basis import basis
from framework.check.fitting import unfit, where
from framework.check.rule import CheckRule, Finding
from framework.check.uses import Role
from framework.spec.fixes import respelt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


def default_unfit(view: View) -> Iterator[Finding]:
    """Find defaults that their own field would refuse.

    ## Why is this bad?
    A client that leaves the field out would get a value that it could not have sent.

    ## Example
    ```yaml
    role: {type: Role, default: guest}      # Role: {values: [admin, member]}
    ```

    ## Use instead
    ```yaml
    role: {type: Role, default: member}
    ```
    """
    for field in view.having("default"):
        reason = unfit(view, field.keys, field.keys.default)
        if field.keys.default is None and field.role is not Role.FIELD:
            reason = "is null: what may be absent says `optional: true`"
        if reason and not field.keys.has("const"):
            yield Finding(
                f"the default of `{field.name}` {reason}",
                field.place.at("default", *where(view, field.keys, field.keys.default)),
                help="write a value that the field accepts",
                fix=respelt(field.place.at("default"), basis(view, field.keys)),
            )


RULE = CheckRule("SPEC251", "default-unfit", default_unfit)
