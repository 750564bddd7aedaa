"""Publish and consume events: at-least-once over Redis Streams, or in memory for development."""

from framework.runtime.events.broker import Broker, connect, open_publisher
from framework.runtime.events.consumers import Consumers
from framework.runtime.events.errors import (
    BrokerUnreachableError,
    BrokerUrlError,
    ConsumerError,
    InvalidMessageError,
)
from framework.runtime.events.event import Event, Publisher
from framework.runtime.events.unit import Session, publisher

__all__ = [
    "Broker",
    "BrokerUnreachableError",
    "BrokerUrlError",
    "ConsumerError",
    "Consumers",
    "Event",
    "InvalidMessageError",
    "Publisher",
    "Session",
    "connect",
    "open_publisher",
    "publisher",
]
