"""What the delivery loop asks of a broker; what is retried, and when, is decided above it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Letter = tuple[bytes | str, ...]
"""The fields of a dead letter, names and values in turn."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """One message as it stands in its stream, and how often it failed or took its consumer down.

    `first_failed` is when that began, in milliseconds since 1970.
    """

    stream: str
    id: bytes
    fields: Mapping[bytes, bytes]
    failures: int = 0
    crashes: int = 0
    first_failed: int | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """What a source gave; nothing more comes by itself before `pause` seconds are over."""

    deliveries: tuple[Delivery, ...]
    pause: float


class Source(Protocol):
    """One stream as one member of one group sees it.

    Each method raises BrokerUnreachableError when the broker does not answer, and can be repeated
    then. What is acknowledged or buried may make way for the next message of its key: with `more`
    it is returned, and is in hand.
    """

    async def take(self, most: int, held: Iterable[bytes]) -> Taken:
        """Take messages: those whose pause is over, those of dead members, new ones."""
        ...

    async def wait(self, seconds: float) -> None:
        """Return when there may be a new message, or the seconds are over."""
        ...

    async def ack(self, delivery: Delivery, *, more: bool) -> Delivery | None:
        """Be done with a message."""
        ...

    async def retry(
        self, delivery: Delivery, delay: float, failures: int, first_failed: int | None
    ) -> None:
        """Give a message back, to be taken after `delay` seconds by whoever is there."""
        ...

    async def bury(self, delivery: Delivery, letter: Letter, *, more: bool) -> Delivery | None:
        """Be done with a message, and keep `letter` if it is not empty, in one step."""
        ...

    async def hold(self, held: Iterable[bytes]) -> set[bytes]:
        """Say that these messages are still in hand; return those that others have taken."""
        ...

    async def tend(self) -> None:
        """Remove what is not needed any more."""
        ...

    async def leave(self) -> None:
        """Leave the group, unless messages are pending in this member's name."""
        ...
