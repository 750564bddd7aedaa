"""Find out which variant a bare model name means in each place where one stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.uses import Role, type_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.uses import TypeUse
    from framework.check.view import View
    from framework.spec import FieldKeys
    from framework.syntax import TypeExpr


def asking(view: View) -> Iterator[TypeUse]:
    """Yield each type that names something with variants, once for each variant it asks for.

    A field is asked for in every variant that keeps it: inside `Create` it means the `Create` of
    what it names.
    """
    needing = _needing(view)
    for use in view.payloads:
        if _needs(use.type, needing):
            yield use
    for variant in view.variants:
        for entry in variant.kept.values():
            keys: FieldKeys | None = entry.keys
            place = entry.place
            while keys is not None:
                if keys.type is not None and _needs(keys.type, needing):
                    yield type_of(keys, place, Role.FIELD, variant.asks)
                keys = keys.items
                place = place if keys is None else place.at("items")


def _needing(view: View) -> set[str]:
    models = {model.name for model in view.specs.models.values() if model.spec.variants}
    unions = view.specs.unions.values()
    return models | {u.name for u in unions if any(of.name in models for of in u.spec.of)}


def _needs(type_: TypeExpr, needing: set[str]) -> bool:
    return type_.name in needing or any(_needs(inner, needing) for inner in type_.arguments)
