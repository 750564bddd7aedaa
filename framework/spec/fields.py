"""The fields of a model with its mixins, and the table of what each variant keeps of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from framework.spec.models import VariantSpec

if TYPE_CHECKING:
    from framework.spec.models import FieldKeys, ModelSpec
    from framework.spec.place import Place
    from framework.spec.specset import SpecSet

CREATE, UPDATE, READ = "Create", "Update", "Read"
_WRITTEN = {CREATE, UPDATE}
_WHOLE = VariantSpec.model_construct()


class Presence(Enum):
    """Whether a key has to be there, and what stands for it if it is not."""

    REQUIRED = "required"
    DEFAULTED = "defaulted"
    OPTIONAL = "optional"


@dataclass(frozen=True, slots=True)
class FieldEntry:
    """A field as it is declared, with its place."""

    name: str
    keys: FieldKeys
    place: Place


@dataclass(frozen=True, slots=True)
class Projected:
    """A field as one variant has it."""

    name: str
    keys: FieldKeys
    presence: Presence


def fields_of(
    specs: SpecSet, model: str, seen: frozenset[str] = frozenset()
) -> list[tuple[str, FieldKeys]]:
    """Return the fields of `model`: its own first, then those of its mixins as they are listed.

    Unknown mixins and cycles are skipped; rules of their own report them.
    """
    declared = specs.models.get(model)
    if declared is None or model in seen:
        return []
    seen = seen | {model}
    mixed = [f for mixin in declared.spec.mixins for f in fields_of(specs, mixin, seen)]
    return [*declared.spec.fields.items(), *mixed]


def variants_of(model: ModelSpec) -> tuple[str, ...]:
    """Return the names of the variants; a model without any has the one nameless variant."""
    return tuple(model.variants) or ("",)


def project(specs: SpecSet, model: str, variant: str) -> list[Projected]:
    """Apply the variants table of the spec language to the fields of `model`."""
    chain = _chain(specs, model, variant)
    row = chain[-1][0]
    optional = {name for _, spec in chain for name in spec.optional if spec.optional != "all"}
    every = any(spec.optional == "all" for _, spec in chain)
    whole = all(spec.only is None and spec.exclude is None for _, spec in chain)
    return [
        Projected(name, keys, _presence(keys, row, optional=every or name in optional))
        for name, keys in fields_of(specs, model)
        if not _dropped(keys, row) and (whole or all(_selects(spec, name) for _, spec in chain))
    ]


def base_of(specs: SpecSet, model: str, variant: str) -> str:
    """Return the variant at the end of the `extends` chain, which decides the table's row."""
    return _chain(specs, model, variant)[-1][0]


def _selects(spec: VariantSpec, name: str) -> bool:
    """Tell whether `only` and `exclude` leave the field in."""
    return (spec.only is None or name in spec.only) and (
        spec.exclude is None or name not in spec.exclude
    )


def _dropped(keys: FieldKeys, row: str) -> bool:
    if row in _WRITTEN:
        return keys.readonly or (row == UPDATE and keys.immutable)
    return keys.writeonly and row != ""


def _presence(keys: FieldKeys, row: str, *, optional: bool) -> Presence:
    if row in {CREATE, ""} and keys.has("default"):
        return Presence.DEFAULTED
    if optional or (row != UPDATE and keys.optional):
        return Presence.OPTIONAL
    return Presence.REQUIRED


def _chain(specs: SpecSet, model: str, variant: str) -> list[tuple[str, VariantSpec]]:
    """Return the variant and those that it extends, nearest first."""
    variants = specs.models[model].spec.variants
    chain: list[tuple[str, VariantSpec]] = []
    name: str | None = variant
    while name is not None and name not in (seen for seen, _ in chain):
        spec = variants.get(name, _WHOLE)
        chain.append((name, spec))
        name = spec.extends
    return chain
