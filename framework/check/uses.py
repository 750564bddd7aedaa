"""Every place where a spec names a type, with what it is used for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, cast

from framework.spec import CREATE, READ, UPDATE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from framework.spec import FieldKeys, HandlerSpec, PayloadKeys, Place, ResponseKeys, SpecSet
    from framework.syntax import TypeExpr


class Role(Enum):
    """What a type is named for; it decides which variant a bare model name means."""

    FIELD = "field"
    PARAMETER = "parameter"
    REQUEST = "request"
    RESPONSE = "response"
    MESSAGE = "message"


@dataclass(frozen=True, slots=True)
class TypeUse:
    """A type expression and its place; `variant` is what a bare model name means there.

    `apart` is the place of a variant that is written beside its model, not behind a dot.
    """

    type: TypeExpr
    place: Place
    role: Role
    variant: str = READ
    apart: Place | None = None

    def name(self, named: TypeExpr) -> tuple[Place, tuple[int, int] | None]:
        """Return the place of the name of `named`, and the stretch of characters it takes."""
        return self.place, (named.start, named.start + len(named.name))

    def member(self, named: TypeExpr) -> tuple[Place, tuple[int, int] | None]:
        """Return the place of the member of `named`, likewise."""
        if self.apart:
            return self.apart, None
        return self.place, (named.end - len(named.member or ""), named.end)


def type_uses(specs: SpecSet) -> Iterator[TypeUse]:
    """Yield each use of a type in models, errors, routers and events."""
    for model in specs.models.values():
        yield from _fields(model.spec.fields, model.place.at("fields"), Role.FIELD)
    for error in specs.errors.values():
        yield from _fields(error.spec.fields, error.place.at("fields"), Role.PARAMETER)
    for router in specs.routers:
        for name, handler in router.spec.handlers.items():
            yield from _handler(handler, router.place.at("handlers", name))
    for event in specs.events.values():
        yield _payload(event.spec.message, event.place.at("message"), Role.MESSAGE)


def _handler(handler: HandlerSpec, place: Place) -> Iterator[TypeUse]:
    yield from _fields(handler.params, place.at("params"), Role.PARAMETER)
    yield from _fields(handler.query, place.at("query"), Role.PARAMETER)
    yield from _fields(handler.headers, place.at("headers"), Role.PARAMETER)
    if handler.request:
        asked = UPDATE if handler.method == "PATCH" else CREATE
        yield _payload(handler.request, place.at("request"), Role.REQUEST, asked)
    if handler.response and handler.response.type:
        yield _payload(handler.response, place.at("response"), Role.RESPONSE)


def _payload(
    keys: PayloadKeys | ResponseKeys, place: Place, role: Role, variant: str = READ
) -> TypeUse:
    apart = place.at("variant") if keys.variant is not None else None
    return TypeUse(cast("TypeExpr", keys.type), place.at("model"), role, variant, apart)


def _fields(fields: Mapping[str, FieldKeys], place: Place, role: Role) -> Iterator[TypeUse]:
    for name, keys in fields.items():
        at: Place | None = place.at(name)
        inner: FieldKeys | None = keys
        while inner is not None and at is not None:
            if inner.type is not None:
                yield TypeUse(inner.type, at.at("type"), role)
            inner, at = inner.items, at.at("items")
