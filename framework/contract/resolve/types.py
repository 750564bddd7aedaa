"""Resolve type expressions and the keys of fields to types."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from framework.contract import names
from framework.contract.resolve.homes import homes, stem_of
from framework.contract.types import (
    Bounds,
    Choice,
    Kind,
    Listed,
    Mapped,
    Named,
    Nullable,
    Scalar,
    named,
)
from framework.spec import CREATE, READ, SCALARS, UPDATE, base_of

if TYPE_CHECKING:
    from framework.contract.types import Type
    from framework.spec import FieldKeys, SpecSet
    from framework.syntax import TypeExpr


_BOUNDS = frozenset(Bounds.__dataclass_fields__)
_UNBOUND = {name: Scalar(name) for name in SCALARS}
_JSON = Scalar("json")


class Types:
    """Knows where each declared type lives and what a bare name means where it stands."""

    def __init__(self, specs: SpecSet) -> None:
        """Read from `specs`, which have no error."""
        self._specs = specs
        self._stems = homes(specs)
        self._homes: dict[str, str] = {}
        self._known: dict[int, Type] = {}

    def home(self, name: str) -> str:
        """Return the stem of the module that defines the type `name`."""
        found = self._homes.get(name)
        if found is None:
            found = self._homes[name] = self._stems[stem_of(self._specs, name)]
        return found

    def home_of_stem(self, stem: str) -> str:
        """Return the stem of the module that defines what the file of `stem` declares."""
        return self._stems[stem]

    def place_variant(self, model: str, variant: str) -> str:
        """Return the variant that a bare model name means inside `variant` of `model`."""
        base = base_of(self._specs, model, variant)
        return base if base in {CREATE, UPDATE} else READ

    def of_keys(self, keys: FieldKeys, variant: str = READ) -> Type:
        """Return the type of a field, without its own nullability."""
        # Most types are the same in every variant; how a model or a union is called depends on it.
        # By identity: the specs outlive this object.
        found = self._known.get(id(keys))
        if found is None:
            found = self._of_keys(keys, variant)
            if not any(n.kind is Kind.MODEL or n.kind is Kind.UNION for n in named(found)):
                self._known[id(keys)] = found
        return found

    def of_expression(self, expression: TypeExpr, variant: str = READ) -> Type:
        """Return the type that an expression spells where bare names mean `variant`."""
        type_ = self._bare(expression, variant)
        return Nullable(type_) if expression.nullable else type_

    def named(self, expression: TypeExpr, variant: str = READ) -> Named:
        """Return the declared type that an expression names."""
        return cast("Named", self._bare(expression, variant))

    def _of_keys(self, keys: FieldKeys, variant: str) -> Type:
        if keys.const is not None:
            return Choice((keys.const,))
        if keys.values is not None:
            return Choice(tuple(keys.values))
        type_ = self._keyed(cast("TypeExpr", keys.type), keys, variant)
        return type_.inner if isinstance(type_, Nullable) else type_

    def _keyed(self, expression: TypeExpr, keys: FieldKeys, variant: str) -> Type:
        counts = (keys.min_items, keys.max_items)
        if expression.name in {"list", "set"}:
            inner = expression.arguments[0] if expression.arguments else None
            item = self._item(inner, keys.items, variant)
            as_set = expression.name == "set"
            return Listed(item, *counts, unique=keys.unique or as_set, as_set=as_set)
        if expression.name == "dict":
            return Mapped(self._item(expression.arguments[1], keys.items, variant), *counts)
        return _bounded(self._bare(expression, variant), keys)

    def _item(self, inner: TypeExpr | None, keys: FieldKeys | None, variant: str) -> Type:
        if keys is None:
            return self.of_expression(cast("TypeExpr", inner), variant)
        own = keys.type or keys.values or keys.const is not None
        type_ = self.of_keys(keys, variant) if own or inner is None else None
        if type_ is None:
            type_ = self._keyed(cast("TypeExpr", inner), keys, variant)
        nullable = is_nullable(keys) or bool(inner and inner.nullable)
        return Nullable(type_) if nullable else type_

    def _bare(self, expression: TypeExpr, variant: str) -> Type:
        name, arguments = expression.name, expression.arguments
        if name in {"list", "set"}:
            as_set = name == "set"
            item = self.of_expression(arguments[0], variant)
            return Listed(item, unique=as_set, as_set=as_set)
        if name == "dict":
            return Mapped(self.of_expression(arguments[1], variant))
        if name in self._specs.models:
            return self._model(name, expression.member, variant)
        if name in self._specs.enums:
            return Named(Kind.ENUM, name, self.home(name))
        if name in self._specs.unions:
            return Named(Kind.UNION, self.union_class(name, variant), self.home(name))
        return _UNBOUND.get(name, _JSON)

    def _model(self, model: str, member: str | None, variant: str) -> Named:
        variants = self._specs.models[model].spec.variants
        if member and member not in variants:
            alias = names.reference(model, member)
            return Named(Kind.REFERENCE, alias, self.home(model))
        chosen = member or (variant if variants else "")
        return Named(Kind.MODEL, names.model_class(model, chosen), self.home(model))

    def union_class(self, union: str, variant: str) -> str:
        """Return the Python name of a union where bare names mean `variant`."""
        members = self._specs.unions[union].spec.of
        projected = any(
            m.member is None and self._specs.models[m.name].spec.variants for m in members
        )
        return names.model_class(union, variant) if projected else union


def is_nullable(keys: FieldKeys) -> bool:
    """Tell whether a field takes null, in either spelling."""
    return keys.nullable or bool(keys.type and keys.type.nullable)


def _bounded(type_: Type, keys: FieldKeys) -> Type:
    if _BOUNDS.isdisjoint(keys.model_fields_set):
        return type_
    bounds = _bounds(keys)
    match type_:
        case Nullable(inner=inner):
            return Nullable(_bounded(inner, keys))
        case Scalar(kind=kind):
            return Scalar(kind, bounds)
        case Named(kind=Kind.REFERENCE, name=name, module=module):
            return Named(Kind.REFERENCE, name, module, bounds)
        case _:
            return type_


def _bounds(keys: FieldKeys) -> Bounds:
    return Bounds(
        ge=keys.ge,
        gt=keys.gt,
        le=keys.le,
        lt=keys.lt,
        multiple_of=keys.multiple_of,
        min_length=keys.min_length,
        max_length=keys.max_length,
        pattern=keys.pattern,
        max_digits=keys.max_digits,
        decimal_places=keys.decimal_places,
    )
