"""Operations, what they take, answer and refuse, grouped by router."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from framework.contract.auth import Scheme
    from framework.contract.deprecation import Deprecation
    from framework.contract.events import Event
    from framework.contract.models import Field, Presence
    from framework.contract.pages import Page
    from framework.contract.sockets import Socket
    from framework.contract.types import Extensions, Type
    from framework.contract.uploads import Upload


@dataclass(frozen=True, slots=True)
class Problem:
    """A declared error (RFC 9457): `name` in specs, `class_name` in Python, `urn` on the wire."""

    name: str
    class_name: str
    urn: str
    status: int
    title: str
    description: str
    fields: tuple[Field, ...]
    retryable: bool
    origin: str
    extensions: Extensions = ()


class Location(Enum):
    """Where a parameter travels."""

    PATH = "path"
    QUERY = "query"
    HEADER = "header"
    COOKIE = "cookie"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter; its field says name, type, presence and default.

    One that is `implied` is not in the spec, and controllers are not given it.
    """

    location: Location
    field: Field
    implied: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """What can be called next: `parameter` of the operation `id` takes the value `source`.

    `source` is a runtime expression of OpenAPI, such as `$response.body#/id`. `also` are further
    parameters with their sources.
    """

    name: str
    id: str
    parameter: str
    source: str
    also: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation; `path` is the whole path, `route` the part below the router's prefix.

    `location` is the path of what a creating operation made, with fields of its result in
    braces: `/v1/users/{id}`. `stream` is what each message of a stream is; such an operation has no
    `result`. `idempotency` tells whether a key has to be there, if one may.
    """

    id: str
    name: str
    method: str
    path: str
    route: str
    status: int
    summary: str
    description: str
    response_description: str
    deprecated: Deprecation | None
    parameters: tuple[Parameter, ...]
    body: Type | None
    result: Type | None
    problems: tuple[Problem, ...]
    emits: tuple[Event, ...]
    extensions: Extensions
    body_extensions: Extensions = ()
    response_extensions: Extensions = ()
    location: str | None = None
    internal: bool = False
    auth: Scheme | None = None
    links: tuple[Link, ...] = ()
    stream: Type | None = None
    upload: Upload | None = None
    page: Page | None = None
    idempotency: Presence | None = None

    @property
    def given(self) -> tuple[Parameter, ...]:
        """The parameters that a controller is given one by one."""
        return tuple(p for p in self.parameters if not p.implied)

    def parameters_in(self, location: Location) -> tuple[Parameter, ...]:
        """Return the parameters that travel in `location`."""
        return tuple(p for p in self.parameters if p.location is location)

    def parameters_that(self, *presences: Presence) -> tuple[Parameter, ...]:
        """Return those given to a controller whose presence is one of `presences`."""
        return tuple(p for p in self.given if p.field.presence in presences)


@dataclass(frozen=True, slots=True)
class Router:
    """The operations of a service under one tag."""

    service: str
    name: str
    protocol: str
    prefix: str
    tags: tuple[str, ...]
    description: str
    operations: tuple[Operation, ...]
    origin: str
    extensions: Extensions = ()
    sockets: tuple[Socket, ...] = ()
