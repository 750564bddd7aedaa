"""What may go wrong with a broker, in sentences for the person who reads them."""

from __future__ import annotations


class BrokerUrlError(ValueError):
    """The broker's URL names no broker that there is."""


class BrokerUnreachableError(ConnectionError):
    """The broker does not answer."""


class ConsumerError(TypeError):
    """A consumer asks for a parameter that nothing can provide."""


class InvalidMessageError(ValueError):
    """A message is not what its event declares."""
