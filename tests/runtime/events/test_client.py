"""What a broker's URL may be, and what is said of one that may not."""

from __future__ import annotations

import socket

import pytest

from framework.runtime.events import BrokerUnreachableError, BrokerUrlError, connect
from tests.runtime.events.bus import Bus

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize(
    "url",
    [
        "kafka://127.0.0.1:9092",
        "redis:/127.0.0.1",
        "127.0.0.1:6379",
        "",
        "redis://127.0.0.1:port",
        "redis://127.0.0.1:99999",
    ],
)
def test_any_other_url_is_refused_with_a_sentence(url: str) -> None:
    """The sentence names the URL and a form that works."""
    with pytest.raises(BrokerUrlError, match=r"broker `.*`: .*redis://"):
        connect(url, service="tests")


def test_a_refusal_repeats_no_password() -> None:
    """Credentials of a URL are not shown."""
    with pytest.raises(BrokerUrlError) as caught:
        connect("amqp://me:secret@127.0.0.1?password=secret", service="tests")

    assert "secret" not in str(caught.value)
    assert "127.0.0.1" in str(caught.value)


async def test_ping_returns_when_the_broker_answers(bus: Bus) -> None:
    """A broker that is there is reachable."""
    broker = await bus.start()

    await broker.ping()


async def test_ping_and_publish_say_that_nobody_answers() -> None:
    """Within seconds, with the place and without the password."""
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    broker = connect(f"redis://me:secret@127.0.0.1:{port}/0", service="tests")
    await broker.start()

    with pytest.raises(BrokerUnreachableError, match=rf"`redis://127.0.0.1:{port}/0`") as caught:
        await broker.ping()
    await broker.stop()

    assert "secret" not in str(caught.value)


async def test_memories_of_different_names_are_apart(stream: str) -> None:
    """Brokers share a memory by its name: a test may have one of its own."""
    one = Bus(f"memory://{stream}", stream)
    two = Bus("memory://another", stream)

    await one.publish(1)

    assert await one.client.xlen(stream) == 1
    assert await two.client.xlen(stream) == 0
    await one.close()
    await two.close()
