"""Resolve models, enums, unions and references, file by file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from framework.contract import names
from framework.contract.models import (
    EnumMember,
    EnumType,
    Field,
    Model,
    ModelModule,
    Reference,
    Union,
)
from framework.contract.resolve.extensions import extensions_of
from framework.contract.resolve.fields import field_of, resolve_field
from framework.contract.resolve.references import referenced
from framework.contract.resolve.types import is_nullable
from framework.contract.types import Kind, Named, Nullable
from framework.project import module_stem
from framework.spec import CREATE, READ, UPDATE, fields_of, project, variants_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.contract.resolve.types import Types
    from framework.spec import Declared, EnumSpec, ModelSpec, Projected, SpecSet, UnionSpec

Targets: TypeAlias = "set[tuple[str, str]]"
"""The (model, field) pairs that other specs refer to."""


def resolve_modules(specs: SpecSet, types: Types) -> tuple[ModelModule, ...]:
    """Return a module for each file of models that declares something, sorted by stem."""
    files: dict[str, _File] = {}
    for model in specs.models.values():
        files.setdefault(model.place.document.path, _File()).models.append(model)
    for enum in specs.enums.values():
        files.setdefault(enum.place.document.path, _File()).enums.append(enum)
    for union in specs.unions.values():
        files.setdefault(union.place.document.path, _File()).unions.append(union)
    targets = referenced(specs)
    modules = (_module(specs, types, path, file, targets) for path, file in files.items())
    return tuple(sorted(modules, key=lambda module: module.stem))


@dataclass(slots=True)
class _File:
    """What one file declares."""

    models: list[Declared[ModelSpec]] = field(default_factory=list["Declared[ModelSpec]"])
    enums: list[Declared[EnumSpec]] = field(default_factory=list["Declared[EnumSpec]"])
    unions: list[Declared[UnionSpec]] = field(default_factory=list["Declared[UnionSpec]"])


def _module(specs: SpecSet, types: Types, path: str, file: _File, targets: Targets) -> ModelModule:
    stem = module_stem(path)
    return ModelModule(
        stem=stem,
        home=types.home_of_stem(stem),
        origin=path,
        references=tuple(_references(specs, types, file.models, targets)),
        enums=tuple(_enum(types, enum) for enum in file.enums),
        models=tuple(
            model
            for declared in file.models
            for model in _variants(specs, types, declared, targets)
        ),
        unions=tuple(u for declared in file.unions for u in _unions(specs, types, declared)),
    )


def _references(
    specs: SpecSet,
    types: Types,
    models: list[Declared[ModelSpec]],
    targets: Targets,
) -> Iterator[Reference]:
    for model in models:
        for name, keys in fields_of(specs, model.name):
            if (model.name, name) in targets:
                alias = names.reference(model.name, name)
                target = f"{model.name}.{name}"
                yield Reference(alias, types.of_keys(keys), target, types.home(model.name))


def _variants(
    specs: SpecSet, types: Types, declared: Declared[ModelSpec], targets: Targets
) -> Iterator[Model]:
    if declared.spec.mixin:
        return
    for variant in variants_of(declared.spec):
        place = types.place_variant(declared.name, variant)
        said = declared.spec.variants.get(variant)
        yield Model(
            id=f"model:{declared.name}.{variant}" if variant else f"model:{declared.name}",
            name=names.model_class(declared.name, variant),
            component=names.component(declared.name, variant),
            description=(said and said.description) or declared.spec.description or "",
            fields=tuple(
                _field(types, declared.name, projected, place, targets)
                for projected in project(specs, declared.name, variant)
            ),
            module=types.home(declared.name),
            extensions=extensions_of(declared.spec, said),
        )


def _field(types: Types, model: str, projected: Projected, place: str, targets: Targets) -> Field:
    name, keys = projected.name, projected.keys
    if (model, name) not in targets:
        return resolve_field(types, name, keys, projected.presence, place)
    alias = Named(Kind.REFERENCE, names.reference(model, name), types.home(model))
    own = Nullable(alias) if is_nullable(keys) else alias
    return field_of(name, keys, own, projected.presence)


def _enum(types: Types, declared: Declared[EnumSpec]) -> EnumType:
    said = declared.spec.values
    texts = said if isinstance(said, dict) else dict.fromkeys(said)
    return EnumType(
        name=declared.name,
        description=declared.spec.description or "",
        members=tuple(
            EnumMember(name, value, text or "")
            for name, (value, text) in zip(names.members(list(texts)), texts.items(), strict=True)
        ),
        module=types.home(declared.name),
        extensions=extensions_of(declared.spec),
    )


def _unions(specs: SpecSet, types: Types, declared: Declared[UnionSpec]) -> Iterator[Union]:
    for variant in _union_variants(specs, types, declared):
        members = tuple(types.named(member, variant) for member in declared.spec.of)
        yield Union(
            name=types.union_class(declared.name, variant),
            description=declared.spec.description or "",
            discriminator=declared.spec.discriminator,
            members=members,
            tags=tuple(
                _tag(specs, member.name, declared.spec.discriminator) for member in declared.spec.of
            ),
            module=types.home(declared.name),
            extensions=extensions_of(declared.spec),
        )


def _union_variants(specs: SpecSet, types: Types, declared: Declared[UnionSpec]) -> tuple[str, ...]:
    """Return the places for which the union compiles: those that every bare member has."""
    if types.union_class(declared.name, READ) == declared.name:
        return (READ,)
    bare = [specs.models[m.name].spec.variants for m in declared.spec.of if m.member is None]
    return tuple(
        variant
        for variant in (CREATE, UPDATE, READ)
        if all(variant in variants or not variants for variants in bare)
    )


def _tag(specs: SpecSet, model: str, discriminator: str) -> str | int | bool:
    keys = next(keys for name, keys in fields_of(specs, model) if name == discriminator)
    return "" if keys.const is None else keys.const
