"""Tell whether the discriminator of a union tells its members apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.basis import is_nullable, refers

if TYPE_CHECKING:
    from framework.check.uses import FieldUse
    from framework.check.view import View
    from framework.spec import Declared, UnionSpec
    from framework.syntax import TypeExpr


def fault_of(
    view: View, union: Declared[UnionSpec], member: TypeExpr, taken: dict[object, str]
) -> tuple[str, FieldUse | None] | None:
    """Return why `member` cannot be told from the others, and the field that is to blame.

    `taken` maps the values of the members so far to their names; this one's is added.
    """
    entry = view.fields_of(member.name).get(union.spec.discriminator)
    if refers(member):
        return None
    if entry is None:
        return "it has no such field", None
    keys = entry.keys
    if keys.const is None or keys.alias is not None:
        return "the field " + ("is no `const`" if keys.const is None else "has an `alias`"), entry
    if keys.optional or keys.readonly or keys.writeonly or keys.immutable or is_nullable(keys):
        return "the field may be absent or null", entry
    return _clash(view, member, entry, taken)


def _clash(
    view: View, member: TypeExpr, entry: FieldUse, taken: dict[object, str]
) -> tuple[str, FieldUse] | None:
    keys = entry.keys
    for variant in view.variants_of(member.name):
        if member.member in {None, variant.name} and not variant.requires(entry.name):
            return f"`{variant.model}.{variant.name}` may lack the field", entry
    first = taken.setdefault(keys.const, str(member))
    return None if first == str(member) else (f"`{first}` has the same value", entry)
