"""`services.yml`: the services of the project and who talks to whom."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from framework.spec.base import SpecNode, are_texts, short
from framework.spec.delivery import RetrySpec
from framework.spec.durations import Duration

ServiceType = Literal["python-fastapi", "python-faststream", "python", "node", "default"]
Offer = Literal["rest"]
Condition = Literal["service_started", "service_healthy", "service_completed_successfully"]


def _conditions(value: object) -> object:
    return dict.fromkeys(value, "service_started") if are_texts(value) else value


class ResourceSpec(SpecNode):
    """Something that services need and that is not ours: a database or a broker."""

    type: Literal["postgres", "sqlite", "redis"]
    version: str | None = None


class ConsumedKeys(SpecNode):
    """An operation of another service that this one calls."""

    operation: str
    timeout: Duration = 0
    retry: RetrySpec = Field(default_factory=RetrySpec.model_construct)


Consumed = Annotated[ConsumedKeys, short("operation")]


class ServiceSpec(SpecNode):
    """A service: what it is, what it may reach, what it offers."""

    name: str
    type: ServiceType
    description: str | None = None
    depends_on: Annotated[dict[str, Condition], BeforeValidator(_conditions)] = Field(
        default_factory=dict[str, Condition]
    )
    access: list[str] = Field(default_factory=list[str])
    exposes: list[Offer] = Field(default_factory=list[Offer])
    consumes: list[Consumed] = Field(default_factory=list[Consumed])


class ServicesSpec(SpecNode):
    """The head of `services.yml`; its lists are bound one by one."""

    version: Literal[1]
