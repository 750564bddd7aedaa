"""SPEC243 `contradictory-keys`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.basis import is_nullable
from framework.check.rule import CheckRule, Finding
from framework.spec.words import BOUNDS, COUNTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.uses import FieldUse
    from framework.check.view import View

_NARROWING = frozenset(BOUNDS) - frozenset(COUNTS)


def contradictory_keys(view: View) -> Iterator[Finding]:
    """Find keys of one field that exclude each other, or say the same thing twice.

    ## Why is this bad?
    A field that is `optional` has no value where it is absent, one with a `default` always has;
    one that is `readonly` and `writeonly` is in no variant. Of two spellings one is enough.

    ## Example
    ```yaml
    nick: {type: string, optional: true, default: anonymous}
    ```

    ## Use instead
    ```yaml
    nick: {type: string, default: anonymous}
    ```
    """
    for field in view.having("nullable", "optional", "readonly", "on_delete", "items"):
        for key, reason, help_ in _faults(field):
            said = f"`{key}` of `{field.name}` {reason}"
            yield Finding(said, field.place.at(key), key=True, help=help_, void=key == "nullable")


def _faults(field: FieldUse) -> Iterator[tuple[str, str, str]]:
    keys = field.keys
    if keys.has("nullable") and keys.type and keys.type.nullable:
        yield "nullable", f"repeats what `{keys.type}` says", "keep one of the two"
    if keys.nullable and keys.type and keys.type.name == "json":
        yield "nullable", "says what `json` includes already", "remove it"
    if keys.optional and keys.has("default"):
        yield "default", "is never used: the field is `optional`", "keep one of the two"
    if keys.readonly and keys.writeonly:
        yield "writeonly", "contradicts `readonly`", "keep one of the two"
    if keys.on_delete == "set_null" and not is_nullable(keys):
        yield "on_delete", "needs a field that may be null", "add `nullable: true`"
    said = keys.type is not None and bool(keys.type.arguments)
    if said and keys.items and not keys.items.model_fields_set <= _NARROWING:
        yield "items", f"contradicts `{keys.type}`", "write `type: list`, or only bounds here"


RULE = CheckRule("SPEC243", "contradictory-keys", contradictory_keys)
