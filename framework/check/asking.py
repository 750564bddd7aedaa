"""Find out which variant a bare model name means in each place where one stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.uses import elements_of, type_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.uses import TypeUse
    from framework.check.view import View
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
        for field in variant.kept.values():
            if field.keys.type is not None and _needs(field.keys.type, needing):
                yield type_of(field, variant.asks)
            for inner in elements_of(field) if field.keys.items else ():
                if inner.keys.type is not None and _needs(inner.keys.type, needing):
                    yield type_of(inner, variant.asks)


def _needing(view: View) -> set[str]:
    models = {model.name for model in view.specs.models.values() if model.spec.variants}
    unions = view.specs.unions.values()
    return models | {u.name for u in unions if any(of.name in models for of in u.spec.of)}


def _needs(type_: TypeExpr, needing: set[str]) -> bool:
    if type_.name in needing and type_.member is None:
        return True
    return bool(type_.arguments) and any(_needs(inner, needing) for inner in type_.arguments)
