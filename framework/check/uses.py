"""Every field that a spec declares, and every place where one names a type."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, cast

from framework.spec import CREATE, READ, SCALARS, UPDATE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from framework.spec import FieldKeys, HandlerSpec, PayloadKeys, Place, ResponseKeys, SpecSet
    from framework.syntax import TypeExpr


class Role(Enum):
    """What a field or a type is for."""

    FIELD = "field"
    ERROR = "field of an error"
    PATH = "path parameter"
    QUERY = "query parameter"
    HEADER = "header"
    REQUEST = "request"
    RESPONSE = "response"
    MESSAGE = "message"
    MEMBER = "member of a union"


@dataclass(frozen=True, slots=True, eq=False)
class FieldUse:
    """A field of a model or an error, or a parameter; `owner` is what declares it.

    `element` tells that these are the keys of a list's elements (`items`), `given` that their type
    is the argument of the list.
    """

    name: str
    keys: FieldKeys
    place: Place
    role: Role
    owner: str
    element: bool = False
    given: bool = False


@dataclass(frozen=True, slots=True)
class TypeUse:
    """A type expression and its place; `variant` is what a bare model name means there.

    `apart` is the place of a variant that is written beside its model, not behind a dot.
    `elements` tells that `items` says what a list or a set holds.
    """

    type: TypeExpr
    place: Place
    role: Role
    variant: str = READ
    apart: Place | None = None
    elements: bool = False

    @property
    def is_bare(self) -> bool:
        """Whether the type is one of the language's own scalars and nothing else."""
        type_ = self.type
        plain = type_.name in SCALARS and not type_.nullable
        return plain and type_.member is None and not type_.arguments

    def name(self, named: TypeExpr) -> tuple[Place, tuple[int, int] | None]:
        """Return the place of the name of `named`, and the stretch of characters it takes."""
        return self.place, (named.start, named.start + len(named.name))

    def member(self, named: TypeExpr) -> tuple[Place, tuple[int, int] | None]:
        """Return the place of the member of `named`, likewise."""
        if self.apart:
            return self.apart, None
        return self.place, (named.end - len(named.member or ""), named.end)


def field_uses(specs: SpecSet) -> Iterator[FieldUse]:
    """Yield each field of models and errors and each parameter, and the keys of elements."""
    for model in specs.models.values():
        at = model.place.at("fields")
        yield from _fields(model.spec.fields, at, Role.FIELD, model.name)
    for error in specs.errors.values():
        yield from _fields(error.spec.fields, error.place.at("fields"), Role.ERROR, error.name)
    for router in specs.routers:
        for name, handler in router.spec.handlers.items():
            if handler.params or handler.query or handler.headers:
                at = router.place.at("handlers", name)
                yield from _fields(handler.params, at.at("params"), Role.PATH, name)
                yield from _fields(handler.query, at.at("query"), Role.QUERY, name)
                yield from _fields(handler.headers, at.at("headers"), Role.HEADER, name)


def type_uses(specs: SpecSet) -> Iterator[TypeUse]:
    """Yield each use of a type in models, errors, routers, events and unions."""
    yield from types_of(field_uses(specs))
    yield from payload_uses(specs)


def types_of(fields: Iterable[FieldUse]) -> Iterator[TypeUse]:
    """Yield the types that fields name."""
    for field in fields:
        if field.keys.type is not None and not field.given:
            yield type_of(field.keys, field.place, field.role)


def type_of(keys: FieldKeys, place: Place, role: Role, variant: str = READ) -> TypeUse:
    """Return the type of a field at `place`, which has one."""
    type_ = cast("TypeExpr", keys.type)
    bare = type_.name in {"list", "set"} and not type_.arguments
    elements = bare and keys.items is not None
    return TypeUse(type_, place.at("type"), role, variant, elements=elements)


def payload_uses(specs: SpecSet) -> Iterator[TypeUse]:
    """Yield the types of requests, responses, messages and members of unions."""
    for router in specs.routers:
        for name, handler in router.spec.handlers.items():
            yield from _payloads(handler, router.place.at("handlers", name))
    for event in specs.events.values():
        yield _payload(event.spec.message, event.place.at("message"), Role.MESSAGE)
    for union in specs.unions.values():
        for index, member in enumerate(union.spec.of):
            yield TypeUse(member, union.place.at("of", index), Role.MEMBER)


def _payloads(handler: HandlerSpec, place: Place) -> Iterator[TypeUse]:
    if handler.request:
        asked = UPDATE if handler.method == "PATCH" else CREATE
        yield _payload(handler.request, place.at("request"), Role.REQUEST, asked)
    if handler.response and handler.response.model:
        yield _payload(handler.response, place.at("response"), Role.RESPONSE)


def _payload(
    keys: PayloadKeys | ResponseKeys, place: Place, role: Role, variant: str = READ
) -> TypeUse:
    apart = place.at("variant") if keys.variant is not None else None
    return TypeUse(cast("TypeExpr", keys.type), place.at("model"), role, variant, apart)


def _fields(
    fields: Mapping[str, FieldKeys], place: Place, role: Role, owner: str
) -> Iterator[FieldUse]:
    for name, keys in fields.items():
        at = place.at(name)
        yield FieldUse(name, keys, at, role, owner)
        if keys.items is not None:
            yield from _elements(FieldUse(name, keys, at, role, owner))


def _elements(field: FieldUse) -> Iterator[FieldUse]:
    outer, inner, at = field.keys, field.keys.items, field.place
    while inner is not None:
        at = at.at("items")
        argument = outer.type.arguments[-1] if outer.type and outer.type.arguments else None
        if argument is not None:
            inner = inner.model_copy(update={"type": argument})
        given = argument is not None
        yield FieldUse(field.name, inner, at, field.role, field.owner, element=True, given=given)
        outer, inner = inner, inner.items
