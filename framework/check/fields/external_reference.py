"""SPEC257 `external-reference`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View


def external_reference(view: View) -> Iterator[Finding]:
    """Find references that say that they refer to nothing here.

    ## Why is this bad?
    `external: true` is for identifiers of other systems. `User.id` is one of this project, and
    becomes a link in the document.

    ## Example
    ```yaml
    author_id: {type: User.id, external: true}
    ```

    ## Use instead
    ```yaml
    author_id: User.id
    ```
    """
    for field in view.having("external"):
        type_ = field.keys.type
        if field.keys.external and type_ is not None and type_.name in view.specs.models:
            yield Finding(
                f"`external` of `{field.name}` contradicts the reference `{type_}`",
                field.place.at("external"),
                key=True,
                help="remove it, or write the type out",
            )


RULE = CheckRule("SPEC257", "external-reference", external_reference)
