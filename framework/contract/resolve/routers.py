"""Resolve routers and their operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.contract import names
from framework.contract.http import Location, Operation, Parameter, Router
from framework.contract.resolve.deprecation import resolve_deprecation
from framework.contract.resolve.extensions import extensions_of
from framework.contract.resolve.fields import resolve_argument
from framework.contract.resolve.idempotency import KEYED, key_parameter
from framework.contract.resolve.pages import page_parameters, resolve_page
from framework.contract.resolve.streams import LAST_EVENT_ID
from framework.contract.resolve.uploads import resolve_upload
from framework.contract.sockets import Socket
from framework.spec import CREATE, UPDATE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from framework.contract.events import Event
    from framework.contract.http import Problem
    from framework.contract.resolve.types import Types
    from framework.contract.types import Type
    from framework.spec import HandlerSpec, RouterEntry, SpecSet

SOCKET = "WEBSOCKET"
_NO_CONTENT, _CREATED, _OK = 204, 201, 200


def resolve_routers(
    specs: SpecSet, types: Types, problems: Mapping[str, Problem], events: Mapping[str, Event]
) -> tuple[Router, ...]:
    """Return the routers sorted by service and tag."""
    entries = sorted(specs.routers, key=lambda entry: (entry.service, entry.tag))
    return tuple(_router(types, entry, problems, events) for entry in entries)


def _router(
    types: Types, entry: RouterEntry, problems: Mapping[str, Problem], events: Mapping[str, Event]
) -> Router:
    prefix = _prefix(entry)
    operations = (
        _operation(types, entry, name, handler, problems, events)
        for name, handler in entry.spec.handlers.items()
        if handler.method != SOCKET
    )
    sockets = (
        _socket(types, entry, name, handler, problems)
        for name, handler in entry.spec.handlers.items()
        if handler.method == SOCKET
    )
    return Router(
        service=entry.service,
        name=entry.tag,
        protocol=names.protocol(entry.tag),
        prefix=prefix,
        tags=tuple(entry.spec.tags or (entry.tag,)),
        description=entry.spec.description or "",
        # A literal path wins over a templated one whatever their order in the spec.
        operations=tuple(sorted(operations, key=_specificity)),
        origin=entry.place.document.path,
        extensions=extensions_of(entry.spec),
        sockets=tuple(sorted(sockets, key=_specificity)),
    )


def _operation(  # the two catalogues stay apart from what is resolved with them
    types: Types,
    entry: RouterEntry,
    name: str,
    handler: HandlerSpec,
    problems: Mapping[str, Problem],
    events: Mapping[str, Event],
) -> Operation:
    page = resolve_page(types, handler)
    return Operation(
        id=_id(entry, name),
        name=name,
        method=handler.method,
        path=_prefix(entry) + handler.path or "/",
        route=handler.path or ("" if _prefix(entry) else "/"),
        status=_status(handler),
        summary=handler.summary or names.sentence(name),
        description=handler.description or "",
        response_description=(handler.response and handler.response.description) or "",
        deprecated=resolve_deprecation(handler.deprecated),
        parameters=(*_parameters(types, handler), *page_parameters(page), *key_parameter(handler)),
        body=_body(types, handler),
        stream=_stream(types, handler),
        result=page.model if page else _result(types, handler),
        page=page,
        idempotency=KEYED[handler.idempotency],
        problems=tuple(problems[error] for error in handler.errors),
        emits=tuple(events[event] for event in handler.emits),
        extensions=extensions_of(handler),
        body_extensions=extensions_of(handler.request),
        response_extensions=extensions_of(handler.response),
        internal=handler.internal,
        upload=resolve_upload(types, handler),
    )


def _prefix(entry: RouterEntry) -> str:
    version = f"/{entry.spec.version}" if entry.spec.version else ""
    return version + entry.spec.prefix


def _socket(
    types: Types,
    entry: RouterEntry,
    name: str,
    handler: HandlerSpec,
    problems: Mapping[str, Problem],
) -> Socket:
    receives = handler.messages and handler.messages.receive
    sends = handler.messages and handler.messages.send
    return Socket(
        id=_id(entry, name),
        name=name,
        path=_prefix(entry) + handler.path or "/",
        route=handler.path or ("" if _prefix(entry) else "/"),
        summary=handler.summary or names.sentence(name),
        description=handler.description or "",
        parameters=tuple(_parameters(types, handler)),
        receives=types.of_expression(receives, CREATE) if receives else None,
        sends=types.of_expression(sends) if sends else None,
        problems=tuple(problems[error] for error in handler.errors),
        extensions=extensions_of(handler) + extensions_of(handler.messages),
    )


def _id(entry: RouterEntry, name: str) -> str:
    scope = f"{entry.service}.{entry.spec.version}" if entry.spec.version else entry.service
    return f"{scope}.{name}"


def _specificity(operation: Operation | Socket) -> tuple[bool, ...]:
    return tuple(segment.startswith("{") for segment in operation.route.split("/"))


def _parameters(types: Types, handler: HandlerSpec) -> Iterator[Parameter]:
    for name, keys in handler.params.items():
        yield Parameter(Location.PATH, resolve_argument(types, name, keys))
    for name, keys in handler.query.items():
        yield Parameter(Location.QUERY, resolve_argument(types, name, keys))
    for name, keys in handler.headers.items():
        field = resolve_argument(types, name, keys, names.header(name))
        yield Parameter(Location.HEADER, field)
    for name, keys in handler.cookies.items():
        yield Parameter(Location.COOKIE, resolve_argument(types, name, keys))
    if handler.response and handler.response.stream:
        yield LAST_EVENT_ID


def _body(types: Types, handler: HandlerSpec) -> Type | None:
    if handler.request is None or handler.request.type is None:
        return None
    asked = UPDATE if handler.method == "PATCH" else CREATE
    return types.of_expression(handler.request.type, asked)


def _result(types: Types, handler: HandlerSpec) -> Type | None:
    if handler.response is None or handler.response.type is None:
        return None
    return types.of_expression(handler.response.type)


def _stream(types: Types, handler: HandlerSpec) -> Type | None:
    stream = handler.response.stream if handler.response else None
    return types.of_expression(stream) if stream else None


def _status(handler: HandlerSpec) -> int:
    if handler.response and handler.response.stream:
        return _OK
    if handler.response is None or handler.response.type is None:
        said = handler.response.status if handler.response else None
        return said or _NO_CONTENT
    return handler.response.status or (_CREATED if handler.method == "POST" else _OK)
