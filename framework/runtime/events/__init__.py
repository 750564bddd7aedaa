"""Publish and consume events: at-least-once over Redis Streams, or in memory for development."""

from framework.runtime.events.broker import Broker, connect, open_publisher
from framework.runtime.events.consumers import Consumers
from framework.runtime.events.errors import (
    BrokerUnreachableError,
    BrokerUrlError,
    ConsumerError,
    InvalidMessageError,
    NoRetry,
    RetryLater,
)
from framework.runtime.events.event import Event, Publisher, Retention
from framework.runtime.events.loop import Pace
from framework.runtime.events.policy import RetryPolicy
from framework.runtime.events.unit import Session, client, publisher

__all__ = [
    "Broker",
    "BrokerUnreachableError",
    "BrokerUrlError",
    "ConsumerError",
    "Consumers",
    "Event",
    "InvalidMessageError",
    "NoRetry",
    "Pace",
    "Publisher",
    "Retention",
    "RetryLater",
    "RetryPolicy",
    "Session",
    "client",
    "connect",
    "open_publisher",
    "publisher",
]
