"""What each variant of a model keeps, cheaply and whatever is wrong with the model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from framework.spec import CREATE, READ, UPDATE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.uses import FieldUse
    from framework.check.view import View
    from framework.spec import FieldKeys, Place, VariantSpec

MOST_VARIANTS = 64
MOST_FIELDS = 1_000


@dataclass(frozen=True, slots=True, eq=False)
class Variant:
    """A variant: `row` is its row of the table, `chosen` what `only` and `exclude` leave.

    A model without variants has one that is named "". `chain` is the variant and those that it
    extends, `fields` are all of the model's, `kept` is what the table leaves of `chosen`.
    """

    model: str
    name: str
    row: str
    base: Place
    chain: tuple[VariantSpec, ...]
    fields: dict[str, FieldUse]
    chosen: dict[str, FieldUse]
    kept: dict[str, FieldUse]

    @property
    def place(self) -> Place:
        """Where it stands: that of the model, if it has no name."""
        return self.base.at("variants", self.name) if self.name else self.base

    @property
    def asks(self) -> str:
        """The variant that a bare model name means within this one."""
        return self.row if self.row in {CREATE, UPDATE} else READ

    @property
    def is_sound(self) -> bool:
        """Whether `only` and `exclude` of the chain stand apart and name nothing unknown."""
        return not any(
            (spec.only is not None and spec.exclude is not None)
            or any(name not in self.fields for name in (*(spec.only or ()), *(spec.exclude or ())))
            for spec in self.chain
        )

    def requires(self, field: str) -> bool:
        """Tell whether a value of this variant always has `field`."""
        entry = self.kept.get(field)
        return entry is not None and not (entry.keys.optional or self.makes_optional(field))

    def makes_optional(self, field: str) -> bool:
        """Tell whether an `optional` of the chain names `field`, or all."""
        return any(spec.optional == "all" or field in spec.optional for spec in self.chain)


def variants(view: View) -> Iterator[Variant]:
    """Yield the variants of all models; mixins have none.

    Of a model with more than `MOST_VARIANTS` or `MOST_FIELDS`, none: a rule refuses it.
    """
    for model in view.specs.models.values():
        fields = view.fields_of(model.name)
        too_many = len(model.spec.variants) > MOST_VARIANTS or len(fields) > MOST_FIELDS
        if model.spec.mixin or too_many:
            continue
        if not model.spec.variants:
            yield Variant(model.name, "", "", model.place, (), fields, fields, fields)
        for name in model.spec.variants:
            row, chain = _chain(model.spec.variants, name)
            chosen = _chosen(chain, fields)
            kept = {n: field for n, field in chosen.items() if keeps(row, field.keys)}
            yield Variant(model.name, name, row, model.place, chain, fields, chosen, kept)


def keeps(row: str, keys: FieldKeys) -> bool:
    """Apply the table of the spec language: tell whether a row keeps a field."""
    if row == CREATE:
        return not keys.readonly
    if row == UPDATE:
        return not keys.readonly and not keys.immutable
    return not keys.writeonly


def _chain(variants: dict[str, VariantSpec], name: str) -> tuple[str, tuple[VariantSpec, ...]]:
    found = {name: variants[name]}
    while (base := found[name].extends) in variants and base not in found:
        name = base
        found[name] = variants[name]
    return name, tuple(found.values())


def _chosen(chain: tuple[VariantSpec, ...], fields: dict[str, FieldUse]) -> dict[str, FieldUse]:
    if all(spec.only is None and not spec.exclude for spec in chain):
        return fields
    chosen = fields
    for spec in reversed(chain):
        only, exclude = spec.only, frozenset(spec.exclude or ())
        wanted = chosen if only is None else frozenset(only)
        chosen = {n: e for n, e in chosen.items() if n in wanted and n not in exclude}
    return chosen
