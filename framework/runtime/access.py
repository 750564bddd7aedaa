"""What a service may reach, and the resources that follow from it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from framework.runtime.auth.scheme import Scheme
from framework.runtime.clients import Client, Clients
from framework.runtime.database import DatabaseUrlError, create_engine
from framework.runtime.events import BrokerUrlError, Pace, connect
from framework.runtime.resources import Resources
from framework.runtime.settings import SettingsExit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.ext.asyncio import AsyncEngine

    from framework.runtime.events import Broker
    from framework.runtime.settings import ServiceSettings


class CompositionError(RuntimeError):
    """The parts of a service do not fit together; the sentence says what to add."""


@dataclass(frozen=True, slots=True)
class Access:
    """What `services.yml` lets a service reach, and who may call it.

    `clients` says at which address each kind asks, `credentials` by which headers it is known
    there; `auth` are the schemes that operations name.
    """

    database: bool = False
    broker: bool = False
    clients: Mapping[type[Client], str] = field(default_factory=dict[type[Client], str])
    credentials: Mapping[type[Client], Mapping[str, str]] = field(
        default_factory=dict[type[Client], "Mapping[str, str]"]
    )
    auth: Mapping[str, Scheme] = field(default_factory=dict[str, Scheme])


def resources_for(name: str, settings: ServiceSettings, access: Access) -> Resources:
    """Return the resources of the service `name`; nothing connects yet.

    Raises CompositionError when the settings lack a field, SettingsExit when an address is none.
    """
    if not access.database and any(scheme.takes_session for scheme in access.auth.values()):
        message = f"a verifier of `{name}` asks for a session: list `database` under its `access`"
        raise CompositionError(message)
    try:
        return Resources(
            name=name,
            max_body_size=settings.max_body_size,
            stream_heartbeat=settings.stream_heartbeat,
            max_message_size=settings.max_message_size,
            socket_idle=settings.socket_idle,
            socket_origins=frozenset(settings.socket_origins.lower().split()),
            engine=_engine(name, settings) if access.database else None,
            broker=_broker(name, settings) if access.broker else None,
            clients=Clients(access.clients, access.credentials),
            auth=access.auth,
        )
    except DatabaseUrlError as error:
        raise SettingsExit([f"`DATABASE_URL` is not valid: {error}"]) from error
    except BrokerUrlError as error:
        raise SettingsExit([f"`BROKER_URL` is not valid: {error}"]) from error


def _broker(name: str, settings: ServiceSettings) -> Broker:
    pace = Pace(concurrency=settings.consumer_concurrency)
    return connect(settings.broker_url, service=name, pace=pace)


def _engine(name: str, settings: ServiceSettings) -> AsyncEngine:
    url: object = getattr(settings, "database_url", None)
    if not isinstance(url, str):
        message = f"`{name}` may reach a database: add `database_url: str` to its settings"
        raise CompositionError(message)
    return create_engine(url, service=name)
