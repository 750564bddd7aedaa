"""The contract with FastStream: what the adapter relies on, pinned for the day of an upgrade."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, cast

import pytest
from faststream._internal.endpoint.subscriber import SubscriberUsecase
from faststream.redis import BinaryMessageFormatV1, RedisBroker
from faststream.redis.configs import RedisConnectionState
from faststream.redis.message import FAKE_CONSUMER

from framework.runtime.events.adapter import FastStreamBroker, SafeBinaryFormat, endpoint
from framework.runtime.events.client import open_client
from framework.runtime.events.consumers import Subscription
from framework.runtime.events.port import Delivery
from tests.runtime.events.bus import Happened

if TYPE_CHECKING:
    from faststream.redis.message import UnifyRedisDict

pytestmark = pytest.mark.anyio

HEADERS = {"first": "Иван", "second": "plain"}


async def encoded(kind: type[BinaryMessageFormatV1]) -> bytes:
    """Encode a message with headers of two alphabets."""
    return await kind.encode(message=b"{}", reply_to=None, headers=HEADERS, correlation_id="c")


async def test_stock_faststream_reads_what_we_write() -> None:
    """A consumer that does not run this runtime understands our messages."""
    body, headers = BinaryMessageFormatV1.parse(await encoded(SafeBinaryFormat))

    assert body == b"{}"
    assert headers == {"correlation_id": "c", **HEADERS}


async def test_stock_faststream_still_writes_unreadable_headers() -> None:
    """When this fails, FastStream is mended and SafeBinaryFormat can go."""
    _, headers = BinaryMessageFormatV1.parse(await encoded(BinaryMessageFormatV1))

    assert headers != {"correlation_id": "c", **HEADERS}


async def test_a_header_of_any_size_is_written() -> None:
    """A length that 16 bits cannot hold is cut, not raised."""
    long = "x" * 100_000
    raw = await SafeBinaryFormat.encode(
        message=b"{}", reply_to=None, headers={"long": long}, correlation_id="c"
    )

    body, headers = SafeBinaryFormat.parse(raw)
    assert body == b"{}"
    assert long.startswith(headers["long"])


async def test_faststream_uses_the_given_client_and_leaves_it_open(stream: str) -> None:
    """The hook for the connection is called, and stopping closes no client of ours."""
    client = open_client(f"memory://{stream}")
    broker = FastStreamBroker(client)
    await broker.connect()
    await broker.publish(b"{}", stream=stream)
    await broker.stop()

    assert await client.xlen(stream) == 1
    assert isinstance(broker.config.broker_config.connection, RedisConnectionState)
    await client.aclose()


async def test_an_endpoint_raises_and_never_acknowledges(stream: str) -> None:
    """An exception of a consumer comes out as it is; FastStream holds no client to ack with."""
    client = open_client(f"memory://{stream}")
    broker = FastStreamBroker(client)
    await broker.connect()

    async def fail(message: Happened) -> None:
        raise LookupError(message.number)

    call = await endpoint(broker, "group", Subscription(stream, Happened.model_validate_json, fail))
    (subscriber,) = broker.subscribers

    with pytest.raises(LookupError):
        await call(Delivery(stream, b"1-0", {b"__data__": b'{"number": 1}'}))
    assert subscriber.parser.consumer is FAKE_CONSUMER
    assert not subscriber.running
    await client.aclose()


def test_the_internals_have_the_shape_that_we_override() -> None:
    """Names and parameters of what is called or overridden beyond FastStream's public surface."""
    hook = inspect.signature(RedisBroker._make_connection_state)  # noqa: SLF001 - the point
    assert [*hook.parameters] == ["self", "connection_options", "kwargs"]
    usecase = cast("type[SubscriberUsecase[UnifyRedisDict]]", SubscriberUsecase)
    assert [*inspect.signature(usecase.start).parameters] == ["self"]
    assert [*inspect.signature(usecase.process_message).parameters] == ["self", "msg"]
