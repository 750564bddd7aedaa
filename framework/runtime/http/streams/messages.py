"""What the controller of a stream yields: messages, with ids where a client may come back."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any, Generic, TypeAlias, TypeVar

from fastapi.exceptions import ResponseValidationError
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticSerializationError

from framework import wire

M = TypeVar("M")
_ID = re.compile(wire.EVENT_ID[1:-1])


@dataclass(frozen=True, slots=True)
class Streamed(Generic[M]):
    """A message and its id: a client that comes back tells the last id that it received.

    Raises ValueError unless the id is 1 to 128 visible characters of ASCII: it travels as a line,
    and as a header.
    """

    message: M
    id: str

    def __post_init__(self) -> None:
        """Hold the form of ids."""
        if not _ID.fullmatch(self.id):
            text = "the id of a message is 1 to 128 visible characters of ASCII"
            raise ValueError(text)


Stream: TypeAlias = AsyncIterator[M | Streamed[M]]
"""What a streaming operation returns: `async def` and `yield`, of messages with or without ids."""


def written(adapter: TypeAdapter[Any], message: object) -> bytes:
    """Return a message as one line of JSON; raise ResponseValidationError if it violates its model.

    What was written is read again: a message that code built without validation is noticed, too.
    """
    try:
        valid = adapter.validate_python(message, from_attributes=True)
        raw = adapter.dump_json(valid, by_alias=True, warnings="error")
        adapter.validate_json(raw, strict=True, by_name=False)
    except ValidationError as error:
        faults = error.errors(include_url=False, include_context=False, include_input=False)
        raise ResponseValidationError(faults) from None
    except PydanticSerializationError:
        raise ResponseValidationError([{"loc": (), "type": "serialization"}]) from None
    return raw
