"""Problems (RFC 9457): what a service answers when it does not answer what was asked for."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar, get_type_hints

from pydantic import TypeAdapter

from framework import wire

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import Self


class Problem(Exception):  # noqa: N818 - RFC 9457's word, and what specs call it
    """An answer that the contract lists, raised by a controller.

    A subclass says `type`, `title` and `status`, and takes its extra members as keywords of a typed
    `__init__`: they are written as their wire types, those of `aliases` under other names. None
    means that a member is absent.
    """

    type: ClassVar[str] = "about:blank"
    title: ClassVar[str] = "Problem"
    status: ClassVar[int] = 500
    retryable: ClassVar[bool] = False
    aliases: ClassVar[Mapping[str, str]] = {}

    def __init__(self, detail: str | None = None, **members: object) -> None:
        """Say what is particular to this case: a sentence for people, members for programs."""
        super().__init__(detail or self.title)
        self.detail = detail
        self.closes = False
        """Whether the connection ends with the answer: the client may still be sending."""
        self.members = members

    @property
    def headers(self) -> Mapping[str, str]:
        """Headers that the answer carries beside the document."""
        return {}

    def to_document(self) -> dict[str, object]:
        """Return the members of the problem document as JSON values."""
        document: dict[str, object] = {
            "type": self.type,
            "title": self.title,
            "status": self.status,
        }
        if self.detail is not None:
            document["detail"] = self.detail
        return document | self._written_members()

    @classmethod
    def from_document(cls, document: Mapping[str, object]) -> Self:
        """Return the problem that another service answered with.

        Raises ValueError or TypeError when the document lacks a member, or one is not of its type.
        """
        adapters = _adapters(cls.__init__)
        members: dict[str, Any] = {
            name: adapter.validate_json(json.dumps(document[wire_name]))
            for name, adapter in adapters.items()
            if (wire_name := cls.aliases.get(name, name)) in document and name != "members"
        }
        return cls(**members)

    def _written_members(self) -> dict[str, object]:
        if not self.members:
            return {}
        adapters = _adapters(type(self).__init__)
        return {
            self.aliases.get(name, name): adapters.get(name, _ANY).dump_python(
                value, mode="json", by_alias=True
            )
            for name, value in self.members.items()
            if value is not None
        }


class FrameworkProblem(Problem):
    """A problem that the framework answers with by itself, so that no operation lists it."""

    def __init_subclass__(cls, *, named: str) -> None:
        """Take type, title and status from the table that the compiler documents."""
        kind = wire.problem_kind(named)
        cls.type, cls.title, cls.status = wire.PROBLEM_PREFIX + kind.name, kind.title, kind.status
        super().__init_subclass__()


@dataclass(frozen=True, slots=True)
class FieldError:
    """One fault of a request: where, which rule, and a sentence without the offending value."""

    pointer: str
    code: str
    detail: str


class MalformedBody(FrameworkProblem, named="malformed_body"):
    """The body is no JSON document."""


class MalformedForm(FrameworkProblem, named="malformed_form"):
    """The body is no form."""


class NotFound(FrameworkProblem, named="not_found"):
    """No operation has this path."""


class MethodNotAllowed(FrameworkProblem, named="method_not_allowed"):
    """The path has operations, none of this method."""

    def __init__(self, allowed: Iterable[str]) -> None:
        """Tell which methods there are."""
        super().__init__()
        self.allowed = ", ".join(sorted(allowed))

    @property
    def headers(self) -> Mapping[str, str]:
        """Name the methods, as RFC 9110 asks."""
        return {"Allow": self.allowed}


class PayloadTooLarge(FrameworkProblem, named="payload_too_large"):
    """The body exceeds the limit."""

    def __init__(self, limit: int) -> None:
        """Tell the limit, in bytes."""
        super().__init__(f"no more than {limit} bytes are accepted")


class UnsupportedMediaType(FrameworkProblem, named="unsupported_media_type"):
    """The body is of another media type than the operation takes."""

    def __init__(self, accepted: str, detail: str | None = None) -> None:
        """Tell the type that is taken."""
        super().__init__(detail or f"send the body as {accepted}")
        self.accepted = accepted

    @property
    def headers(self) -> Mapping[str, str]:
        """Name the type, as RFC 9110 suggests."""
        return {"Accept": self.accepted}


class ValidationFailed(FrameworkProblem, named="validation_failed"):
    """Body or parameters are not what the contract says."""

    def __init__(self, errors: list[FieldError]) -> None:
        """List the faults."""
        super().__init__(errors=errors)


class InvalidCursor(FrameworkProblem, named="invalid_cursor"):
    """A cursor is forged, of another operation, or too old."""


class IdempotencyKeyReused(FrameworkProblem, named="idempotency_key_reused"):
    """A key that stands for one request came with another one."""


class InternalError(FrameworkProblem, named="internal_error"):
    """A fault of the service; the log has what the caller must not see."""


class NotReady(FrameworkProblem, named="not_ready"):
    """Something that the service needs does not answer."""


_ANY: TypeAdapter[object] = TypeAdapter(object)


@cache
def _adapters(init: Callable[..., None]) -> dict[str, TypeAdapter[object]]:
    """Return how each member is written: as the type that `init` takes it as."""
    hints = get_type_hints(init, include_extras=True)
    return {name: TypeAdapter[object](hint) for name, hint in hints.items() if name != "return"}
