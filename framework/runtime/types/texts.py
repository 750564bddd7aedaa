"""Text and what is text on the wire: strings, addresses, ids, bytes."""

from __future__ import annotations

from base64 import b64decode, b64encode
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated
from uuid import UUID

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError, core_schema

from framework import wire
from framework.runtime.types.codec import TextCodec

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler


@dataclass(frozen=True, slots=True)
class Pattern:
    """Metadata for `Annotated[String, ...]`, last of all: a pattern beside the type's own.

    `Field(pattern=...)` would replace the type's own pattern, and with it the refusal of NUL.
    """

    pattern: str

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        """Validate what is inside, then search the pattern."""
        own = core_schema.str_schema(pattern=self.pattern)
        return core_schema.chain_schema([handler(source), own])


def _same_uuid(value: UUID) -> UUID:
    return value


def _same_bytes(value: bytes) -> bytes:
    return value


def _base64(value: bytes) -> str:
    return b64encode(value).decode("ascii")


def _local_part_fits(value: str) -> str:
    """Hold RFC 5321's limit, which `format: email` asserts and no pattern can count."""
    if len(value.partition("@")[0]) > wire.EMAIL_LOCAL_LENGTH:
        raise PydanticCustomError(
            "email_local_part", "The part before the @ is longer than 64 characters"
        )
    return value


String = Annotated[str, Field(pattern=wire.NUL_FREE)]
Email = Annotated[
    str,
    Field(pattern=wire.EMAIL, max_length=wire.EMAIL_LENGTH),
    AfterValidator(_local_part_fits),
]
Url = Annotated[str, Field(pattern=wire.URL, max_length=wire.URL_LENGTH)]
IdempotencyKey = Annotated[str, Field(pattern=wire.IDEMPOTENCY_KEY)]
LastEventId = Annotated[str, Field(pattern=wire.EVENT_ID)]
CursorText = Annotated[str, Field(pattern=wire.CURSOR)]
Uuid = Annotated[
    UUID,
    TextCodec(
        name="UUID (8-4-4-4-12)",
        python=UUID,
        pattern=wire.UUID,
        read=UUID,
        write=str,
        accept=_same_uuid,
        schema=wire.SCHEMAS["uuid"],
    ),
]
Bytes = Annotated[
    bytes,
    TextCodec(
        name="base64 text",
        python=bytes,
        pattern=wire.base64_pattern(),
        read=b64decode,
        write=_base64,
        accept=_same_bytes,
        schema=wire.SCHEMAS["bytes"],
    ),
]
