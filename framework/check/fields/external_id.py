"""SPEC253 `external-id`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.basis import refers
from framework.check.rule import CheckRule, Finding
from framework.check.uses import Role
from framework.spec.fixes import added

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View

_IDS = frozenset({"int", "int32", "int64", "uuid", "string"})


def external_id(view: View) -> Iterator[Finding]:
    """Find fields named `..._id` that neither refer to a field nor say `external: true`.

    ## Why is this bad?
    An id points at something. What it points at becomes a link in the OpenAPI document and a
    foreign key in storage; if that is outside of this system, the spec says so.

    ## Example
    ```yaml
    Post: {fields: {author_id: int}}
    ```

    ## Use instead
    ```yaml
    Post: {fields: {author_id: User.id}}
    ```
    """
    models = {model.lower(): model for model in view.specs.models}
    for field in view.fields:
        if not field.name.endswith("_id") or field.role is not Role.FIELD or field.element:
            continue
        type_ = field.keys.type
        if type_ is None or type_.name not in _IDS or field.keys.external or refers(type_):
            continue
        target = models.get(field.name.removesuffix("_id").replace("_", ""), "Model")
        yield Finding(
            f"`{field.name}` refers to nothing",
            field.place,
            key=True,
            help=f"write the field it refers to, such as `{target}.id`, or `external: true`",
            fix=added(field.place, "external", "true") if target == "Model" else None,
        )


RULE = CheckRule("SPEC253", "external-id", external_id)
