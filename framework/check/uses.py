"""Every field that a spec declares, and every place where one names a type."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, cast

from framework.spec import CREATE, READ, SCALARS, UPDATE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from framework.spec import (
        FieldKeys,
        MessagesKeys,
        PayloadKeys,
        Place,
        RequestKeys,
        ResponseKeys,
        SpecSet,
    )
    from framework.syntax import TypeExpr


class Role(Enum):
    """What a field or a type is for."""

    FIELD = "field"
    ERROR = "field of an error"
    PATH = "path parameter"
    QUERY = "query parameter"
    HEADER = "header"
    COOKIE = "cookie"
    PART = "part of a form"
    REQUEST = "request"
    RESPONSE = "response"
    STREAM = "stream"
    RECEIVE = "message that is received"
    SEND = "message that is sent"
    MESSAGE = "message"
    MEMBER = "member of a union"


GROUPS = (
    (Role.PATH, "params"),
    (Role.QUERY, "query"),
    (Role.HEADER, "headers"),
    (Role.COOKIE, "cookies"),
)
PARAMETERS = frozenset({Role.PART, *(role for role, _ in GROUPS)})
STREAMED = frozenset({Role.STREAM, Role.RECEIVE, Role.SEND})


@dataclass(frozen=True, slots=True, eq=False)
class FieldUse:
    """A field of a model or an error, or a parameter; `owner` is what declares it.

    It stands in the mapping at `base`. `depth` above 0 tells that these are the keys of elements
    (`items`, perhaps several times), `given` that their type is the argument of the list.
    """

    name: str
    keys: FieldKeys
    base: Place
    role: Role
    owner: str
    depth: int = 0
    given: bool = False

    @property
    def place(self) -> Place:
        """Where its keys stand."""
        return self.base.at(self.name, *["items"] * self.depth)

    @property
    def element(self) -> bool:
        """Whether these are the keys of elements."""
        return self.depth > 0


@dataclass(frozen=True, slots=True, eq=False)
class TypeUse:
    """A type expression, at `steps` below `base`; `variant` is what a bare model name means there.

    `apart` tells that the variant is written beside its model, not behind a dot, and `elements`
    that `items` says what a list or a set holds.
    """

    type: TypeExpr
    base: Place
    steps: tuple[str | int, ...]
    role: Role
    variant: str = READ
    apart: bool = False
    elements: bool = False

    @property
    def place(self) -> Place:
        """Where the expression stands."""
        return self.base.at(*self.steps)

    def name(self, named: TypeExpr) -> tuple[Place, tuple[int, int] | None]:
        """Return the place of the name of `named`, and the stretch of characters it takes."""
        return self.place, (named.start, named.start + len(named.name))

    def member(self, named: TypeExpr) -> tuple[Place, tuple[int, int] | None]:
        """Return the place of the member of `named`, likewise."""
        if self.apart:
            return self.base.at(*self.steps[:-1], "variant"), None
        return self.place, (named.end - len(named.member or ""), named.end)


def field_uses(specs: SpecSet) -> list[FieldUse]:
    """Return each field of models and errors and each parameter, and the keys of elements."""
    found: list[FieldUse] = []
    for model in specs.models.values():
        found += _mapped(model.spec.fields, model.place.at("fields"), Role.FIELD, model.name)
    for error in specs.errors.values():
        found += _mapped(error.spec.fields, error.place.at("fields"), Role.ERROR, error.name)
    for router in specs.routers:
        for name, handler in router.spec.handlers.items():
            groups = (handler.params, handler.query, handler.headers, handler.cookies)
            for (role, key), fields in zip(GROUPS, groups, strict=True):
                if fields:
                    found += _mapped(fields, router.place.at("handlers", name, key), role, name)
            if handler.request and handler.request.fields:
                at = router.place.at("handlers", name, "request", "fields")
                found += _mapped(handler.request.fields, at, Role.PART, name)
    return found


def type_uses(specs: SpecSet) -> Iterator[TypeUse]:
    """Yield each use of a type that is more than one of the language's own scalars."""
    yield from types_of(field_uses(specs))
    yield from payload_uses(specs)


def types_of(fields: Iterable[FieldUse]) -> Iterator[TypeUse]:
    """Yield the types that fields name, but for bare scalars."""
    for field in fields:
        type_ = field.keys.type
        if type_ is not None and not field.given and not is_bare(type_):
            yield type_of(field)


def type_of(field: FieldUse, variant: str = READ) -> TypeUse:
    """Return the use of the type of a field, which has one."""
    type_ = cast("TypeExpr", field.keys.type)
    bare = type_.name in {"list", "set"} and not type_.arguments
    elements = bare and field.keys.items is not None
    steps = (field.name, *["items"] * field.depth, "type")
    return TypeUse(type_, field.base, steps, field.role, variant, elements=elements)


def is_bare(type_: TypeExpr) -> bool:
    """Tell whether a type is one of the language's own scalars and nothing else."""
    if type_.name not in SCALARS or type_.nullable:
        return False
    return type_.member is None and not type_.arguments


def payload_uses(specs: SpecSet) -> Iterator[TypeUse]:
    """Yield the types of requests, responses, messages and members of unions."""
    for router in specs.routers:
        for name, handler in router.spec.handlers.items():
            steps = ("handlers", name)
            if handler.request and handler.request.model:
                asked = UPDATE if handler.method == "PATCH" else CREATE
                at = (*steps, "request")
                yield _payload(handler.request, router.place, at, Role.REQUEST, asked)
            if handler.response and handler.response.model:
                yield _payload(handler.response, router.place, (*steps, "response"), Role.RESPONSE)
            if handler.response and handler.response.stream:
                stream = (*steps, "response", "stream")
                yield TypeUse(handler.response.stream, router.place, stream, Role.STREAM)
            if handler.messages:
                yield from _travelling(handler.messages, router.place.at(*steps, "messages"))
    for event in specs.events.values():
        yield _payload(event.spec.message, event.place, ("message",), Role.MESSAGE)
    for union in specs.unions.values():
        for index, member in enumerate(union.spec.of):
            yield TypeUse(member, union.place, ("of", index), Role.MEMBER)


def _travelling(messages: MessagesKeys, place: Place) -> Iterator[TypeUse]:
    if messages.receive:
        yield TypeUse(messages.receive, place, ("receive",), Role.RECEIVE, CREATE)
    if messages.send:
        yield TypeUse(messages.send, place, ("send",), Role.SEND)


def _payload(
    keys: PayloadKeys | RequestKeys | ResponseKeys,
    base: Place,
    steps: tuple[str, ...],
    role: Role,
    variant: str = READ,
) -> TypeUse:
    type_ = cast("TypeExpr", keys.type)
    return TypeUse(type_, base, (*steps, "model"), role, variant, keys.variant is not None)


def _mapped(fields: Mapping[str, FieldKeys], base: Place, role: Role, owner: str) -> list[FieldUse]:
    found = [FieldUse(name, keys, base, role, owner) for name, keys in fields.items()]
    described = [field for field in found if field.keys.items is not None]
    for field in described:
        found += elements_of(field)
    return found


def elements_of(field: FieldUse) -> Iterator[FieldUse]:
    """Yield the keys of the elements of a field, of their elements, and so on."""
    outer, inner, depth = field.keys, field.keys.items, 0
    while inner is not None:
        depth += 1
        argument = outer.type.arguments[-1] if outer.type and outer.type.arguments else None
        if argument is not None:
            inner = inner.model_copy(update={"type": argument})
        given = argument is not None
        yield FieldUse(field.name, inner, field.base, field.role, field.owner, depth, given)
        outer, inner = inner, inner.items
