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


class CrashedError(RuntimeError):
    """A message was in hand each time that its consumer ended without a word."""


class RetryLater(Exception):  # noqa: N818 - it is an instruction, not an error
    """Raised by a controller: attempt this message again, after `delay` seconds if they are given.

    With `count=False` the attempt does not count, so that waiting for something is no failure.
    """

    def __init__(self, reason: str = "", *, delay: float | None = None, count: bool = True) -> None:
        """Say why, for the logs."""
        if delay is not None and delay < 0:
            message = "`delay` is negative: give the seconds to wait"
            raise ValueError(message)
        super().__init__(reason)
        self.delay = delay
        self.count = count


class NoRetry(Exception):  # noqa: N818 - likewise
    """Raised by a controller: this message will never succeed, give it up at once."""
