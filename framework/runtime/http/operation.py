"""What the contract says about an operation and its code cannot show."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from framework.runtime.problems import Problem

F = TypeVar("F", bound="Callable[..., object]")
_TAG = "__operation__"


@dataclass(frozen=True, slots=True)
class Operation:
    """The problems that an operation may answer with and the events that it may publish.

    `location` is where to read what it creates, with members of its result in braces; `headers`
    are those that each of its successful answers carries.
    """

    errors: tuple[type[Problem], ...] = ()
    emits: frozenset[str] = frozenset()
    location: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict[str, str])


def operation(
    *,
    errors: Iterable[type[Problem]] = (),
    emits: Iterable[str] = (),
    location: str | None = None,
    headers: Mapping[str, str] | None = None,
) -> Callable[[F], F]:
    """Tag an endpoint with what its operation lists; `ContractRoute` holds it to that."""
    tag = Operation(tuple(errors), frozenset(emits), location, headers or {})

    def decorate(endpoint: F) -> F:
        vars(endpoint)[_TAG] = tag
        return endpoint

    return decorate


def operation_of(endpoint: Callable[..., object]) -> Operation:
    """Return the tag of an endpoint; one without a tag lists nothing."""
    tag: object = vars(endpoint).get(_TAG)
    return tag if isinstance(tag, Operation) else Operation()
