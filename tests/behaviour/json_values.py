"""Strategies for JSON values of the contract's types: good ones, and ones with a single fault."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from hypothesis import strategies as st

from framework.contract import Choice, Kind, Listed, Mapped, Named, Nullable, Presence, Scalar
from framework.emit.document.scalars import scalar_schema
from framework.emit.references import follow, narrowed
from tests.behaviour.oracle import accepts
from tests.behaviour.samples import FREE, JUNK, samples

if TYPE_CHECKING:
    from framework.contract import Contract, Field, Model, Type

Strategy = st.SearchStrategy[object]
Members = st.SearchStrategy[dict[str, object]]

_GONE = object()
_WRONG = st.sampled_from(JUNK)
_KEYS = st.sampled_from(["a", "b", "c", "d", "e", "f", "", "\0"])
_FREE = st.recursive(
    st.sampled_from(FREE),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from("ab"), inner),
    max_leaves=4,
)


class Values:
    """Strategies over the types of one contract; `depth` ends what is recursive."""

    def __init__(self, contract: Contract) -> None:
        """Look declared names up in `contract`."""
        self._models = contract.models()
        self._unions = contract.unions()
        self._enums = contract.enums()
        self._references = contract.references()
        self._made: dict[tuple[str, str, int], Strategy] = {}

    def good(self, type_: Type, depth: int = 2) -> Strategy:
        """Values that should be accepted; some few may not."""
        return self._once("good", type_, depth)

    def faulty(self, type_: Type, depth: int = 2) -> Strategy:
        """Values with one thing changed that may make them unacceptable."""
        return self._once("faulty", type_, depth)

    def _once(self, kind: str, type_: Type, depth: int) -> Strategy:
        """Make each strategy once: Hypothesis validates a new one as a whole."""
        key = kind, repr(type_), max(depth, 0)  # True and 1 are equal as keys
        if key not in self._made:
            make = self._good if kind == "good" else self._faulty
            self._made[key] = make(type_, max(depth, 0))
        return self._made[key]

    def _good(self, type_: Type, depth: int) -> Strategy:
        match type_:
            case Nullable(inner=inner):
                return st.none() | self.good(inner, depth) if depth else st.none()
            case Scalar(kind=kind):
                return _good_scalar(kind, type_)
            case Choice(values=values):
                return st.sampled_from(values)
            case Listed(item=item):
                return _good_list(type_, self.good(item, depth - 1), depth)
            case Mapped(value=value):
                keys = st.sampled_from(["a", "b", ""])
                return st.dictionaries(keys, self.good(value, depth - 1), max_size=min(depth, 2))
            case Named():
                return self._good_named(type_, depth)

    def _good_named(self, type_: Named, depth: int) -> Strategy:
        match type_.kind:
            case Kind.ENUM:
                return st.sampled_from([m.value for m in self._enums[type_.name].members])
            case Kind.UNION:
                return st.one_of([self.good(m, depth) for m in self._unions[type_.name].members])
            case Kind.REFERENCE:
                return self.good(self._referred(type_), depth)
            case Kind.MODEL:
                return st.deferred(lambda: self._model(self._models[type_.name], depth))

    def _faulty(self, type_: Type, depth: int) -> Strategy:
        if isinstance(type_, Nullable):
            return self.faulty(type_.inner, depth)
        if isinstance(type_, Scalar):
            return _FREE if type_.kind == "json" else _WRONG | st.sampled_from(samples(type_.kind))
        if isinstance(type_, Choice):
            return _faulty_choice(type_)
        return _WRONG | self._faulty_inside(type_, depth) if depth else _WRONG

    def _faulty_inside(self, type_: Listed | Mapped | Named, depth: int) -> Strategy:
        match type_:
            case Listed(item=item):
                items = st.lists(self.good(item, 0) | self.faulty(item, depth - 1), max_size=4)
                return items | items.map(lambda each: each * 2)
            case Mapped(value=value):
                return st.dictionaries(_KEYS, self.good(value, 0) | self.faulty(value, depth - 1))
            case Named(kind=Kind.ENUM):
                return st.sampled_from(["red ", "RED", "x"])
            case Named(kind=Kind.UNION, name=name):
                return st.one_of([self.faulty(m, depth) for m in self._unions[name].members])
            case Named(kind=Kind.REFERENCE):
                return self.faulty(self._referred(type_), depth)
            case Named(name=name):
                return st.deferred(lambda: self._faulty_model(self._models[name], depth))

    def _referred(self, type_: Named) -> Type:
        target, bounds = follow(type_, self._references)
        return Scalar(target.kind, narrowed(bounds)) if isinstance(target, Scalar) else target

    def _model(self, model: Model, depth: int) -> Members:
        needed = {f.wire for f in model.fields if f.presence is Presence.REQUIRED}
        values = {field.wire: self.good(field.type, depth - 1) for field in model.fields}
        return st.fixed_dictionaries(
            {wire: value for wire, value in values.items() if wire in needed},
            optional={key: value for key, value in values.items() if key not in needed and depth},
        )

    def _faulty_model(self, model: Model, depth: int) -> Strategy:
        unknown: Members = st.sampled_from([{"": 1}, {"unknown": None}])
        changes = [self._changed(field, depth) for field in model.fields]
        both = st.tuples(self._model(model, 1), st.one_of([unknown, *changes]))
        return both.map(lambda pair: _merged(*pair))

    def _changed(self, field: Field, depth: int) -> Members:
        """Replace the field, leave it out, or send it under the name that code gives it."""
        value: Strategy = self.faulty(field.type, depth - 1) | st.just(_GONE)
        renamed = self.good(field.type, 0).map(lambda each: {field.wire: _GONE, field.name: each})
        return renamed | value.map(lambda each: {field.wire: each})


def _good_scalar(kind: str, type_: Scalar) -> Strategy:
    if kind == "json":
        return st.sampled_from([None, 1, "x", [1], {"a": None}])
    schema = scalar_schema(kind, type_.bounds)
    fit = [value for value in samples(kind) if accepts(schema, value)]
    assert fit, f"no sample of {kind} fits {schema}"
    return st.sampled_from(fit)


def _good_list(type_: Listed, item: Strategy, depth: int) -> Strategy:
    least = type_.min_items or 0
    most = max(least, min(type_.max_items or 2, 2) if depth else 0)
    distinct = repr if type_.unique else None
    return st.lists(item, unique_by=distinct, min_size=least, max_size=most)


def _faulty_choice(type_: Choice) -> Strategy:
    return _WRONG | st.sampled_from([str(value) for value in type_.values])


def _merged(value: object, change: dict[str, object]) -> object:
    merged = {**cast("dict[str, object]", value), **change}
    return {key: each for key, each in merged.items() if each is not _GONE}
