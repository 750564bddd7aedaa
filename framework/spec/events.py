"""`specs/events/**`: what is told, by whom, to whom."""

from __future__ import annotations

from pydantic import Field

from framework.spec.base import AllOrNames, SpecNode
from framework.spec.delivery import RetentionSpec, RetrySpec
from framework.spec.routers import PayloadSpec


class EventSpec(SpecNode):
    """An event: its message, who publishes it, who subscribes to it, how it is delivered."""

    description: str | None = None
    message: PayloadSpec
    publish: AllOrNames = Field(default_factory=list[str])
    subscribe: AllOrNames = Field(default_factory=list[str])
    key: str | None = None
    retry: RetrySpec = Field(default_factory=RetrySpec.model_construct)
    dead_letter: bool = True
    retention: RetentionSpec = Field(default_factory=RetentionSpec.model_construct)
