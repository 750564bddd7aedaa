"""SPEC224 `union-discriminator`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.basis import is_nullable, refers
from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View
    from framework.spec import Declared, FieldEntry, UnionSpec
    from framework.syntax import TypeExpr


def union_discriminator(view: View) -> Iterator[Finding]:
    """Find members of a union that its discriminator does not tell apart.

    ## Why is this bad?
    Each member says with a `const` of its own which one it is. Without it a reader would have to
    try them all, and two that match would be told apart by their order.

    ## Example
    ```yaml
    EmailChannel: {fields: {kind: string, address: email}}
    ```

    ## Use instead
    ```yaml
    EmailChannel: {fields: {kind: {const: email}, address: email}}
    ```
    """
    for union in view.specs.unions.values():
        taken: dict[object, str] = {}
        for index, member in enumerate(union.spec.of):
            fault = _fault(view, union, member, taken) if view.is_whole(member.name) else None
            if fault:
                reason, entry = fault
                yield Finding(
                    f"`{union.spec.discriminator}` does not tell `{member}` apart: {reason}",
                    union.place.at("of", index),
                    help=f"give each member a `{union.spec.discriminator}: {{const: ...}}`",
                    related=((entry.place, "the field stands here"),) if entry else (),
                )


def _fault(
    view: View, union: Declared[UnionSpec], member: TypeExpr, taken: dict[object, str]
) -> tuple[str, FieldEntry | None] | None:
    entry = view.fields_of(member.name).get(union.spec.discriminator)
    if refers(member):
        return None
    if entry is None:
        return "it has no such field", None
    keys = entry.keys
    if keys.const is None or keys.alias is not None:
        return "the field is no `const`, or has an `alias`", entry
    if keys.optional or keys.readonly or keys.writeonly or keys.immutable or is_nullable(keys):
        return "the field may be absent or null", entry
    return _clash(view, member, entry, taken)


def _clash(
    view: View, member: TypeExpr, entry: FieldEntry, taken: dict[object, str]
) -> tuple[str, FieldEntry] | None:
    keys = entry.keys
    for variant in view.variants_of(member.name):
        if member.member in {None, variant.name} and not variant.requires(entry.name):
            return f"`{variant.model}.{variant.name}` may lack the field", entry
    first = taken.setdefault(keys.const, str(member))
    return None if first == str(member) else (f"`{first}` has the same value", entry)


RULE = CheckRule("SPEC224", "union-discriminator", union_discriminator)
