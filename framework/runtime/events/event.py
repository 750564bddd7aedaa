"""What an event is, and what one needs to publish it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial, reduce
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from pydantic import BaseModel, TypeAdapter
from pydantic_core import to_jsonable_python

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from framework.runtime.ports import Sink

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Retention:
    """How much of a stream is kept of what `groups`, and any others, have done with.

    `max_len` counts messages, `max_age` seconds; whatever exceeds one of them goes.
    """

    max_len: int | None = None
    max_age: float | None = None
    groups: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Event(Generic[M]):
    """A named kind of message; the name is also the name of its stream.

    `model` reads its messages: a class, or the adapter of a union of classes.
    """

    name: str
    model: type[M] | TypeAdapter[M]
    key: str | None = None
    retention: Retention | None = None

    def key_of(self, message: M) -> str | None:
        """Return the key of a message as text; None if the event has none."""
        if self.key is None:
            return None
        value = reduce(getattr, self.key.split("."), cast("object", message))
        return str(to_jsonable_python(value, bytes_mode="base64"))

    def reader(self) -> Callable[[bytes], M]:
        """Return what reads a message: it raises pydantic's ValidationError, and is open."""
        adapter = self.model if isinstance(self.model, TypeAdapter) else TypeAdapter(self.model)
        return partial(adapter.validate_json, strict=True, extra="ignore", by_name=False)


class Publisher:
    """Base of the generated publishers: a method for each event that the service may publish."""

    def __init__(self, sink: Sink) -> None:
        """Publish to `sink`."""
        self._sink = sink

    async def publish(self, event: Event[M], message: M) -> None:
        """Hand `message` to the sink, as `event`."""
        await self._sink.publish(event, message)
