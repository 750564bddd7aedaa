"""`specs/events/**`: what is told, by whom, to whom."""

from __future__ import annotations

from pydantic import Field

from framework.spec.base import AllOrNames, SpecNode
from framework.spec.delivery import RetentionSpec, RetrySpec
from framework.spec.routers import PayloadSpec


class EventSpec(SpecNode):
    """An event: its message, who publishes it, who subscribes to it, how it is delivered."""

    description: str | None = None
    """What has happened when this is told."""
    message: PayloadSpec
    """What is told: a model, a variant or a union."""
    publish: AllOrNames = Field(default_factory=list[str])
    """The services that may tell it; `true` for all that reach the broker."""
    subscribe: AllOrNames = Field(default_factory=list[str])
    """The services that are told, each once; `true` for all that reach the broker."""
    key: str | None = None
    """The path of a field of the message: messages with the same key keep their order."""
    retry: RetrySpec = Field(default_factory=RetrySpec.model_construct)
    """How a message is attempted again: `{attempts: 8, base: 1s, max: 5m}`."""
    dead_letter: bool = True
    """Whether a message that failed all its attempts is kept aside (default: yes)."""
    retention: RetentionSpec = Field(default_factory=RetentionSpec.model_construct)
    """How much is kept of what every subscriber has done with."""
