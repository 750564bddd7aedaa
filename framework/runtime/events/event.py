"""What an event is, and what one needs to publish it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from pydantic import BaseModel

if TYPE_CHECKING:
    from framework.runtime.ports import Sink

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Event(Generic[M]):
    """A named kind of message; the name is also the name of its stream."""

    name: str
    model: type[M]
    key: str | None = None


class Publisher:
    """Base of the generated publishers: a method for each event that the service may publish."""

    def __init__(self, sink: Sink) -> None:
        """Publish to `sink`."""
        self._sink = sink

    async def publish(self, event: Event[M], message: M) -> None:
        """Hand `message` to the sink, as `event`."""
        await self._sink.publish(event, message)
