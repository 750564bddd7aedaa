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
    """What it is."""
    version: str | None = None
    """Which version of it, as the tag of an image."""


class ConsumedKeys(SpecNode):
    """An operation of another service that this one calls."""

    operation: str
    """The id of the operation: `backend.v1.get_user`."""
    timeout: Duration = 0
    """How long each try may take, such as `2s` (default: 5s)."""
    retry: RetrySpec = Field(default_factory=RetrySpec.model_construct)
    """How a call is repeated, where that does no harm."""


Consumed = Annotated[ConsumedKeys, short("operation")]


class ServiceSpec(SpecNode):
    """A service: what it is, what it may reach, what it offers."""

    name: str
    """The name, such as `auth-service`; its Python package is `auth_service`."""
    type: ServiceType
    """What it is made of, and so what is compiled for it."""
    description: str | None = None
    """What the service is for."""
    depends_on: Annotated[dict[str, Condition], BeforeValidator(_conditions)] = Field(
        default_factory=dict[str, Condition]
    )
    """What must be there before it starts: a list, or a mapping to when that is."""
    access: list[str] = Field(default_factory=list[str])
    """The resources that it may reach, and `internet`; nothing else is reachable."""
    exposes: list[Offer] = Field(default_factory=list[Offer])
    """What others may call: `rest` for the operations of its routers."""
    consumes: list[Consumed] = Field(default_factory=list[Consumed])
    """The operations of other services that it calls; a client is compiled of them."""


class ServicesSpec(SpecNode):
    """The head of `services.yml`; its lists are bound one by one."""

    version: Literal[1]
    """The version of the language."""
