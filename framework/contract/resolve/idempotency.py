"""Resolve idempotency: the header that carries a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework import wire
from framework.contract.http import Location, Parameter
from framework.contract.models import Field, Presence
from framework.contract.types import Scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.spec import HandlerSpec

KEYED = {"none": None, "optional": Presence.OPTIONAL, "required": Presence.REQUIRED}
"""Whether a key has to be there, by what the spec says."""

_SAID = (
    "Names this request: one that comes again with the same key is answered as the first one was, "
    "and not done again."
)


def key_parameter(handler: HandlerSpec) -> Iterator[Parameter]:
    """Yield the header of an operation that takes keys."""
    presence = KEYED[handler.idempotency]
    if presence is not None:
        field = Field(
            name="idempotency_key",
            wire=wire.IDEMPOTENCY_HEADER,
            type=Scalar("idempotency key"),
            presence=presence,
            default=None,
            description=_SAID,
            example=None,
            has_example=False,
            deprecated=None,
            sensitive=False,
            extensions=(),
        )
        yield Parameter(Location.HEADER, field, implied=True)
