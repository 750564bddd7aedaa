"""What is promised of messages that fail: pauses, attempts, dead letters, and nothing lost."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from framework.runtime.context import correlation_id
from framework.runtime.events import Consumers, NoRetry, Pace, RetryLater, RetryPolicy
from framework.runtime.events.adapter import headers
from framework.runtime.events.stream import letters_of
from tests.runtime.events.bus import Bus, Happened, until

if TYPE_CHECKING:
    from collections.abc import Callable

    from structlog.typing import EventDict

pytestmark = pytest.mark.anyio

QUICK = RetryPolicy(attempts=3, base=0.1, max=0.2)


def failing(
    bus: Bus, error: Callable[[int], BaseException | None], policy: RetryPolicy = QUICK
) -> tuple[Consumers, dict[int, list[float]]]:
    """Declare a consumer that raises what `error` gives for the n-th attempt of a message.

    Returned with it are the times of the attempts by number; negative numbers fail, others do not.
    """
    consumers = Consumers("group")
    attempts: dict[int, list[float]] = {}

    @consumers.subscribe(bus.event, policy)
    async def happened(message: Happened) -> None:
        await asyncio.sleep(0)
        times = attempts.setdefault(message.number, [])
        times.append(time.monotonic())
        found = error(len(times)) if message.number < 0 else None
        if found is not None:
            raise found

    return consumers, attempts


async def test_a_failure_is_attempted_again_after_its_pause_and_others_do_not_wait(
    bus: Bus,
) -> None:
    """With one message in hand at a time, the next ones go on during the pauses of a failed one."""
    consumers, attempts = failing(bus, lambda n: LookupError() if n < 3 else None)
    await bus.start(consumers, pace=Pace(concurrency=1, block=0.04))
    await bus.publish(-1, 2, 3)

    await until(lambda: len(attempts.get(-1, ())) == 3)
    await bus.settled("group")

    first, second, third = attempts[-1]
    assert max(attempts[2][0], attempts[3][0]) < second
    assert 0.08 <= second - first < 0.5
    assert 0.16 <= third - second < 0.6
    assert await bus.remains("group") == {}


async def test_a_message_that_fails_all_attempts_becomes_a_dead_letter(
    bus: Bus, logs: list[EventDict]
) -> None:
    """The letter holds the message byte for byte, what went wrong, when, where, and whose it is."""
    consumers, attempts = failing(bus, lambda n: LookupError(f"attempt {n}"))
    await bus.start(consumers)
    before = datetime.now(UTC) - timedelta(seconds=1)
    token = correlation_id.set("request-7")
    await bus.publish(-1)
    correlation_id.reset(token)

    await bus.settled("group", letters=1)

    ((id_, original),) = await bus.client.xrange(bus.event.name)
    ((_, kept),) = await bus.client.xrange(letters_of(bus.event.name))
    assert {name: kept[name] for name in original} == original
    (letter,) = await bus.letters()
    assert len(attempts[-1]) == 3
    assert letter["dlq-stream"] == bus.event.name
    assert letter["dlq-group"] == "group"
    assert letter["dlq-id"] == id_.decode()
    assert letter["dlq-message-id"] == headers(original)["message_id"]
    assert letter["dlq-correlation-id"] == "request-7"
    assert letter["dlq-error-type"] == "LookupError"
    assert letter["dlq-error-message"] == "attempt 3"
    assert letter["dlq-attempts"] == "3"
    assert letter["dlq-crashes"] == "0"
    assert letter["dlq-consumer"]
    assert len(letter["dlq-traceback-digest"]) == 16
    first, last = (datetime.fromisoformat(letter[f"dlq-{n}-attempt"]) for n in ("first", "last"))
    assert before < first < last < datetime.now(UTC) + timedelta(seconds=1)
    assert last - first > timedelta(seconds=0.2)
    assert await bus.remains("group") == {}
    levels = Counter(line["log_level"] for line in logs if line.get("stream_id") == id_.decode())
    assert levels == {"warning": 2, "error": 1}
    assert all(
        line["correlation_id"] == "request-7" and line["event_name"] == bus.event.name
        for line in logs
        if "stream_id" in line
    )


async def test_failures_in_one_place_have_one_digest(bus: Bus) -> None:
    """Whatever the message says, letters of one fault can be counted together."""
    consumers, _ = failing(bus, lambda _: LookupError(str(time.time())), RetryPolicy(attempts=1))
    await bus.start(consumers)
    await bus.publish(-1, -2)

    await bus.settled("group", letters=2)

    one, two = await bus.letters()
    assert one["dlq-error-message"] != two["dlq-error-message"]
    assert one["dlq-traceback-digest"] == two["dlq-traceback-digest"]


async def test_without_dead_letters_a_message_is_dropped_and_told(
    bus: Bus, logs: list[EventDict]
) -> None:
    """`dead_letter: false` leaves nothing behind but a line in the log."""
    policy = RetryPolicy(attempts=2, base=0.05, dead_letter=False)
    consumers, attempts = failing(bus, lambda _: LookupError("no"), policy)
    await bus.start(consumers)
    await bus.publish(-1)

    await until(lambda: any(line["log_level"] == "error" for line in logs))
    await bus.settled("group")

    (told,) = [line for line in logs if line["log_level"] == "error"]
    assert (told["event"], told["outcome"]) == ("message is given up", "dropped")
    assert len(attempts[-1]) == 2
    assert await bus.remains("group") == {}


@pytest.mark.parametrize(
    "body",
    [
        *(b'{"number": "1"}', b'{"number": 1.5}', b"{}", b"[1]", b"not json", b"", b"\xff\xfe"),
        *(b'{"data": "{}", "headers": 5}', b'{"data": "{}", "headers": {"correlation_id": 5}}'),
    ],
)
async def test_an_invalid_message_becomes_a_dead_letter_at_once(
    bus: Bus, body: bytes, logs: list[EventDict]
) -> None:
    """It never reaches the consumer, is not attempted again, and its text is not logged."""
    consumers, attempts = failing(bus, lambda _: None)
    await bus.start(consumers)
    await bus.client.xadd(bus.event.name, {b"__data__": body, b"extra": b"\x00\xff"})
    await bus.publish(2)

    await until(lambda: 2 in attempts)
    await bus.settled("group", letters=1)

    assert [*attempts] == [2]
    (letter,) = await bus.letters()
    assert letter["dlq-error-type"] == "InvalidMessageError"
    assert letter["dlq-attempts"] == "1"
    ((_, kept),) = await bus.client.xrange(letters_of(bus.event.name))
    assert (kept[b"__data__"], kept[b"extra"]) == (body, b"\x00\xff")
    (told,) = [line for line in logs if line["log_level"] == "error"]
    assert told["event"] == "message is invalid"
    assert "exc_info" not in told


async def test_a_controller_may_wait_without_failing(bus: Bus) -> None:
    """`RetryLater(count=False)` is repeated more often than the policy has attempts."""
    later = RetryLater("not yet", delay=0.02, count=False)
    consumers, attempts = failing(bus, lambda n: later if n < 8 else None)
    await bus.start(consumers)
    await bus.publish(-1)

    await until(lambda: len(attempts.get(-1, ())) == 8)
    await bus.settled("group")


async def test_a_controller_may_give_up_at_once(bus: Bus) -> None:
    """`NoRetry` makes a dead letter of the first failure."""
    consumers, attempts = failing(bus, lambda _: NoRetry("the account is closed"))
    await bus.start(consumers)
    await bus.publish(-1)

    await bus.settled("group", letters=1)

    assert len(attempts[-1]) == 1


class Unspeakable(Exception):  # noqa: N818 - the text of an error is what is tested
    """An error that cannot be told."""

    def __str__(self) -> str:
        """Fail."""
        raise RuntimeError


@pytest.mark.parametrize(
    "error", [SystemExit(3), asyncio.CancelledError(), Unspeakable(), LookupError("ж\x00" * 9999)]
)
async def test_whatever_a_consumer_raises_is_a_failure(bus: Bus, error: BaseException) -> None:
    """It neither ends the loop nor goes uncounted, and the letter can be written."""
    consumers, attempts = failing(bus, lambda _: error)
    await bus.start(consumers)
    await bus.publish(-1)
    await bus.publish(2)

    await bus.settled("group", letters=1)

    assert len(attempts[-1]) == 3
    assert 2 in attempts


async def test_failures_are_remembered_when_the_process_is_another(bus: Bus) -> None:
    """The pause goes on and the count is kept while nobody is there."""
    slow = RetryPolicy(attempts=2, base=0.6)
    consumers, attempts = failing(bus, lambda _: LookupError(), slow)
    broker = await bus.start(consumers)
    await bus.publish(-1)
    await until(lambda: -1 in attempts)
    await asyncio.sleep(0.1)
    await broker.stop()

    await bus.start(consumers)
    await bus.settled("group", letters=1)

    first, second = attempts[-1]
    assert 0.45 < second - first < 1.5


async def test_each_group_retries_for_itself(bus: Bus) -> None:
    """What fails in one group is seen once by the others."""
    consumers, attempts = failing(bus, lambda n: LookupError() if n < 3 else None)
    others: list[int] = []
    other = Consumers("other")

    @other.subscribe(bus.event)
    async def happened(message: Happened) -> None:
        await asyncio.sleep(0)
        others.append(message.number)

    await bus.start(consumers, other)
    await bus.publish(-1)

    await until(lambda: len(attempts.get(-1, ())) == 3)
    await bus.settled("group")
    assert others == [-1]


@pytest.mark.slow
async def test_a_slow_consumer_keeps_its_message(bus: Bus) -> None:
    """Whoever lives renews its lease: a message is not given to two, however long it takes."""
    pace = Pace(lease=1.2, block=0.04)
    seen: list[int] = []
    consumers = Consumers("group")

    @consumers.subscribe(bus.event)
    async def happened(message: Happened) -> None:
        seen.append(message.number)
        await asyncio.sleep(2.5)

    await bus.start(consumers, pace=pace)
    await bus.start(consumers, pace=pace)
    await bus.publish(1)

    await until(lambda: seen == [1])
    await bus.settled("group")
    assert seen == [1]


async def test_a_process_that_was_blocked_takes_no_message_from_itself(bus: Bus) -> None:
    """Nothing ran for longer than the lease, the heartbeat neither: the message goes on, once."""
    seen: list[int] = []
    consumers = Consumers("group")

    @consumers.subscribe(bus.event)
    async def happened(message: Happened) -> None:
        seen.append(message.number)
        time.sleep(0.6)  # noqa: ASYNC251 - what is tested is a consumer that blocks
        await asyncio.sleep(0.5)

    await bus.start(consumers, pace=Pace(lease=0.4, block=0.04))
    await bus.publish(1)

    await until(lambda: seen == [1])
    await bus.settled("group")
    assert seen == [1]


async def test_the_messages_of_a_dead_process_are_taken_over(bus: Bus) -> None:
    """A message that somebody took and never came back with is delivered after the lease."""
    await bus.publish(1, 2)
    await bus.client.xgroup_create(bus.event.name, "group", id="0")
    await bus.client.xreadgroup("group", "dead", {bus.event.name: ">"}, count=2)
    consumers, attempts = failing(bus, lambda _: None)

    started = time.monotonic()
    await bus.start(consumers, pace=Pace(lease=0.5, block=0.04))
    await bus.settled("group")

    assert sorted(attempts) == [1, 2]
    assert time.monotonic() - started > 0.4


async def test_a_message_that_takes_its_process_down_each_time_is_given_up(
    bus: Bus, logs: list[EventDict]
) -> None:
    """Crashes are counted apart from failures, against the attempts of the policy."""
    await bus.publish(1)
    await bus.client.xgroup_create(bus.event.name, "group", id="0")
    await bus.client.xreadgroup("group", "dead", {bus.event.name: ">"}, count=1)
    ((id_, _),) = await bus.client.xrange(bus.event.name)
    await bus.client.execute_command(
        *("XCLAIM", bus.event.name, "group", "dead", 0, id_, "RETRYCOUNT", 3)
    )
    consumers, attempts = failing(bus, lambda _: None)

    await bus.start(consumers, pace=Pace(lease=0.2, block=0.04))
    await bus.settled("group", letters=1)

    assert attempts == {}
    (letter,) = await bus.letters()
    assert letter["dlq-error-type"] == "CrashedError"
    assert (letter["dlq-attempts"], letter["dlq-crashes"]) == ("3", "3")
    assert any(line["event"] == "message is given up" for line in logs)


async def test_a_message_that_was_deleted_while_it_waited_is_told(
    bus: Bus, logs: list[EventDict]
) -> None:
    """Somebody trims the stream by hand: that is said, and nothing stays behind."""
    consumers, attempts = failing(bus, lambda _: LookupError(), RetryPolicy(base=0.3))
    await bus.start(consumers)
    await bus.publish(-1)
    await until(lambda: -1 in attempts)

    await bus.client.xtrim(bus.event.name, maxlen=0, approximate=False)

    await until(lambda: any(line["log_level"] == "critical" for line in logs))
    await bus.settled("group")
    assert await bus.remains("group") == {}


async def test_a_refused_dead_letter_loses_nothing(real: Bus) -> None:
    """While Redis takes no writes the message stays pending; it is buried when there is room."""
    consumers, attempts = failing(real, lambda _: NoRetry("no"))
    await real.client.set(letters_of(real.event.name), "not a stream")
    await real.start(consumers)
    await real.publish(-1)
    await until(lambda: -1 in attempts)
    await asyncio.sleep(0.3)
    assert await real.pending("group") == 1

    await real.client.delete(letters_of(real.event.name))
    await real.settled("group", letters=1)
    assert len(attempts[-1]) == 1
