"""One operation as its callers see it: what is sent, what is read, what may be raised."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from http.cookies import SimpleCookie
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast
from urllib.parse import quote

from pydantic import TypeAdapter

from framework import wire
from framework.runtime.clients.retries import DEFAULT, Retry

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from framework.runtime.problems import Problem

T = TypeVar("T")

_SAFE = frozenset({"GET", "PUT", "DELETE"})  # RFC 9110, 9.2.2: doing it twice is doing it once
_DOTS = {".", ".."}
_LISTED_TEXT = re.compile(wire.LISTED_TEXT[1:-1])


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter: `name` in Python, `wire` and `place` in the request, `kind` its wire type."""

    place: str
    name: str
    wire: str
    kind: Any

    def texts(self, value: object) -> list[str]:
        """Return `value` as it is sent; a list is sent as several, in a header as one line.

        Raises ValueError for an item that would be several in a header, or none.
        """
        written = _adapter(self.kind).dump_python(value, mode="json", by_alias=True)
        if self.place == "header" and isinstance(written, list):
            return [", ".join(self._items(cast("list[object]", written)))]
        return [_text(item) for item in _listed(written)]

    def _items(self, written: list[object]) -> Iterator[str]:
        for text in map(_text, written):
            if not _LISTED_TEXT.fullmatch(text):
                message = f"`{self.name}` holds {text!r}, which no list in a header can carry"
                raise ValueError(message)
            yield text


def path(name: str, kind: Any, wire: str = "") -> Parameter:  # noqa: ANN401 - a type expression
    """Declare a parameter of the path."""
    return Parameter("path", name, wire or name, kind)


def query(name: str, kind: Any, wire: str = "") -> Parameter:  # noqa: ANN401 - a type expression
    """Declare a parameter of the query."""
    return Parameter("query", name, wire or name, kind)


def header(name: str, kind: Any, wire: str) -> Parameter:  # noqa: ANN401 - a type expression
    """Declare a header."""
    return Parameter("header", name, wire, kind)


def cookie(name: str, kind: Any, wire: str = "") -> Parameter:  # noqa: ANN401 - a type expression
    """Declare a cookie."""
    return Parameter("cookie", name, wire or name, kind)


@dataclass(frozen=True, slots=True)
class Sent:
    """A request, before it has an address."""

    path: str
    query: list[tuple[str, str]]
    headers: list[tuple[str, str]]
    content: bytes | None

    @property
    def keyed(self) -> bool:
        """Whether it has an idempotency key: however often it is sent, it is done once."""
        return any(name == wire.IDEMPOTENCY_HEADER for name, _ in self.headers)


@dataclass(frozen=True)
class Call(Generic[T]):
    """An operation: `path` has its parameters in braces; `result` is the type of its body.

    `timeout` is in seconds and holds for each try; `retry` says how often one is made.
    """

    operation: str
    method: str
    path: str
    status: int
    parameters: Sequence[Parameter] = ()
    body: Any = None
    result: Any = None
    errors: Sequence[type[Problem]] = ()
    timeout: float = 5.0
    retry: Retry = DEFAULT

    @property
    def repeatable(self) -> bool:
        """Whether sending it a second time does no harm."""
        return self.method in _SAFE

    def sent(self, arguments: Mapping[str, object], payload: object) -> Sent:
        """Return the request; an argument that is None is left out."""
        given = [(p, p.texts(v)) for p in self.parameters if (v := arguments[p.name]) is not None]
        return Sent(
            path=self.path.format_map(dict(_segments(given))),
            query=_pairs(given, "query"),
            headers=[*_pairs(given, "header"), *_cookies(given)],
            content=None if self.body is None else self._content(payload),
        )

    def read(self, content: bytes) -> T:
        """Return what an answer of success says; what the contract does not name is let pass.

        Raises pydantic.ValidationError.
        """
        if self.result is None:
            return cast("T", None)
        return cast("T", _adapter(self.result).validate_json(content))

    def _content(self, payload: object) -> bytes:
        return _adapter(self.body).dump_json(payload, by_alias=True)


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:  # noqa: ANN401 - any type expression
    return TypeAdapter(kind)


def _pairs(given: list[tuple[Parameter, list[str]]], place: str) -> list[tuple[str, str]]:
    return [(p.wire, text) for p, texts in given if p.place == place for text in texts]


def _cookies(given: list[tuple[Parameter, list[str]]]) -> Iterator[tuple[str, str]]:
    jar = SimpleCookie(dict(_pairs(given, "cookie")))  # which quotes what would end a value
    if jar:
        yield "cookie", "; ".join(f"{name}={jar[name].coded_value}" for name in jar)


def _segments(given: list[tuple[Parameter, list[str]]]) -> Iterator[tuple[str, str]]:
    for parameter, (text, *_) in ((p, texts) for p, texts in given if p.place == "path"):
        if text in _DOTS:
            message = f"`{parameter.name}` is `{text}`, which no path can carry"
            raise ValueError(message)
        yield parameter.wire, quote(text, safe="")


def _listed(written: object) -> list[object]:
    return cast("list[object]", written) if isinstance(written, list) else [written]


def _text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
