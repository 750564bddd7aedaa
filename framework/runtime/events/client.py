"""From a broker's URL to a client of Redis that rides over short outages."""

from __future__ import annotations

from urllib.parse import urlsplit

from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import ExponentialWithJitterBackoff
from redis.exceptions import BusyLoadingError
from redis.exceptions import ConnectionError as RedisConnectionError
from redis.exceptions import TimeoutError as RedisTimeoutError

from framework.runtime.events.errors import BrokerUrlError

RETRIES = 6  # with the pauses below: an outage of about four seconds
SOCKET_TIMEOUT = 30  # seconds; redis-py's own 5 would break a read that blocks longer


def open_client(url: str) -> Redis:
    """Make a client for `redis://`, `rediss://` or `memory://`; nothing connects yet.

    Raises BrokerUrlError for any other URL.
    """
    scheme = url.partition("://")[0]
    if scheme == "memory":
        # For development only, and slow to import.
        from framework.runtime.events.memory import memory_client  # noqa: PLC0415 - see above

        return memory_client(urlsplit(url).netloc)
    if scheme not in {"redis", "rediss"}:
        message = f"broker `{place(url)}`: unknown scheme `{scheme}`; use redis:// or memory://"
        raise BrokerUrlError(message)
    try:
        return Redis.from_url(  # pyright: ignore[reportUnknownMemberType] - redis-py's own
            url,
            retry=_retry(),
            socket_timeout=SOCKET_TIMEOUT,
            socket_connect_timeout=5,
            socket_keepalive=True,
            health_check_interval=15,
        )
    except ValueError as error:
        message = f"broker `{place(url)}`: {error}; the form is redis://host:port/database"
        raise BrokerUrlError(message) from None


def place(url: str) -> str:
    """Give the URL without its credentials and its options, for people to read."""
    scheme, separator, rest = url.partition("://")
    return f"{scheme}{separator}{rest.rpartition('@')[-1].partition('?')[0]}"


def _retry() -> Retry:
    """Retry what is safe to repeat: a message that was sent twice carries the same id."""
    return Retry(
        ExponentialWithJitterBackoff(base=0.1, cap=2),
        RETRIES,
        supported_errors=(RedisConnectionError, RedisTimeoutError, BusyLoadingError),
    )
