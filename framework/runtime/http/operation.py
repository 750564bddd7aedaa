"""What the contract says about an operation and its code cannot show."""

from __future__ import annotations

from dataclasses import dataclass, field
from inspect import signature
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, get_args, get_origin

from pydantic import TypeAdapter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from framework.runtime.problems import Problem

F = TypeVar("F", bound="Callable[..., object]")
_TAG = "__operation__"


@dataclass(frozen=True, slots=True)
class Operation:
    """The problems that an operation may answer with and the events that it may publish.

    `location` is where to read what it creates, with members of its result in braces. `auth` is
    the scheme of those who may call it, None if anybody may. `headers` are those that each of its
    successful answers carries; `stream` writes the messages of a stream.
    """

    errors: tuple[type[Problem], ...] = ()
    emits: frozenset[str] = frozenset()
    location: str | None = None
    auth: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    stream: TypeAdapter[Any] | None = None


def operation(
    *,
    errors: Iterable[type[Problem]] = (),
    emits: Iterable[str] = (),
    location: str | None = None,
    auth: str | None = None,
    headers: Mapping[str, str] | None = None,
    stream: Any = None,  # noqa: ANN401 - any type expression
) -> Callable[[F], F]:
    """Tag an endpoint with what its operation lists; `ContractRoute` holds it to that."""
    adapter: TypeAdapter[Any] | None = None if stream is None else TypeAdapter(stream)
    tag = Operation(tuple(errors), frozenset(emits), location, auth, headers or {}, adapter)

    def decorate(endpoint: F) -> F:
        vars(endpoint)[_TAG] = tag
        return endpoint

    return decorate


def operation_of(endpoint: Callable[..., object]) -> Operation:
    """Return the tag of an endpoint; one without a tag lists nothing."""
    tag: object = vars(endpoint).get(_TAG)
    return tag if isinstance(tag, Operation) else Operation()


def takes(endpoint: Callable[..., object], kind: type) -> bool:
    """Tell whether an endpoint is given a `kind` by a dependency."""
    given = (parameter.annotation for parameter in signature(endpoint).parameters.values())
    return any(get_origin(each) is Annotated and get_args(each)[0] is kind for each in given)
