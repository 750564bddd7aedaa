"""SPEC206 `field-names-alike`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.rule import CheckRule, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.uses import FieldUse
    from framework.check.view import View


def field_names_alike(view: View) -> Iterator[Finding]:
    """Find fields of one model whose names, in Python or on the wire, differ in case only.

    ## Why is this bad?
    Clients in other languages, databases and people do not tell `userId` from `userID`.

    ## Example
    ```yaml
    fields: {userId: int, userID: int}
    ```

    ## Use instead
    ```yaml
    fields: {user_id: {type: int, external: true}, account_id: {type: int, external: true}}
    ```
    """
    for model in view.specs.models.values():
        mixed = bool(model.spec.mixins)
        entries = view.fields_of(model.name) if mixed else model.spec.fields
        folded = {name.lower() for name in entries}
        aliased = mixed or any(keys.alias is not None for keys in model.spec.fields.values())
        if aliased or len(folded) < len(entries):
            yield from _alike(view, model.name)


def _alike(view: View, model: str) -> Iterator[Finding]:
    taken: dict[tuple[str, str], FieldUse] = {}
    for entry in view.fields_of(model).values():
        names = (("Python", entry.name), ("JSON", entry.keys.alias or entry.name))
        for where, name in names:
            first = taken.setdefault((where, name.lower()), entry)
            if first is not entry:
                yield Finding(
                    f"fields `{first.name}` and `{entry.name}` are alike in {where} but for case",
                    entry.place,
                    key=True,
                    help=f"rename one of them, or give `{entry.name}` an `alias` of its own",
                    related=((first.place, f"`{first.name}` stands here"),),
                )
                break


RULE = CheckRule("SPEC206", "field-names-alike", field_names_alike)
